import type { Frequencies } from '#shared/queries/words/frequencies'
import type { KeyWord } from '#shared/queries/words/keyness'
import type { Result } from '#shared/result'

/** A word as a row: of all documents, or of a group beside the others. */
export interface ListedWord {
  readonly key: string
  readonly word: string
  readonly count: number
  /** Times in 1,000,000 tokens. */
  readonly rate: number
  readonly texts?: number
  readonly dispersion?: number
  readonly otherCount?: number
  readonly logLikelihood?: number
  readonly logRatio?: number
}

export interface ListedWords {
  readonly rows: readonly ListedWord[]
  /** Whether two groups are compared. */
  readonly isKeyed: boolean
  /** What stands no more often than this may be missing; see `Frequencies`. */
  readonly short: number
}

/** The answer of the corpus as rows. */
export function wordsListed(result: Result<Frequencies | readonly KeyWord[] | null>): Result<ListedWords | null> {
  if (!result.ok || result.value === null) return result as Result<null>
  const { value } = result
  if ('rows' in value) {
    const rows = value.rows.map((row) => ({ ...row, rate: Math.round((1_000_000 * row.count) / value.tokens) }))
    return { ok: true, value: { rows, isKeyed: false, short: value.short } }
  }
  return { ok: true, value: { rows: value, isKeyed: true, short: 0 } }
}
