import type { Root } from 'hast'
import type { DocumentMetadata } from '../model/document'
import { isoDate } from './date'
import { attribute, elements, keptAddress, textOf } from './html-elements'

/** Names of `<meta>` elements in the order in which they are believed. */
const NAMES = {
  title: ['og:title', 'dc.title', 'citation_title'],
  author: ['author', 'article:author', 'dc.creator', 'citation_author', 'byl'],
  date: ['article:published_time', 'date', 'publishdate', 'pubdate', 'publish_time', 'dc.date', 'citation_date'],
  source: ['source', 'og:site_name', 'application-name'],
  url: ['og:url'],
  description: ['description', 'og:description'],
  tags: ['keywords', 'article:tag'],
} as const

/** What a saved page says about itself: its language, its title, and the metadata of its `<meta>` elements. */
export interface PageMetadata {
  readonly language?: string
  readonly title?: string
  readonly metadata: DocumentMetadata
}

/** Reads `<html lang>`, `<title>`, `<link rel=canonical>` and the usual `<meta>` elements of a page. */
export function pageMetadata(root: Root): PageMetadata {
  const metas = new Map<string, string>()
  for (const meta of elements(root, 'meta')) {
    const name = (attribute(meta, 'name') ?? attribute(meta, 'property') ?? attribute(meta, 'itemProp'))?.toLowerCase()
    const content = attribute(meta, 'content')?.replace(/\s+/g, ' ').trim()
    if (name && content && !metas.has(name)) metas.set(name, content)
  }
  const first = (key: keyof typeof NAMES): string | undefined =>
    NAMES[key].map((name) => metas.get(name)).find((content) => content !== undefined)

  const language = [...elements(root, 'html')].map((html) => attribute(html, 'lang') ?? '').find((lang) => lang !== '')
  const titles = [...elements(root, 'title')].map(textOf)
  const title = titles.find((each) => each !== '') ?? first('title')
  const written = first('date')
  const date = written === undefined ? undefined : isoDate(written)
  const tags = first('tags')
    ?.split(/[,，、;；]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  const canonical = [...elements(root, 'link')].find((link) => attribute(link, 'rel') === 'canonical')
  const url = keptAddress(first('url')) ?? keptAddress(canonical && attribute(canonical, 'href'))
  const description = first('description')
  const other = {
    ...(description === undefined ? {} : { description }),
    ...(written === undefined || date !== undefined ? {} : { date: written }),
  }
  const author = first('author')
  const source = first('source')
  return {
    ...(language === undefined ? {} : { language }),
    ...(title === undefined ? {} : { title }),
    metadata: {
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(author === undefined ? {} : { author }),
      ...(source === undefined ? {} : { source }),
      ...(url === undefined ? {} : { url }),
      ...(tags === undefined || tags.length === 0 ? {} : { tags }),
      ...(Object.keys(other).length === 0 ? {} : { other }),
    },
  }
}
