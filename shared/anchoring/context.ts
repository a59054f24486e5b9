import type { Passage } from '../model/passage'

/** How much of `wanted` stands in `text` unit by unit, from 0 to 1, when its first unit is put at `at`. */
function agreement(text: string, at: number, wanted: string): number {
  let same = 0
  for (let i = 0; i < wanted.length; i += 1) {
    if (text.charCodeAt(at + i) === wanted.charCodeAt(i)) same += 1
  }
  return same / wanted.length
}

/** Insertions and deletions are followed so far, in UTF-16 units. */
const BAND = 10

/**
 * 1 less the share of `wanted` that must be edited to make it the text that begins at `at` and goes in the direction
 * of `step` (1 or -1): 1 is the same, 0 has nothing in common. `wanted` is read in the same direction; the far end is
 * free. Edit distance in a band, because it is asked for four times for every passage that has not stayed as it was.
 */
function similarity(text: string, at: number, wanted: string, step: 1 | -1): number {
  const rows = wanted.length
  const far = rows + BAND
  let above = new Uint8Array(far + 2).fill(255)
  let row = new Uint8Array(far + 2).fill(255)
  for (let j = 0; j <= BAND; j += 1) above[j] = j
  for (let i = 1; i <= rows; i += 1) {
    const unit = wanted.charCodeAt(step === 1 ? i - 1 : rows - i)
    const from = Math.max(0, i - BAND)
    const to = i + BAND
    row.fill(255)
    for (let j = from; j <= to && j <= far; j += 1) {
      const same = j > 0 && text.charCodeAt(at + step * (j - 1)) === unit ? 0 : 1
      const edited = Math.min(above[j] as number, j > from ? (row[j - 1] as number) : 254) + 1
      row[j] = Math.min(edited, j > 0 ? (above[j - 1] as number) + same : 255, 255)
    }
    const swapped = above
    above = row
    row = swapped
  }
  return Math.max(0, 1 - Math.min(...above) / rows)
}

/** What speaks for a place from beside it. A side is null where the passage has no context there. */
export interface ContextScore {
  readonly before: number | null
  readonly after: number | null
}

/** A quick comparison of the context of a place with that of the passage: units that have shifted count as different. */
export const quickContext = (passage: Passage, text: string, start: number, end: number): ContextScore => ({
  before: passage.prefix === '' ? null : agreement(text, start - passage.prefix.length, passage.prefix),
  after: passage.suffix === '' ? null : agreement(text, end, passage.suffix),
})

/** The comparison by edit distance: an insertion in the context costs its own length and no more. */
export function closeContext(passage: Passage, text: string, start: number, end: number): ContextScore {
  const quick = quickContext(passage, text, start, end)
  const { prefix, suffix } = passage
  const { before, after } = quick
  return {
    before: before === null || before === 1 ? before : Math.max(before, similarity(text, start - 1, prefix, -1)),
    after: after === null || after === 1 ? after : Math.max(after, similarity(text, end, suffix, 1)),
  }
}

/** Whether at least half of one side is there, or nothing is known about either side. */
export const supports = ({ before, after }: ContextScore): boolean =>
  before === null && after === null ? true : Math.max(before ?? 0, after ?? 0) >= 0.5

/**
 * The score of a place from 0 to 1: likeness of the quote weighs 50, of each side of its context 20, as in the
 * Hypothesis client (`match-quote.ts`). That client adds 2 for nearness to the old offset; here nearness decides
 * nothing, because two equally good places must be told, not chosen between.
 */
export function placeScore(quote: number, { before, after }: ContextScore): number {
  const weight = 50 + (before === null ? 0 : 20) + (after === null ? 0 : 20)
  return (50 * quote + 20 * (before ?? 0) + 20 * (after ?? 0)) / weight
}
