import { scaled } from '../steps'
import { type Counted, countTexts, MOST_TYPES } from './counting'
import { Hash } from './hash-index'
import { hashKey } from './keys'
import { makeTally } from './tally'
import type { CountedText, TokenOptions } from './tokens'

/** What is counted, and what is left out. */
export interface CountOptions extends TokenOptions {
  /** Words that are not listed, as they are counted; they are counted among all tokens. */
  readonly stops?: ReadonlySet<string>
  /** What stands less often is not listed; 1 without it. */
  readonly fewest?: number
  /** At most so many are listed, the most frequent; all without it. */
  readonly limit?: number
}

/** How often a word stands in some texts. */
export interface Frequency {
  /** What it is counted as: folded, without the spaces that scripts without spaces need not have. */
  readonly key: string
  /** As it is written most often, or first of several. */
  readonly word: string
  readonly count: number
  /** In how many texts. */
  readonly texts: number
  /** How unevenly it is spread over them, 0 to 1; see `dispersion`. */
  readonly dispersion: number
}

/** The words of some texts. */
export interface Frequencies {
  /** The most frequent first. */
  readonly rows: readonly Frequency[]
  /** All tokens that were counted, listed or not. */
  readonly tokens: number
  /** How many different ones there are; at least so many where some were let go. */
  readonly types: number
  /** What stands no more often than this may be missing, since rare words were let go on the way; 0: none is. */
  readonly short: number
}

/**
 * Counts the words of texts, in steps that say how much is done, 0 to 1. The texts are gone through twice: to find what is
 * frequent (see `countTexts`), and to count that text by text. So the counts of all that is listed are exact.
 */
export function* countWords(
  texts: readonly CountedText[],
  options: CountOptions,
  mostTypes = MOST_TYPES,
): Generator<number, Frequencies> {
  const { fewest = 1 } = options
  const counted = yield* scaled(countTexts([texts], options, mostTypes), 0, 0.6)
  const counts = counted.counts[0] as Uint32Array
  const chosen = mostFrequent(counted, counts, options)
  const keys = Array.from(chosen, (word) => counted.key(word))
  const tally = makeTally(texts, options, keys)
  // Where words were let go, how often one stands is known only when all texts were gone through once more.
  const totals =
    counted.short === 0 ? chosen.map((word) => counts[word] as number) : yield* scaled(tally.totals(), 0.6, 0.8)
  const spread = yield* scaled(tally.spread(totals, counted.sizes), 0.8, 1)
  const rows = keys
    .map((key, i) => ({
      key,
      word: counted.written(chosen[i] as number),
      count: totals[i] as number,
      ...(spread[i] as (typeof spread)[number]),
    }))
    .filter(({ count }) => count >= fewest)
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1))
  return { rows, tokens: counted.tokens[0] as number, types: counted.types, short: counted.short }
}

/** As many words as numbers are told apart beside their counts in one number. */
const WORDS = 2 ** 22

/** The numbers of the words that stand most often. */
function mostFrequent(
  counted: Counted,
  counts: Uint32Array,
  { stops = new Set(), fewest = 1, limit }: CountOptions,
): Uint32Array {
  const stopped = new Set(Array.from(stops, (stop) => numberOf(counted, stop)))
  const ranks = new Float64Array(counted.length)
  let length = 0
  for (let word = 0; word < counted.length; word++) {
    const count = counts[word] as number
    if (count + counted.short >= fewest && !stopped.has(word)) ranks[length++] = word - count * WORDS
  }
  const sorted = ranks.subarray(0, length).sort().subarray(0, limit)
  return Uint32Array.from(sorted, (rank) => rank - Math.floor(rank / WORDS) * WORDS)
}

/** The number of a word by what it is counted as; -1 when it is not held. */
export function numberOf(counted: Counted, key: string): number {
  const hash = new Hash()
  hashKey(hash, key, 0, key.length)
  return counted.find(hash)
}
