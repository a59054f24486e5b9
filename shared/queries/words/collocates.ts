import { logDice, logLikelihood, mutualInformation } from './association'
import { type CountedText, type CountOptions, countedTokens } from './frequencies'

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
 * two windows counts once, so that the table of two by two is true: near or not, this word or another.
 */
export function* collocatesOf(
  texts: readonly CountedText[],
  key: string,
  options: CollocateOptions,
): Generator<number, Collocates> {
  const { window = WINDOW, stops, fewest = FEWEST } = options
  const found = new Map<string, { word: string; near: number; count: number }>()
  let [count, windows, tokens] = [0, 0, 0]
  for (const [at, text] of texts.entries()) {
    if (at % 16 === 0) yield at / texts.length
    const all = [...countedTokens(text, options)]
    tokens += all.length
    const isNear = new Uint8Array(all.length)
    for (const [i, token] of all.entries()) {
      if (token.key !== key) continue
      count++
      for (let j = Math.max(0, i - window); j <= Math.min(all.length - 1, i + window); j++) {
        if (all[j]?.paragraph === token.paragraph) isNear[j] = 1
      }
    }
    for (const [i, token] of all.entries()) {
      // The word itself is no neighbour of its own.
      if (token.key === key) continue
      const known = found.get(token.key)
      const near = isNear[i] as number
      windows += near
      if (known) {
        known.count++
        known.near += near
      } else found.set(token.key, { word: text.text.slice(token.start, token.end), near, count: 1 })
    }
  }
  const others = tokens - count
  const rows: Collocate[] = []
  for (const [other, { word, near, count: all }] of found) {
    if (near < fewest || stops?.has(other)) continue
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
