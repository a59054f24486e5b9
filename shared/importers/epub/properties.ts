import { fromHtml } from 'hast-util-from-html'
import type { DocumentMetadata, Evidence, MetadataField } from '../../model/document'
import { together } from '../html/fact'
import { pageDate } from '../html/page-date'
import { keptAddress, textOf } from '../html-elements'
import type { XmlElement } from '../office/xml-tree'
import type { Book } from './book'
import { localName } from './container'

/** What a book says about itself. */
export interface BookProperties {
  readonly metadata: DocumentMetadata
  readonly language?: string
}

/** Roles of those who made a book (MARC relators), by the names they get in `other`. */
const OTHER_ROLES: Readonly<Record<string, string>> = { trl: 'translator', ill: 'illustrator', aui: 'introduction' }

/** Reads the metadata of a book's package document: Dublin Core, refined as EPUB 3 or as EPUB 2 does. */
export function bookProperties({ metadata, identifier }: Book): BookProperties {
  const all = metadata ? withInner(metadata) : []
  const refinements = all.filter((element) => localName(element) === 'meta' && element.attributes.refines)
  const refined = (element: XmlElement, property: string): string | undefined => {
    const id = element.attributes.id
    const own = Object.entries(element.attributes).find(([name]) => name.replace(/^.*:/, '') === property)?.[1]
    const meta = refinements.find(
      ({ attributes }) => id !== undefined && attributes.refines === `#${id}` && attributes.property === property,
    )
    return own ?? (meta && wordsOf(meta))
  }
  const named = (name: string): XmlElement[] =>
    all.filter((element) => localName(element) === name && wordsOf(element) !== '')

  const evidence: { [F in MetadataField]?: Evidence } = {}
  const found: { [F in MetadataField]?: string } = {}
  const take = (field: MetadataField, elements: readonly XmlElement[], value = elements.map(wordsOf)): void => {
    const values = value.filter((each) => each !== '')
    if (values.length === 0) return
    found[field] = together(values)
    const quote = elements.map((element) => `dc:${localName(element)}: ${wordsOf(element)}`).join('; ')
    evidence[field] = { by: 'properties', quote }
  }
  const titles = named('title')
  const ofType = (type: string) => titles.filter((each) => refined(each, 'title-type') === type).slice(0, 1)
  take('title', ofType('main').length > 0 ? ofType('main') : titles.slice(0, 1))
  take('subtitle', ofType('subtitle'))
  const creators = named('creator')
  const roleOf = (element: XmlElement): string =>
    refined(element, 'role') ?? (localName(element) === 'creator' ? 'aut' : '')
  const people = [...creators, ...named('contributor')]
  take(
    'author',
    people.filter((each) => roleOf(each) === 'aut'),
  )
  take(
    'editor',
    people.filter((each) => roleOf(each) === 'edt'),
  )
  take('source', named('publisher'))
  const dates = named('date')
  const published = dates.find((each) => refined(each, 'event') === 'publication')
  const date = published ?? dates.find((each) => refined(each, 'event') !== 'modification')
  const iso = date && pageDate(wordsOf(date))
  if (date && iso !== undefined) take('date', [date], [iso])
  const identifiers = named('identifier')
  const address = [...identifiers, ...named('source')].find((each) =>
    /^https?:/i.test(keptAddress(wordsOf(each)) ?? ''),
  )
  if (address) take('url', [address])

  const own = identifiers.find((each) => each.attributes.id === identifier) ?? identifiers[0]
  const isbn = identifiers.find((each) =>
    /^(?:urn:isbn:|isbn[:\s]*)?97[89][\d-]{10,14}$|^urn:isbn:/i.test(wordsOf(each)),
  )
  const description = named('description')[0]
  const other: Record<string, string> = {}
  for (const [role, name] of Object.entries(OTHER_ROLES)) {
    const those = people.filter((each) => roleOf(each) === role).map(wordsOf)
    if (those.length > 0) other[name] = together(those)
  }
  if (isbn) other.isbn = wordsOf(isbn).replace(/^urn:isbn:|^isbn[:\s]*/i, '')
  else if (own) other.identifier = wordsOf(own)
  if (date && iso === undefined) other.date = wordsOf(date)
  if (description) other.description = textOf(fromHtml(wordsOf(description).slice(0, 20_000), { fragment: true }))
  const tags = [...new Set(named('subject').map(wordsOf))]
  const [language] = named('language').map(wordsOf)
  return {
    ...(language !== undefined && { language }),
    metadata: {
      ...found,
      ...(tags.length > 0 && { tags }),
      ...(Object.keys(other).length > 0 && { other }),
      ...(Object.keys(evidence).length > 0 && { evidence }),
    },
  }
}

const wordsOf = ({ text }: XmlElement): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()

/** OPF 1 and early OPF 2 put Dublin Core into an element of its own. */
const withInner = (metadata: XmlElement): XmlElement[] =>
  metadata.children.flatMap((each) => (/^(?:dc|x)-metadata$/.test(localName(each)) ? each.children : [each]))
