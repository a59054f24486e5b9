/** A stretch inside one block's text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

const segmenters = new Map<string, Intl.Segmenter>()

/** A segmenter is costly to make (tens of milliseconds for Chinese), so each is made once. */
function segmenter(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const name = `${language} ${granularity}`
  let made = segmenters.get(name)
  if (!made) {
    made = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity })
    segmenters.set(name, made)
  }
  return made
}

/** How much text around a place is looked at: `Intl.Segmenter` is slow on very long strings in older engines. */
const WINDOW = 2000

function around(text: string, offset: number): Span {
  const from = Math.max(0, offset - WINDOW)
  const stop = text.slice(from, offset).search(/(?<=[\s。！？])\S/)
  return { start: from === 0 || stop < 0 ? from : from + stop, end: Math.min(text.length, offset + WINDOW) }
}

function segmentAt(text: string, offset: number, language: string, granularity: 'word' | 'sentence'): Span | null {
  if (text.length === 0) return null
  const window = around(text, offset)
  const inside = Math.min(offset, text.length - 1) - window.start
  const found = segmenter(language, granularity).segment(text.slice(window.start, window.end)).containing(inside)
  if (!found) return null
  const start = window.start + found.index
  return { start, end: start + found.segment.length }
}

/**
 * The word at `offset` (0 to the text's length) of one block's text, as Unicode's and ICU's dictionaries see words in
 * `language` (BCP 47); punctuation and spaces count as words of their own. null for an empty text.
 */
export const wordAt = (text: string, offset: number, language: string): Span | null =>
  segmentAt(text, offset, language, 'word')

const OPENING = /[“‘「『（《〈【〔([]/

/**
 * The sentence at `offset` without the white space around it. null for a text without a sentence there. A mark that
 * opens a quotation or a bracket right after a stop belongs to what it opens (Unicode's rule gives it to the sentence
 * before, for it cannot tell opening from closing there).
 */
export function sentenceAt(text: string, offset: number, language: string): Span | null {
  const span = segmentAt(text, offset, language, 'sentence')
  if (!span) return null
  let { start, end } = span
  while (end < text.length && end > start + 1 && OPENING.test(text[end - 1] ?? '')) end -= 1
  if (offset >= end && end < span.end) return sentenceAt(text, span.end, language)
  while (start > 0 && OPENING.test(text[start - 1] ?? '')) start -= 1
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = start + words.trimEnd().length
  return from < to ? { start: from, end: to } : null
}
