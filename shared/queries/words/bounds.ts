/**
 * Where words begin and end in a text, as `Intl.Segmenter` parts it: two bits for each UTF-16 unit, four units a byte from
 * the lowest bits on. The first says that a word begins with the unit, the second that one ends with it.
 */
export type WordBounds = Uint8Array

/** Longer paragraphs are parted in pieces: some engines take ever longer over them (V8 before 2024: with their square). */
const LONGEST = 1000

/** One segmenter for each language: they are slow to make. */
const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

/**
 * Parts a text into words, paragraph by paragraph, in steps that say how much is done, 0 to 1. `language` is a BCP 47 tag;
 * Chinese without it.
 */
export function* wordBounds(text: string, language = 'zh'): Generator<number, WordBounds> {
  const segmenter = segmenterOf(language)
  const bounds = new Uint8Array((text.length + 3) >> 2)
  const mark = (at: number, bit: number): void => {
    bounds[at >> 2] = (bounds[at >> 2] as number) | (bit << (2 * (at & 3)))
  }
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    for (let from = start; from < end; ) {
      const until = pieceEnd(text, from, end)
      for (const { index, segment, isWordLike } of segmenter.segment(text.slice(from, until))) {
        if (!isWordLike) continue
        mark(from + index, 1)
        mark(from + index + segment.length - 1, 2)
      }
      from = until
      yield from / text.length
    }
    start = end + 1
  }
  return bounds
}

/** Whether a word begins with a unit (1), ends with it (2), both (3) or neither (0). */
export const boundAt = (bounds: WordBounds, at: number): number => ((bounds[at >> 2] as number) >> (2 * (at & 3))) & 3

/** Where a piece ends that is not too long: behind a stop when there is one. */
function pieceEnd(text: string, from: number, end: number): number {
  if (end - from <= LONGEST) return end
  for (let at = from + LONGEST; at > from + LONGEST / 2; at--)
    if (/[。！？；，.!?;,\s]/.test(text[at - 1] as string)) return at
  const isPair = /[\ud800-\udbff]/.test(text[from + LONGEST - 1] as string)
  return from + LONGEST - (isPair ? 1 : 0)
}
