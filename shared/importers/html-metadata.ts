import type { Root } from 'hast'
import type { Block, DocumentMetadata, Evidence, MetadataField } from '../model/document'
import { type Fact, isOfMany, type PageField, quoted, together } from './html/fact'
import { jsonLdFacts } from './html/json-ld'
import { pageDate } from './html/page-date'
import { elementFacts, metaFacts } from './html/page-facts'
import { titleFacts } from './html/page-title'
import { plainFact } from './html/plain-fact'
import { RANK } from './html/rank'
import { elements, keptAddress, textOf } from './html-elements'

/** What a saved page says about itself: its language, its title, and its metadata with where each of it was found. */
export interface PageMetadata {
  readonly language?: string
  readonly title?: string
  readonly metadata: DocumentMetadata
}

/** The fields whose value is the one that is believed most, as it stands there. */
const PLAIN = ['title', 'subtitle', 'author', 'reporter', 'editor', 'source', 'place', 'section'] as const

/**
 * Reads what a page says about itself: `<meta>` elements (HTML, OpenGraph, Dublin Core, Highwire's citation_*, the
 * names that Chinese government sites and papers use), JSON-LD, microdata, `<time>`, `<title>` and headings. Where they
 * differ, what is said of the article goes before what is said of the site, and of one day's dates the exactest. Values
 * that say nothing (numbers for names, `admin`) are not taken. `blocks` is the text of the page,
 * `location` the address it was saved from, when the file knows it.
 */
export function pageMetadata(root: Root, blocks: readonly Block[], location?: string): PageMetadata {
  const htmlTitle = [...elements(root, 'title')].map(textOf).join(' ')
  const found = [...metaFacts(root), ...jsonLdFacts(root, htmlTitle), ...elementFacts(root)].flatMap(plainFact)
  const sites = found.flatMap(({ field, value }) => (field === 'source' || field === 'section' ? [value] : []))
  const saved: Fact[] =
    location === undefined
      ? []
      : [{ field: 'url', value: location, rank: RANK.saved, evidence: { by: 'markup', quote: quoted(location) } }]
  const facts = [...found, ...saved, ...titleFacts(root, blocks, sites)].sort((a, b) => a.rank - b.rank)
  const of = (field: PageField): Fact[] => facts.filter((fact) => fact.field === field)

  const evidence: { [F in MetadataField]?: Evidence } = {}
  const metadata: { [F in MetadataField]?: string } = {}
  const take = (field: MetadataField, fact: Fact | undefined, value = fact?.value): void => {
    if (!fact || value === undefined) return
    metadata[field] = value
    evidence[field] = fact.evidence
  }
  for (const field of PLAIN) {
    const [first] = of(field)
    const equal = of(field).filter(({ rank }) => rank === first?.rank)
    take(field, first, isOfMany(field) ? together(equal.map(({ value }) => value)) : first?.value)
  }
  if (metadata.author !== undefined && metadata.author === metadata.source) {
    delete metadata.author
    delete evidence.author
  }
  if (metadata.author !== undefined && metadata.editor === undefined && isNamedEditor(metadata.author, blocks)) {
    take('editor', of('author')[0], metadata.author)
    delete metadata.author
    delete evidence.author
  }
  const dates = of('date').flatMap((fact) => {
    const iso = pageDate(fact.value)
    return iso === undefined ? [] : [{ fact, iso }]
  })
  const [believed] = dates
  const date = dates.reduce(
    (best, each) => (best && each.iso.length > best.iso.length && each.iso.startsWith(best.iso) ? each : best),
    believed,
  )
  take('date', date?.fact, date?.iso)
  const addresses = of('url').filter(({ value }) => /^https?:/i.test(keptAddress(value) ?? ''))
  take('url', addresses.find(({ value }) => /^https?:\/\/[^/]+\/[^?#]/i.test(value)) ?? addresses[0])

  const [tags] = of('tags')
  const description = of('description')[0]?.value
  const [written] = of('date')
  const other = {
    ...(description === undefined ? {} : { description }),
    ...(written === undefined || date ? {} : { date: written.value }),
  }
  const language = [...elements(root, 'html')].map(({ properties }) => String(properties.lang ?? '')).find(Boolean)
  const declared = language ?? of('language')[0]?.value
  return {
    ...(declared === undefined ? {} : { language: declared }),
    ...(metadata.title === undefined ? {} : { title: metadata.title }),
    metadata: {
      ...metadata,
      ...(tags === undefined ? {} : { tags: tagsOf(of('tags').filter(({ rank }) => rank === tags.rank)) }),
      ...(Object.keys(other).length === 0 ? {} : { other }),
      ...(Object.keys(evidence).length === 0 ? {} : { evidence }),
    },
  }
}

/** Whether the text says of a name that it is who edited the page: papers write that name into `<meta name="author">`. */
const isNamedEditor = (name: string, blocks: readonly Block[]): boolean =>
  blocks.some(
    ({ text }) =>
      text.length < 100 && /(?:[责責]任?[编編]|[编編][辑輯])[^:：]{0,2}[:：]/.test(text) && text.includes(name),
  )

const tagsOf = (facts: readonly Fact[]): string[] => [
  ...new Set(
    facts.flatMap(({ value }) =>
      value
        .split(/[,，、;；]|(?<=\p{sc=Han})\s+(?=\p{sc=Han})/u)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    ),
  ),
]
