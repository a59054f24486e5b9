import type { Compared } from '../duplicates'
import { type Chain, chainsOf } from './chains'
import { indexLetters, type LetterIndex, stretchEnd } from './letter-index'
import { FULL, letterOffsets, lettersOf, weightTable, wholeWords } from './letters'
import { runsWithEarlier } from './runs'

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
  /** In how many texts its rarest stretch of five characters stands, these two included. */
  readonly texts: number
  /**
   * `phrase` when it is short and stands in several texts: a set phrase, which both may have from anywhere; else
   * `borrowing`.
   */
  readonly kind: 'borrowing' | 'phrase'
}

export interface ParallelOptions {
  /** How many letters must be the same: Chinese characters, or four letters of an alphabet for each. 8 without it. */
  readonly shortest?: number
  /** How like the two must be, 0 to 1; 0.6 without it. */
  readonly likeness?: number
  /** Only parallels of these texts, by their indexes, with all before them; of all, without it. */
  readonly of?: readonly number[]
  /** Told now and then how far it is: 0 to 1. */
  readonly onProgress?: (done: number) => void
}

const SHORTEST = 8
const LIKENESS = 0.6
/** A passage of fewer characters than this, in at least so many texts (or one text in so many), is a set phrase. */
const PHRASE = { shorter: 20, texts: 4, oneIn: 50 }

/**
 * The passages that texts share, exact or with changes, across scripts, the longest first. Every stretch of five
 * characters is looked up in the texts before (seeds), what is the same around it makes a run, runs that follow each
 * other with little between them make a chain (as in BLAST: Altschul and others, 1990; for text reuse: Smith, Cordell
 * and Mullen, Computational methods for uncovering reprinted texts, 2015), and a chain is followed beyond its ends as long
 * as more is the same than is not.
 */
export function findParallels(texts: readonly Compared[], options: ParallelOptions = {}): Parallel[] {
  const { shortest = SHORTEST, likeness = LIKENESS, onProgress } = options
  const index = indexLetters(texts.map(({ text }) => lettersOf(text)))
  const found: Parallel[] = []
  const asked = options.of ?? texts.map((_, i) => i)
  const offsets = new Map<number, Uint32Array>()
  const offsetsOf = (text: number): Uint32Array => {
    const known = offsets.get(text)
    if (known) return known
    if (offsets.size >= KEPT) offsets.clear()
    const made = letterOffsets(texts[text]?.text ?? '')
    offsets.set(text, made)
    return made
  }
  asked.forEach((text, done) => {
    if (done % 16 === 0) onProgress?.(done / asked.length)
    for (const chain of chainsWithEarlier(index, text, shortest)) {
      if (weightOf(index, chain) < shortest * FULL || likenessOf(chain) < likeness) continue
      const places = [placeOf(chain.other), placeOf(chain.one)] as const
      if (places.some(({ start, end }) => start >= end)) continue
      found.push(parallelOf(index, chain, places, texts.length))
    }
  })
  onProgress?.(1)
  return found.sort((one, other) => other.letters - one.letters || other.likeness - one.likeness)

  function placeOf([start, end]: readonly [number, number]): ParallelPlace {
    const text = index.textAt(start)
    const at = offsetsOf(text)
    const from = index.bounds[text] as number
    const whole = wholeWords(texts[text]?.text ?? '', at[start - from] as number, (at[end - 1 - from] as number) + 1)
    return { text, ...whole }
  }
}

/** How many texts' letter offsets are kept at once. */
const KEPT = 500

/** The chains of a text with each text before it. */
function* chainsWithEarlier(index: LetterIndex, text: number, fewest: number): Generator<Chain> {
  const runs = runsWithEarlier(index, text)
  for (let from = 0; from < runs.length; ) {
    const end = index.bounds[index.textAt(runs[from]?.other as number) + 1] as number
    let until = from
    while (until < runs.length && (runs[until]?.other as number) < end) until++
    yield* chainsOf(index, runs.slice(from, until), fewest)
    from = until
  }
}

const likenessOf = ({ one, other, same }: Chain): number => (2 * same) / (one[1] - one[0] + other[1] - other[0])

/** What the letters weigh that are the same, were they spread evenly over the stretch. */
function weightOf({ letters }: LetterIndex, { one, same }: Chain): number {
  const weights = weightTable()
  let weight = 0
  for (let at = one[0]; at < one[1]; at++) weight += weights[letters[at] as number] as number
  return (weight * same) / (one[1] - one[0])
}

function parallelOf(
  index: LetterIndex,
  chain: Chain,
  places: readonly [ParallelPlace, ParallelPlace],
  all: number,
): Parallel {
  const texts = rarity(index, chain)
  const isPhrase = weightOf(index, chain) < PHRASE.shorter * FULL && texts >= Math.max(PHRASE.texts, all / PHRASE.oneIn)
  return {
    places,
    letters: chain.same,
    likeness: likenessOf(chain),
    texts,
    kind: isPhrase ? 'phrase' : 'borrowing',
  }
}

/** In how many texts the rarest stretch of a chain's longest run stands. */
function rarity(index: LetterIndex, { longest }: Chain): number {
  let least = Number.POSITIVE_INFINITY
  for (let at = longest.one; at < longest.one + longest.length; at++) {
    const key = index.keyAt(at)
    if (key < 0 || stretchEnd(index.letters, at) > longest.one + longest.length) break
    const [from, until] = [index.starts[key] as number, index.starts[key + 1] as number]
    if (until - from >= least) continue
    const texts = new Set<number>()
    for (let i = from; i < until; i++) texts.add(index.textAt(index.places[i] as number))
    least = Math.min(least, texts.size)
  }
  return Number.isFinite(least) ? Math.max(2, least) : 2
}
