import type { DocumentMetadata } from '../../model/document'
import { momentOf } from '../moment'
import { childOf, childrenOf, type XmlElement } from '../refi/element'
import { oneLine } from '../refi/reading'

/** The words in an element and all that is in it. */
export const wordsIn = (element: XmlElement | undefined): string =>
  element?.content?.map((part) => (typeof part === 'string' ? part : wordsIn(part))).join('') ?? ''

/** The first element on this way down. */
export const down = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>((at, name) => childOf(at, name), element)

/** The main title that a header gives; empty where it gives none. */
export function titleIn(header: XmlElement | undefined): string {
  const titles = childrenOf(down(header, 'filedesc', 'titlestmt'), 'title')
  const main = titles.find(({ attributes }) => attributes.type === 'main' || attributes.type === undefined)
  return oneLine(wordsIn(main ?? titles[0]))
}

/** When the file says that it was made. */
export function creationIn(header: XmlElement | undefined): number | undefined {
  const changes = childrenOf(childOf(header, 'revisiondesc'), 'change')
  return momentOf(changes.find(({ attributes }) => attributes.status === 'created')?.attributes.when ?? '')
}

/** What a header knows of where its text comes from. */
export function metadataIn(header: XmlElement | undefined): DocumentMetadata {
  const source = down(header, 'filedesc', 'sourcedesc')
  const bibl = childOf(source, 'bibl') ?? childOf(source, 'biblfull') ?? childOf(source, 'biblstruct')
  const inside = (name: string): XmlElement[] => (bibl ? descendants(bibl, name) : [])
  const words = (element: XmlElement | undefined): string | undefined => oneLine(wordsIn(element)) || undefined
  const [date] = inside('date')
  const authors = inside('author')
  const isReporter = ({ attributes }: XmlElement): boolean => attributes.role === 'reporter'
  const address = inside('idno').find(({ attributes }) => /^(?:URI|URL)$/i.test(attributes.type ?? ''))
  const url =
    words(address) ??
    inside('ref').find(({ attributes }) => /^https?:/i.test(attributes.target ?? ''))?.attributes.target
  const facts: Partial<Record<keyof DocumentMetadata, string | undefined>> = {
    subtitle: words(inside('title').find(({ attributes }) => attributes.type === 'sub')),
    author: words(authors.find((each) => !isReporter(each)) ?? down(header, 'filedesc', 'titlestmt', 'author')),
    reporter: words(authors.find(isReporter)),
    editor: words(inside('editor')[0]),
    source: words(inside('publisher')[0]),
    place: words(inside('pubplace')[0]),
    date: dateOf(date),
    section: words(inside('biblscope').find(({ attributes }) => attributes.unit === 'section')),
    url,
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/
function dateOf(element: XmlElement | undefined): string | undefined {
  const written = element?.attributes.when ?? oneLine(wordsIn(element))
  return DATE.test(written) ? written : undefined
}

function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : descendants(child, name)))
}

/** The language of a text as it is given; undefined where none is, or only `zh`, which does not tell the script. */
export function languageIn(...elements: readonly (XmlElement | undefined)[]): string | undefined {
  const given = elements.flatMap((each) => each?.attributes.lang ?? [])[0]
  return given !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(given) && given !== 'zh'
    ? given
    : undefined
}
