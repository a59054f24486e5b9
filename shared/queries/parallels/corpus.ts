import type { Compared } from '../duplicates'
import { withPairedMarks } from '../paired-marks'
import { type Chain, chainsOf, FOUND } from './chains'
import { type LetterIndex, makeLetterIndex } from './letter-index'
import { FULL, letterOffsets, weightTable, wholeWords } from './letters'
import type { FoundParallels, Parallel, ParallelOptions, ParallelPlace } from './parallel'
import { makeRarity, type Rarity } from './rarity'
import { makeRunFinder, type Run } from './runs'

/** Texts that are compared with each other, in the order in which they came. */
export interface ParallelCorpus {
  /** All texts that ever came, those that are gone too: their places in this list name them. */
  readonly texts: readonly Compared[]
  /** Takes texts in, in steps that say how much is done, 0 to 1. Has to be gone through to its end. */
  add(texts: readonly Compared[]): Generator<number>
  /** Compares a text no more, by its place in the list. Its letters stay until the corpus is made anew. */
  remove(text: number): void
  /** Finds what travels, in steps that say how much is done; may be given up at any step. */
  find(options: ParallelOptions): Generator<number, FoundParallels>
}

const LIKENESS = 0.6
const LIMIT = 100_000
/**
 * Where parallels of all texts are wanted that have at least so many letters, every second stretch is looked up: the
 * chance that a run of seven letters is missed is one in eight, and long ones have several runs.
 */
const SAMPLED_FROM = 20
/** A passage of fewer characters than `shorter` is a set phrase when it stands in enough texts; see `manyOf`. */
const PHRASE = { shorter: 20, texts: 4 }
/**
 * A passage of fewer characters than `shorter` is a row of set phrases when most of what is the same in it stands in
 * enough texts, and fewer than `rare` characters do not.
 */
const ROW = { shorter: 40, rare: 6 }
/** How many of `count` texts are many: 4, of more than 256 a quarter of their square root (8 of 1,000, 25 of 10,000). */
const manyOf = (count: number): number => Math.max(PHRASE.texts, Math.sqrt(count) / 4)

/**
 * How many letters must be the same where nobody said: 8; 12 among more than 2,000,000 letters, 20 among more than
 * 20,000,000. In a large corpus every short turn of phrase stands somewhere else too.
 */
export const shortestFor = (letters: number): number => (letters > 20_000_000 ? 20 : letters > 2_000_000 ? 12 : 8)

/** A corpus without texts. */
export function makeParallelCorpus(): ParallelCorpus {
  const texts: Compared[] = []
  const gone = new Set<number>()
  const index = makeLetterIndex()
  const runsOf = makeRunFinder(index)

  function* find(options: ParallelOptions): Generator<number, FoundParallels> {
    const { likeness = LIKENESS, limit = LIMIT, of } = options
    const { shortest = shortestFor(index.bounds.at(-1) as number) } = options
    const all: ParallelOptions['of'] = of ?? texts.map((_, text) => ({ text }))
    const asked = all.filter(({ text }) => !gone.has(text))
    const askedTexts = new Set(of?.map(({ text }) => text))
    let [kept, more]: [Chain[], number] = [[], 0]
    for (const [done, { text, start, end }] of asked.entries()) {
      if (done % 8 === 0) yield done / asked.length
      const within = lettersBetween(index, text, texts[text]?.text ?? '', start, end)
      const groups = runsOf({
        text,
        within,
        isEarlierOnly: of === undefined,
        isWithout: (other) => gone.has(other) || (other < text && askedTexts.has(other)),
        isSampled: of === undefined && shortest >= SAMPLED_FROM,
        weight: shortest * FULL * FOUND,
      })
      for (const runs of groups) {
        for (const chain of chainsOf(index, runs, shortest, within)) {
          if (likenessOf(chain) >= likeness && weightOf(index, chain) >= shortest * FULL) kept.push(chain)
        }
      }
      if (kept.length > 2 * limit) {
        more += kept.length - limit
        kept = kept.sort(longestFirst).slice(0, limit)
      }
    }
    more += Math.max(0, kept.length - limit)
    const parallels = yield* parallelsOf(
      index,
      texts,
      kept.sort(longestFirst).slice(0, limit),
      texts.length - gone.size,
    )
    return { parallels, more, shortest }
  }

  return {
    texts,
    *add(added) {
      texts.push(...added)
      yield* index.append(added.map(({ text }) => text))
    },
    remove: (text) => void gone.add(text),
    find,
  }
}

const longestFirst = (one: Chain, other: Chain): number => other.same - one.same || likenessOf(other) - likenessOf(one)

const likenessOf = ({ one, other, same }: Chain): number => (2 * same) / (one[1] - one[0] + other[1] - other[0])

/** What the letters weigh that are the same, were they spread evenly over the stretch. */
function weightOf({ letters }: LetterIndex, { one, same }: Chain): number {
  const weights = weightTable()
  let weight = 0
  for (let at = one[0]; at < one[1]; at++) weight += weights[letters[at] as number] as number
  return (weight * same) / (one[1] - one[0])
}

/** The letters of a text that stand between two UTF-16 offsets of it, as indexes into all letters. */
function lettersBetween(
  { bounds }: LetterIndex,
  text: number,
  whole: string,
  start = 0,
  end = whole.length,
): [from: number, until: number] {
  if (start <= 0 && end >= whole.length) return [bounds[text] as number, bounds[text + 1] as number]
  const offsets = letterOffsets(whole)
  const first = bounds[text] as number
  const before = (offset: number): number => {
    let [low, high] = [0, offsets.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((offsets[middle] as number) < offset) low = middle + 1
      else high = middle
    }
    return first + low
  }
  return [before(start), before(end)]
}

/** The chains with their places in the texts; those of which no whole word is left fall away. */
function* parallelsOf(
  index: LetterIndex,
  texts: readonly Compared[],
  chains: readonly Chain[],
  count: number,
): Generator<number, Parallel[]> {
  const rarity = makeRarity(index)
  const many = manyOf(count)
  const placed = yield* placesOf(
    index,
    texts,
    chains.flatMap(({ one, other }) => (one[0] < other[0] ? [one, other] : [other, one])),
  )
  const parallels: Parallel[] = []
  for (const [i, chain] of chains.entries()) {
    if (i % 256 === 0) yield 1
    const places = [placed[2 * i] as ParallelPlace, placed[2 * i + 1] as ParallelPlace] as const
    if (places.some(({ start, end }) => start >= end)) continue
    const spread = rarity.texts(longestOf(chain))
    const weight = weightOf(index, chain)
    const isPhrase = weight < PHRASE.shorter * FULL && spread >= many
    const kind = isPhrase || (weight < ROW.shorter * FULL && isRow(rarity, chain, many)) ? 'phrase' : 'borrowing'
    parallels.push({ places, letters: chain.same, likeness: likenessOf(chain), texts: spread, kind })
  }
  return parallels
}

const longestOf = ({ runs }: Chain): Run => runs.reduce((longest, run) => (run.length > longest.length ? run : longest))

/** Whether a chain is a row of set phrases. */
function isRow(rarity: Rarity, { runs }: Chain, many: number): boolean {
  const { rare, common } = rarity.weights(runs, many)
  return common > rare && rare < ROW.rare * FULL
}

/** Where stretches of letters stand in their texts, text after text, so that each text is gone through once. */
function* placesOf(
  { bounds, textAt }: LetterIndex,
  texts: readonly Compared[],
  stretches: readonly (readonly [start: number, end: number])[],
): Generator<number, ParallelPlace[]> {
  const places: ParallelPlace[] = new Array(stretches.length)
  const inOrder = Uint32Array.from(stretches.keys()).sort(
    (a, b) => (stretches[a]?.[0] as number) - (stretches[b]?.[0] as number),
  )
  let text = -1
  let offsets: Uint32Array = new Uint32Array(0)
  for (const i of inOrder) {
    const [start, end] = stretches[i] as readonly [number, number]
    const holder = textAt(start)
    const { text: whole } = texts[holder] as Compared
    if (holder !== text) {
      offsets = letterOffsets(whole)
      yield 1
    }
    text = holder
    const from = bounds[text] as number
    const words = wholeWords(whole, offsets[start - from] as number, (offsets[end - 1 - from] as number) + 1)
    places[i] = { text, ...withPairedMarks(whole, words.start, words.end) }
  }
  return places
}
