import { logLikelihood, logRatio } from './association'
import { countTexts, MOST_TYPES } from './counting'
import { type CountOptions, numberOf } from './frequencies'
import type { CountedText } from './tokens'

/** A word that one group of texts has more often than another. */
export interface KeyWord {
  readonly key: string
  readonly word: string
  /** How often it stands in the one group, and in the other. */
  readonly count: number
  readonly otherCount: number
  /** Times in 1,000,000 tokens of each group. */
  readonly rate: number
  readonly otherRate: number
  /** G²: how sure the difference is; see `logLikelihood`. */
  readonly logLikelihood: number
  /** How large it is, above 0 when the one group has more; see `logRatio`. */
  readonly logRatio: number
}

const MILLION = 1_000_000

/**
 * What tells two groups of texts apart (keyness: Rayson and Garside, Comparing corpora using frequency profiling, 2000),
 * the surest difference first, in steps that say how much is done. `options.fewest` counts both groups together.
 */
export function* keyWords(
  one: readonly CountedText[],
  other: readonly CountedText[],
  options: CountOptions,
  mostTypes = MOST_TYPES,
): Generator<number, KeyWord[]> {
  const { stops = new Set(), fewest = 1, limit } = options
  const counted = yield* countTexts([one, other], options, mostTypes)
  const [size, otherSize] = counted.tokens as [number, number]
  const [counts, otherCounts] = counted.counts as [Uint32Array, Uint32Array]
  const stopped = new Set(Array.from(stops, (stop) => numberOf(counted, stop)))
  const sureness = new Float64Array(counted.length)
  const words: number[] = []
  for (let word = 0; word < counted.length; word++) {
    const [count, otherCount] = [counts[word] as number, otherCounts[word] as number]
    if (count + otherCount < fewest || stopped.has(word)) continue
    words.push(word)
    sureness[word] = logLikelihood({ count, size, otherCount, otherSize })
  }
  const rate = (count: number, of: number): number => (of === 0 ? 0 : (MILLION * count) / of)
  return surest(words, sureness, limit)
    .map((word): KeyWord => {
      const [count, otherCount] = [counts[word] as number, otherCounts[word] as number]
      return {
        key: counted.key(word),
        word: counted.written(word),
        count,
        otherCount,
        rate: rate(count, size),
        otherRate: rate(otherCount, otherSize),
        logLikelihood: sureness[word] as number,
        logRatio: logRatio({ count, size, otherCount, otherSize }),
      }
    })
    .sort((a, b) => b.logLikelihood - a.logLikelihood || (a.key < b.key ? -1 : 1))
}

/** The first `limit` of them, in no order: those that are less sure than the last of these are not sorted. */
function surest(words: readonly number[], sureness: Float64Array, limit = words.length): number[] {
  if (words.length <= limit) return [...words]
  const least = Float64Array.from(words, (word) => sureness[word] as number).sort()[words.length - limit] as number
  const surer = words.filter((word) => (sureness[word] as number) > least)
  const alike = words.filter((word) => sureness[word] === least)
  return [...surer, ...alike.slice(0, limit - surer.length)]
}
