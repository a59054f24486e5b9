import type { DocumentId } from '../../model/ids'
import type { Hit } from '../find'
import { concordance } from '../search/concordance'
import { matcherOf } from './keys'
import { type CountedText, type TokenOptions, Tokens, tokensOf } from './tokens'

/** A place of a word with what stands around it. */
export interface WordPlace {
  readonly document: DocumentId
  /** UTF-16 offsets into the document's text; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly left: string
  readonly found: string
  readonly right: string
}

export interface WordPlaces {
  /** In the order of the texts; the first 10,000. */
  readonly places: readonly WordPlace[]
  /** How many there are in all. */
  readonly count: number
}

const MOST = 10_000
/** Characters to each side. */
const CONTEXT = 24

/** Every place that is counted under a key, in steps that say how much is done, 0 to 1. */
export function* wordPlaces(
  texts: readonly (CountedText & { readonly id: DocumentId })[],
  key: string,
  options: TokenOptions,
): Generator<number, WordPlaces> {
  const places: WordPlace[] = []
  const tokens = new Tokens()
  const is = matcherOf(key)
  let count = 0
  for (const [at, each] of texts.entries()) {
    yield at / texts.length
    const { id, text } = each
    const found: Hit[] = []
    tokensOf(each, options, tokens)
    for (let i = 0; i < tokens.length; i++) {
      const [start, end] = [tokens.starts[i] as number, tokens.ends[i] as number]
      if (is(text, start, end)) found.push({ start, end })
    }
    count += found.length
    if (places.length >= MOST) continue
    for (const { start, end, left, found: words, right } of concordance(text, found, CONTEXT))
      places.push({ document: id, start, end, left, found: words, right })
  }
  return { places: places.slice(0, MOST), count }
}
