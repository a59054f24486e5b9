/**
 * Whether something is met more often in one place than in another: how often in each, and how many tokens each has.
 * `count <= size` in both.
 */
export interface TwoByTwo {
  readonly count: number
  readonly size: number
  readonly otherCount: number
  readonly otherSize: number
}

const term = (observed: number, expected: number): number =>
  observed === 0 ? 0 : observed * Math.log(observed / expected)

/**
 * The log-likelihood ratio G² of the whole table of two by two (Dunning, Accurate methods for the statistics of surprise
 * and coincidence, 1993): 3.84 and more happen by chance once in 20 times, 6.63 once in 100, 10.83 once in 1,000.
 */
export function logLikelihood({ count, size, otherCount, otherSize }: TwoByTwo): number {
  const [total, all] = [count + otherCount, size + otherSize]
  if (size === 0 || otherSize === 0 || total === 0) return 0
  const share = total / all
  const sum =
    term(count, size * share) +
    term(otherCount, otherSize * share) +
    term(size - count, size * (1 - share)) +
    term(otherSize - otherCount, otherSize * (1 - share))
  return Math.max(0, 2 * sum)
}

/**
 * How many times as frequent it is in the first as in the second, as a power of two (Hardie, Log Ratio: an informal
 * introduction, 2014): 1 is twice as frequent, -1 half. Where it is not met at all it counts as met half a time.
 */
export const logRatio = ({ count, size, otherCount, otherSize }: TwoByTwo): number =>
  size === 0 || otherSize === 0 ? 0 : Math.log2((count || 0.5) / size / ((otherCount || 0.5) / otherSize))

/**
 * How much more often two words meet than by chance, as a power of two: mutual information (Church and Hanks, Word
 * association norms, mutual information, and lexicography, 1990). `expected` above 0.
 */
export const mutualInformation = (observed: number, expected: number): number =>
  observed === 0 ? Number.NEGATIVE_INFINITY : Math.log2(observed / expected)

/**
 * How much two words belong together, whatever the size of the corpus: at most 14; a point less is half as much (Rychlý, A
 * lexicographer-friendly association score, 2008). `together` is how often they meet, `one` and `other` how often each
 * is met at all.
 */
export const logDice = (together: number, one: number, other: number): number =>
  together === 0 ? Number.NEGATIVE_INFINITY : 14 + Math.log2((2 * together) / (one + other))
