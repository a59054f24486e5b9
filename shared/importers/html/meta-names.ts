import type { PageField } from './fact'

/**
 * Names of `<meta>` elements and of microdata, lower case, in the order in which they are believed: first those that
 * describe an article and nothing else (citation_*, the names that Chinese government pages must use, by the guide of
 * 2017 for government sites: ArticleTitle, PubDate, ContentSource, ColumnName), then Dublin Core, then what also
 * describes whole sites.
 */
export const META_NAMES: Readonly<Partial<Record<PageField, readonly string[]>>> = {
  title: [
    'citation_title',
    'articletitle',
    'dc.title',
    'dcterms.title',
    'headline',
    'og:title',
    'twitter:title',
    'sailthru.title',
    'title',
  ],
  subtitle: ['subtitle', 'citation_subtitle', 'alternativeheadline', 'dcterms.alternative'],
  date: [
    'pubdate',
    'publishdate',
    'firstpublishedtime',
    'article:published_time',
    'og:published_time',
    'og:article:published_time',
    'datepublished',
    'citation_publication_date',
    'citation_date',
    'citation_online_date',
    'dcterms.issued',
    'dc.date.issued',
    'dcterms.created',
    'dc.date.created',
    'dc.date',
    'dcterms.date',
    'publish_time',
    'publish-date',
    'publish_date',
    'publication_date',
    'publicationdate',
    'parsely-pub-date',
    'sailthru.date',
    'article.published',
    'date',
  ],
  author: [
    'citation_author',
    'dc.creator',
    'dcterms.creator',
    'author',
    'article:author',
    'og:article:author',
    'byl',
    'parsely-author',
    'sailthru.author',
    'creator',
  ],
  editor: ['editor', 'citation_editor'],
  source: [
    'contentsource',
    'source',
    'dc.source',
    'dcterms.source',
    'citation_journal_title',
    'mediaid',
    'copyright-source',
    'citation_publisher',
    'dc.publisher',
    'dcterms.publisher',
    'publisher',
    'og:site_name',
    'sitename',
    'application-name',
  ],
  section: [
    'columnname',
    'lanmu',
    'article:section',
    'og:article:section',
    'articlesection',
    'parsely-section',
    'section',
  ],
  place: ['dateline'],
  url: ['og:url', 'twitter:url', 'citation_abstract_html_url', 'citation_public_url', 'dc.identifier', 'url'],
  tags: ['keywords', 'news_keywords', 'citation_keywords', 'article:tag', 'parsely-tags'],
  language: ['citation_language', 'dc.language', 'dcterms.language', 'content-language', 'og:locale', 'language'],
  description: ['description', 'og:description', 'dc.description', 'dcterms.abstract', 'twitter:description'],
}

/** Names that describe a whole site, so that an article's own facts go before them. */
export const OF_SITES: ReadonlySet<string> = new Set([
  'og:title',
  'twitter:title',
  'title',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'og:site_name',
  'sitename',
  'application-name',
  'date',
  'keywords',
  'description',
])

const BY_NAME: ReadonlyMap<string, { readonly field: PageField; readonly place: number }> = new Map(
  Object.entries(META_NAMES).flatMap(([field, names]) =>
    names.map((name, place) => [name, { field: field as PageField, place }] as const),
  ),
)

/** The field that a `<meta>` element's name stands for, and its place among the names of that field. */
export const fieldOfMeta = (name: string): { readonly field: PageField; readonly place: number } | undefined =>
  BY_NAME.get(name.toLowerCase())
