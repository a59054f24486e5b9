/** How much text either side of a quote is kept with it, in UTF-16 units. */
export const CONTEXT_LENGTH = 32

/** A stretch of a document's plain text, with what is needed to find it again after the text has changed. */
export interface Passage {
  /** UTF-16 offsets into the document's plain text; `end` is exclusive and greater than `start`. */
  readonly start: number
  readonly end: number
  /** The text between `start` and `end`. */
  readonly quote: string
  /** Up to `CONTEXT_LENGTH` UTF-16 units before and after the quote; shorter at the ends of the text. */
  readonly prefix: string
  readonly suffix: string
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** Whether `offset` falls between the two halves of a surrogate pair. */
export const splitsPair = (text: string, offset: number): boolean =>
  offset > 0 && offset < text.length && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1))

/**
 * The passage from `start` to `end` (UTF-16 offsets, in either order) of `text`. Ends that would cut a surrogate
 * pair are moved outward; so is context.
 * Throws a RangeError when an offset lies outside the text or the passage would be empty.
 */
export function passageOf(text: string, start: number, end: number): Passage {
  let from = Math.min(start, end)
  let to = Math.max(start, end)
  if (!(from >= 0 && to <= text.length)) {
    throw new RangeError(`A passage from ${from} to ${to} lies outside a text of ${text.length} UTF-16 units.`)
  }
  if (splitsPair(text, from)) from -= 1
  if (splitsPair(text, to)) to += 1
  if (from === to) throw new RangeError(`A passage cannot be empty (at ${from}).`)
  let before = Math.max(0, from - CONTEXT_LENGTH)
  let after = Math.min(text.length, to + CONTEXT_LENGTH)
  if (splitsPair(text, before)) before += 1
  if (splitsPair(text, after)) after -= 1
  return {
    start: from,
    end: to,
    quote: text.slice(from, to),
    prefix: text.slice(before, from),
    suffix: text.slice(to, after),
  }
}
