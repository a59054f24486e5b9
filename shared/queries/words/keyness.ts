import { logLikelihood, logRatio } from './association'
import type { Frequencies } from './frequencies'

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
 * the surest difference first. Both must be counted alike, and with nothing left out for being rare.
 */
export function keyWords(one: Frequencies, other: Frequencies): KeyWord[] {
  const others = new Map(other.rows.map((row) => [row.key, row]))
  const made = (key: string, word: string, count: number, otherCount: number): KeyWord => {
    const table = { count, size: one.tokens, otherCount, otherSize: other.tokens }
    return {
      key,
      word,
      count,
      otherCount,
      rate: one.tokens === 0 ? 0 : (MILLION * count) / one.tokens,
      otherRate: other.tokens === 0 ? 0 : (MILLION * otherCount) / other.tokens,
      logLikelihood: logLikelihood(table),
      logRatio: logRatio(table),
    }
  }
  const rows = one.rows.map(({ key, word, count }) => {
    const otherCount = others.get(key)?.count ?? 0
    others.delete(key)
    return made(key, word, count, otherCount)
  })
  for (const { key, word, count } of others.values()) rows.push(made(key, word, 0, count))
  return rows.sort((a, b) => b.logLikelihood - a.logLikelihood || (a.key < b.key ? -1 : 1))
}
