import type { Language } from '../messages'
import { type Block, blockStarts, type SourceDocument } from '../model/document'
import type { Passage } from '../model/passage'
import { placeOf } from '../model/place'

/** How a language quotes and names its source. It follows the document, not the interface, and so is no message. */
interface Manner {
  readonly quote: (words: string) => string
  readonly title: (title: string) => string
  readonly paragraph: (number: number) => string
  readonly source: (facts: readonly string[]) => string
}

const chinese = (open: string, close: string): Manner => ({
  quote: (words) => `${open}${words}${close}`,
  title: (title) => (/^《.*》$/.test(title) ? title : `《${title}》`),
  paragraph: (number) => `第${number}段`,
  source: (facts) => `（${facts.join('，')}）`,
})
const simplified = chinese('“', '”')
const traditional = chinese('「', '」')
const english: Manner = {
  quote: (words) => `“${words}”`,
  title: (title) => title,
  paragraph: (number) => `¶ ${number}`,
  source: (facts) => ` (${facts.join(', ')})`,
}

function mannerOf(tag: string, language: Language): Manner {
  if (/^zh-(Hant|TW|HK|MO)\b/i.test(tag)) return traditional
  if (/^zh\b/i.test(tag)) return simplified
  if (tag !== 'und' || language === 'en') return english
  return language === 'zh-Hant' ? traditional : simplified
}

/**
 * What "copy as a quotation" puts on the clipboard: the quote with its title, author, source, date and paragraph, as
 * far as they are known, in the manner of the document's language (of `language` where that is undetermined). The words
 * of the quote are left as they are.
 */
export function quotation(
  document: Pick<SourceDocument, 'title' | 'metadata' | 'language'>,
  passage: Pick<Passage, 'start' | 'quote'>,
  blocks: readonly Block[],
  language: Language,
): string {
  const manner = mannerOf(document.language, language)
  const { author, source, date } = document.metadata
  const { paragraph } = placeOf(blocks, blockStarts(blocks), passage)
  const title = manner.title(document.title.trim())
  const facts = [title, author, source, date?.slice(0, 10), manner.paragraph(paragraph)].filter(
    (fact): fact is string => fact !== undefined && fact !== '',
  )
  return manner.quote(passage.quote) + manner.source(facts)
}
