import { scaled } from '../steps'
import { logDice, logLikelihood, mutualInformation } from './association'
import type { CountOptions } from './frequencies'
import { keyOf, matcherOf } from './keys'
import { makeTally } from './tally'
import { type CountedText, Tokens, tokensOf } from './tokens'

/** A word that stands near another. */
export interface Collocate {
  /** Folded. */
  readonly key: string
  readonly word: string
  /** How many of its places lie within the windows around the other word. */
  readonly near: number
  /** How often it stands at all. */
  readonly count: number
  /** G² of its share of the windows against that of all else; see `logLikelihood`. */
  readonly logLikelihood: number
  readonly mutualInformation: number
  readonly logDice: number
}

export interface Collocates {
  /** The highest log-likelihood first, of those that stand near more often than is expected. */
  readonly rows: readonly Collocate[]
  /** How often the word itself stands. */
  readonly count: number
  /** How many tokens lie within the windows, each counted once. */
  readonly windows: number
  readonly tokens: number
}

export interface CollocateOptions extends CountOptions {
  /** How many tokens to each side of the word are near, in its own paragraph; 5 without it. */
  readonly window?: number
}

const WINDOW = 5
const FEWEST = 2

/**
 * The words that stand near a word more often than is to be expected, in steps that say how much is done. A token within
 * two windows counts once, so that the table of two by two is true: near or not, this word or another. The texts are gone
 * through twice: to find what is near, and to count how often that stands anywhere.
 */
export function* collocatesOf(
  texts: readonly CountedText[],
  key: string,
  options: CollocateOptions,
): Generator<number, Collocates> {
  const { stops, fewest = FEWEST } = options
  const { found, ...sizes } = yield* scaled(neighbours(texts, key, options), 0, 0.5)
  const { count, windows, tokens } = sizes
  const enough = [...found].filter(([other, { near }]) => near >= fewest && !stops?.has(other))
  const keys = enough.map(([other]) => other)
  const totals = yield* scaled(makeTally(texts, options, keys).totals(), 0.5, 1)
  const others = tokens - count
  const rows: Collocate[] = []
  for (const [i, [other, { word, near }]] of enough.entries()) {
    const all = totals[i] as number
    const expected = (all * windows) / others
    if (near <= expected) continue
    rows.push({
      key: other,
      word,
      near,
      count: all,
      logLikelihood: logLikelihood({
        count: near,
        size: windows,
        otherCount: all - near,
        otherSize: others - windows,
      }),
      mutualInformation: mutualInformation(near, expected),
      logDice: logDice(near, count, all),
    })
  }
  rows.sort((a, b) => b.logLikelihood - a.logLikelihood || (a.key < b.key ? -1 : 1))
  return { rows, count, windows, tokens }
}

interface Neighbours {
  readonly found: ReadonlyMap<string, { readonly word: string; readonly near: number }>
  readonly count: number
  readonly windows: number
  readonly tokens: number
}

/** What stands in the windows around a word, and how often; the word itself is no neighbour of its own. */
function* neighbours(
  texts: readonly CountedText[],
  key: string,
  { window = WINDOW, ...options }: CollocateOptions,
): Generator<number, Neighbours> {
  const found = new Map<string, { readonly word: string; near: number }>()
  const all = new Tokens()
  const is = matcherOf(key)
  let [count, windows, tokens] = [0, 0, 0]
  for (const [at, each] of texts.entries()) {
    yield at / texts.length
    const { text } = each
    tokensOf(each, options, all)
    tokens += all.length
    const keyAt = (i: number): string => keyOf(text, all.starts[i] as number, all.ends[i] as number)
    const isKey = (i: number): boolean => is(text, all.starts[i] as number, all.ends[i] as number)
    /** Up to where all neighbours are counted. */
    let done = 0
    for (let i = 0; i < all.length; i++) {
      if (!isKey(i)) continue
      count++
      let until = i + 1
      while (until < all.length && until <= i + window && all.paragraphs[until] === all.paragraphs[i]) until++
      for (let j = Math.max(done, i - window); j < until; j++) {
        if (all.paragraphs[j] !== all.paragraphs[i] || isKey(j)) continue
        windows++
        const other = keyAt(j)
        const known = found.get(other)
        if (known) known.near++
        else found.set(other, { word: text.slice(all.starts[j], all.ends[j]), near: 1 })
      }
      done = Math.max(done, until)
    }
  }
  return { found, count, windows, tokens }
}
