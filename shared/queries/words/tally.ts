import { dispersion } from './dispersion'
import { Hash, HashIndex } from './hash-index'
import { hashKey } from './keys'
import { type CountedText, type TokenOptions, Tokens, tokensOf } from './tokens'

/** In how many texts a word stands, and how unevenly; see `dispersion`. */
export interface Spread {
  readonly texts: number
  readonly dispersion: number
}

/** So many tokens are looked up from one step to the next. */
const STEP = 8192

/** Counts some words, which are known, text by text. */
export interface Tally {
  /** How often each stands in all texts. */
  totals(): Generator<number, Float64Array>
  /** How each is spread, when it stands so often in all of them; `sizes` says how many tokens each text has. */
  spread(totals: ArrayLike<number>, sizes: Uint32Array): Generator<number, Spread[]>
}

/** A tally of words by what they are counted as, each once; its steps say how much is done, 0 to 1. */
export function makeTally(texts: readonly CountedText[], options: TokenOptions, keys: readonly string[]): Tally {
  const index = new HashIndex()
  const hash = new Hash()
  for (const key of keys) {
    hashKey(hash, key, 0, key.length)
    index.add(hash.one, hash.other)
  }

  /** Tells after each text how often each word stands in it that does. */
  function* each(tell: (text: number, words: readonly number[], counts: Uint32Array) => void): Generator<number, void> {
    const tokens = new Tokens()
    const counts = new Uint32Array(keys.length)
    for (const [at, counted] of texts.entries()) {
      yield at / texts.length
      const met: number[] = []
      tokensOf(counted, options, tokens)
      for (let i = 0; i < tokens.length; i++) {
        if (i % STEP === STEP - 1) yield at / texts.length
        hashKey(hash, counted.text, tokens.starts[i] as number, tokens.ends[i] as number)
        const word = index.get(hash.one, hash.other)
        if (word < 0) continue
        if (counts[word] === 0) met.push(word)
        counts[word] = (counts[word] as number) + 1
      }
      tell(at, met, counts)
      for (const word of met) counts[word] = 0
    }
  }

  return {
    *totals() {
      const totals = new Float64Array(keys.length)
      yield* each((_, words, counts) => {
        for (const word of words) totals[word] = (totals[word] as number) + (counts[word] as number)
      })
      return totals
    },
    *spread(totals, sizes) {
      const all = sizes.reduce((sum, size) => sum + size, 0)
      const smallest = sizes.reduce((least, size) => (size > 0 && size < least ? size : least), all) / all
      const holders = new Uint32Array(keys.length)
      const [apart, expected] = [new Float64Array(keys.length), new Float64Array(keys.length)]
      yield* each((text, words, counts) => {
        const share = (sizes[text] as number) / all
        for (const word of words) {
          const own = (counts[word] as number) / (totals[word] as number)
          holders[word] = (holders[word] as number) + 1
          apart[word] = (apart[word] as number) + Math.abs(own - share)
          expected[word] = (expected[word] as number) + share
        }
      })
      return keys.map((_, word) => ({
        texts: holders[word] as number,
        dispersion: dispersion(apart[word] as number, expected[word] as number, smallest),
      }))
    },
  }
}
