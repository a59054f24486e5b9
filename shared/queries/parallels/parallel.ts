/** A stretch of one of the texts: UTF-16 offsets into it; `end` is exclusive. */
export interface ParallelPlace {
  /** The text's index among those that were asked about. */
  readonly text: number
  readonly start: number
  readonly end: number
}

/** A passage that stands in two texts, in the same words or nearly. */
export interface Parallel {
  /** In the text that was given earlier, and in the later one. */
  readonly places: readonly [ParallelPlace, ParallelPlace]
  /** How many letters are the same, in the same order; spaces and punctuation are not counted. */
  readonly letters: number
  /** Twice the letters that are the same, by the letters of both: 1 when all are. */
  readonly likeness: number
  /** In how many texts its rarest stretch of five characters stands, these two included; counted up to 1,000. */
  readonly texts: number
  /**
   * `phrase` when it is short and stands in several texts, or when most of it does: set phrases, which both may have
   * from anywhere; else `borrowing`.
   */
  readonly kind: 'borrowing' | 'phrase'
}

export interface ParallelOptions {
  /** How many letters must be the same: Chinese characters, or four letters of an alphabet for each. See `shortestFor` in corpus.ts. */
  readonly shortest?: number
  /** How like the two must be, 0 to 1; 0.6 without it. */
  readonly likeness?: number
  /** At most so many, the longest first; 100,000 without it. */
  readonly limit?: number
  /** Only parallels of these texts, by their indexes, or of stretches of them, with all others; of all, without it. */
  readonly of?: readonly { readonly text: number; readonly start?: number; readonly end?: number }[]
}

/** What was found, and how. */
export interface FoundParallels {
  /** The longest first. */
  readonly parallels: readonly Parallel[]
  /** How many shorter ones were found and are left out for the limit. */
  readonly more: number
  /** What was asked for, or what was taken instead; see `shortestFor` in corpus.ts. */
  readonly shortest: number
}
