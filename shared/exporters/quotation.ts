import type { Language } from '../messages'
import { type Block, blockStarts, type SourceDocument } from '../model/document'
import { type Locator, locatorOf, pageRange, timeCode } from '../model/locator'
import type { Passage } from '../model/passage'
import { placeOf } from '../model/place'

/** How a language quotes and names its source. It follows the document, not the interface, and so is no message. */
interface Manner {
  readonly quote: (words: string) => string
  readonly title: (title: string) => string
  readonly paragraph: (number: number) => string
  readonly page: (range: string) => string
  readonly between: string
  readonly separator: string
  readonly source: (facts: string) => string
}

const chinese = (open: string, close: string, page: string): Manner => ({
  quote: (words) => `${open}${words}${close}`,
  title: (title) => (/^《.*》$/.test(title) ? title : `《${title}》`),
  paragraph: (number) => `第${number}段`,
  page: (range) => `第${range}${page}`,
  between: '、',
  separator: '，',
  source: (facts) => `（${facts}）`,
})
const simplified = chinese('“', '”', '页')
const traditional = chinese('「', '」', '頁')
const english: Manner = {
  quote: (words) => `“${words}”`,
  title: (title) => title,
  paragraph: (number) => `¶ ${number}`,
  page: (range) => (range.includes('–') ? `pp. ${range}` : `p. ${range}`),
  between: ' and ',
  separator: ', ',
  source: (facts) => ` (${facts})`,
}

function mannerOf(tag: string, language: Language): Manner {
  if (/^zh-(Hant|TW|HK|MO)\b/i.test(tag)) return traditional
  if (/^zh\b/i.test(tag)) return simplified
  if (tag !== 'und' || language === 'en') return english
  return language === 'zh-Hant' ? traditional : simplified
}

/** The place in the source's own terms: `p. 12`, or `王芳` and `00:03:15`. A speaker alone is no place. */
function ownPlace(locator: Locator, manner: Manner): string[] {
  const page = pageRange(locator)
  const time = locator.time && timeCode(locator.time.start)
  if (page === undefined && time === undefined) return []
  const speakers = locator.speakers.length > 0 ? [locator.speakers.join(manner.between)] : []
  return [...speakers, ...(page === undefined ? [] : [manner.page(page)]), ...(time === undefined ? [] : [time])]
}

/** Where a passage stands in its source, in words: the source's own place, or the paragraph. */
export interface PassagePlace {
  /** `12` or `12–13`, where the source has pages. */
  readonly page?: string
  readonly words: string
}

/** What is needed to name where a passage is from. */
interface Source {
  readonly document: Pick<SourceDocument, 'title' | 'metadata' | 'language'>
  readonly blocks: readonly Block[]
  /** The blocks' `blockStarts`. */
  readonly starts: readonly number[]
}

function placeFacts({ blocks, starts }: Source, passage: Pick<Passage, 'start' | 'end'>, manner: Manner): string[] {
  const own = ownPlace(locatorOf(blocks, starts, passage), manner)
  return own.length > 0 ? own : [manner.paragraph(placeOf(blocks, starts, passage).paragraph)]
}

/** Where in its source a passage stands, as `sourceWords` says it. */
export function placeIn(source: Source, passage: Pick<Passage, 'start' | 'end'>, language: Language): PassagePlace {
  const manner = mannerOf(source.document.language, language)
  const page = pageRange(locatorOf(source.blocks, source.starts, passage))
  const words = placeFacts(source, passage, manner).join(manner.separator)
  return { ...(page !== undefined && { page }), words }
}

/** Words in the quotation marks of the document's language (of `language` where that is undetermined). */
export const quoted = (document: Pick<SourceDocument, 'language'>, words: string, language: Language): string =>
  mannerOf(document.language, language).quote(words)

function sourceFacts(from: Source, passage: Pick<Passage, 'start' | 'end'>, manner: Manner) {
  const { author, source, date } = from.document.metadata
  const title = manner.title(from.document.title.trim())
  return [title, author, source, date?.slice(0, 10), ...placeFacts(from, passage, manner)].filter(
    (fact): fact is string => fact !== undefined && fact !== '',
  )
}

/**
 * Where a passage is from: title, author, source, date and place, as far as they are known, in the manner of the
 * document's language (of `language` where that is undetermined). The place is the source's own, page, time and speaker,
 * and the number of the paragraph where it has none.
 */
export const sourceWords = (source: Source, passage: Pick<Passage, 'start' | 'end'>, language: Language): string => {
  const manner = mannerOf(source.document.language, language)
  return sourceFacts(source, passage, manner).join(manner.separator)
}

/**
 * What "copy as a quotation" puts on the clipboard: the quote with where it is from, as `sourceWords` says it, in the
 * manner of the document's language. The words of the quote are left as they are.
 */
export function quotation(
  document: Source['document'],
  passage: Pick<Passage, 'start' | 'end' | 'quote'>,
  blocks: readonly Block[],
  language: Language,
): string {
  const manner = mannerOf(document.language, language)
  const facts = sourceFacts({ document, blocks, starts: blockStarts(blocks) }, passage, manner)
  return manner.quote(passage.quote) + manner.source(facts.join(manner.separator))
}
