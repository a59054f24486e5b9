import type { Compared } from '../duplicates'
import { lastOf, scaled } from '../steps'
import { makeCandidates } from './candidates'
import { mostTelling } from './most-telling'
import { maximalRepeats } from './repeats'
import { rowOf } from './row'
import { standingAlone } from './standing-alone'
import { trimmed, weightOf } from './trimming'
import { written } from './written'

/** Where a set phrase stands, as columns of numbers: the first, second … place is told by the first, second … of each. */
export interface PhrasePlaces {
  /** The text's index among those that were asked about; ascending. */
  readonly texts: Uint32Array
  /** UTF-16 offsets into it, ascending in each text; `ends` are exclusive. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** A set phrase (提法): an expression that recurs from text to text. */
export interface SetPhrase {
  /** As it is written most often. */
  readonly phrase: string
  /** Every way in which it is written (script, width, case, marks inside), the most frequent first. */
  readonly spellings: readonly {
    readonly text: string
    readonly count: number
  }[]
  /** Where it stands, in the order of the texts. */
  readonly places: PhrasePlaces
  /** In how many texts it stands. */
  readonly texts: number
  /** How many of its places are not inside a longer phrase of the list. */
  readonly alone: number
}

export interface PhraseOptions {
  /** How long a phrase is at least: a Chinese character counts 1, a word that stands between spaces 4/3. 4 without it. */
  readonly shortest?: number
  /** In how many texts it stands at least; 2 without it. */
  readonly texts?: number
  /** How often it stands in all at least; 2 without it. */
  readonly count?: number
  /** At most so many, the most telling first: those in most texts, then the longest. 2,000 without it. */
  readonly limit?: number
}

const SHORTEST = 4
const LIMIT = 2000
/** Longer than this in units nothing is called a phrase: it is a passage that travels. */
const LONGEST = 64

/**
 * The set phrases of texts, found without a list of words: all maximal repeats of folded clauses that are long enough and
 * stand in enough texts, cut short where they end with words that only bind, or with a part of a word. What stands outside
 * longer phrases of the list too seldom, and not in another text, is left out.
 */
export function setPhrases(texts: readonly Compared[], options: PhraseOptions = {}): SetPhrase[] {
  return lastOf(findPhrases(texts, options))
}

/** `setPhrases` in steps that say how much is done, 0 to 1. */
export function* findPhrases(texts: readonly Compared[], options: PhraseOptions): Generator<number, SetPhrase[]> {
  const { shortest = SHORTEST, texts: spread = 2, count = 2, limit = LIMIT } = options
  const row = yield* scaled(rowOf(texts), 0, 0.15)
  const { units } = row
  const candidates = makeCandidates()
  const least = Math.max(2, Math.min(4, Math.ceil(shortest)))
  const trim = (start: number, length: number): readonly [skip: number, size: number] | null => {
    const [skip, end] = trimmed(units, start, length)
    return weightOf(units, start + skip, end - skip) >= shortest ? [skip, end - skip] : null
  }
  const repeats = maximalRepeats(row, { least, most: LONGEST, texts: spread }, (from, until, length, first) => {
    const left = until - from < count ? null : trim(first, length)
    if (left) candidates.add(from, until - from, ...left)
  })
  const order = yield* scaled(repeats, 0.15, 0.7)
  const standing = yield* scaled(standingAlone(candidates, order, row, { most: LONGEST, count, trim }), 0.7, 0.85)
  const telling = yield* scaled(mostTelling(standing, candidates, order, row, limit), 0.85, 0.9)
  return yield* scaled(written(telling, row, texts), 0.9, 1)
}
