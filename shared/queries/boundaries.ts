import { type Block, blockStarts, plainText } from '../model/document'
import type { NearUnit } from './search/query'

/** Ends of sentences: a stop with closing marks after it, or the end of a paragraph. */
const SENTENCE_END = /[。！？!?；;…]+[”’」』）)"']*|\.(?=\s)|\n/g

/** Where the sentences and paragraphs of a text begin: UTF-16 offsets into its plain text, ascending, the first 0. */
export interface Boundaries {
  readonly sentences: readonly number[]
  readonly paragraphs: readonly number[]
}

/** The boundaries of a text of these blocks. */
export function boundariesOf(blocks: readonly Block[]): Boundaries {
  const ends = plainText(blocks).matchAll(SENTENCE_END)
  const sentences = [0, ...Array.from(ends, (each) => each.index + each[0].length)]
  return { sentences, paragraphs: blockStarts(blocks) }
}

/** The index of the first number that is `from` or more, of numbers that ascend. */
export function firstFrom(numbers: ArrayLike<number>, from: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) < from) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * How far it is from `end`, where the one ends, to `start`, where the other begins, no earlier: characters between them
 * (UTF-16 units), or sentences or paragraphs from the last character of the one to the first of the other, 0 in the same.
 */
export function distanceBetween(
  end: number,
  start: number,
  unit: NearUnit,
  boundaries: Boundaries | undefined,
): number {
  if (unit === 'characters') return start - end
  const starts = boundaries?.[unit]
  return starts ? firstFrom(starts, start + 1) - firstFrom(starts, end) : Number.POSITIVE_INFINITY
}
