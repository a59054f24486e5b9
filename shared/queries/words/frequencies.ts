import { dispersion } from './dispersion'
import { ngramsOf, type Token, type TokenOptions, tokensOf } from './tokens'

/** What is counted, and what is left out. */
export interface CountOptions extends TokenOptions {
  /** How many tokens make one that is counted: 1 without it, 2 for pairs and so on. */
  readonly n?: number
  /** Folded words that are not listed; they are counted among all tokens. */
  readonly stops?: ReadonlySet<string>
  /** What stands less often is not listed; 1 without it. */
  readonly fewest?: number
}

/** How often a word stands in some texts. */
export interface Frequency {
  /** Folded. */
  readonly key: string
  /** As it is written most often, or first of several. */
  readonly word: string
  readonly count: number
  /** In how many texts. */
  readonly texts: number
  /** How unevenly it is spread over them, 0 to 1; see `dispersion`. */
  readonly dispersion: number
}

/** The words of some texts. */
export interface Frequencies {
  /** The most frequent first. */
  readonly rows: readonly Frequency[]
  /** All tokens that were counted, listed or not. */
  readonly tokens: number
  /** How many different ones there are. */
  readonly types: number
}

/** A text that is counted, with its language when it is known. */
export interface CountedText {
  readonly text: string
  readonly language?: string
}

/** The tokens of a text that are counted by these options. */
export function countedTokens({ text, language }: CountedText, { n = 1, ...options }: CountOptions): Iterable<Token> {
  const tokens = tokensOf(text, { ...options, ...(language !== undefined && { language }) })
  return n > 1 ? ngramsOf(text, tokens, n) : tokens
}

interface Counting {
  count: number
  readonly texts: number[]
  readonly counts: number[]
  readonly spellings: Map<string, number>
}

/** So many spellings of a word are told apart. */
const SPELLINGS = 8

/** Counts the words of texts, in steps that say how much is done, 0 to 1. */
export function* countWords(texts: readonly CountedText[], options: CountOptions): Generator<number, Frequencies> {
  const { stops, fewest = 1 } = options
  const sizes = new Float64Array(texts.length)
  const found = new Map<string, Counting>()
  let tokens = 0
  for (const [at, text] of texts.entries()) {
    if (at % 16 === 0) yield at / texts.length
    for (const { start, end, key } of countedTokens(text, options)) {
      sizes[at] = (sizes[at] as number) + 1
      const known = found.get(key) ?? { count: 0, texts: [], counts: [], spellings: new Map<string, number>() }
      if (known.count === 0) found.set(key, known)
      known.count++
      if (known.texts.at(-1) === at) known.counts[known.counts.length - 1] = (known.counts.at(-1) as number) + 1
      else {
        known.texts.push(at)
        known.counts.push(1)
      }
      const spelling = text.text.slice(start, end)
      const before = known.spellings.get(spelling)
      if (before !== undefined || known.spellings.size < SPELLINGS) known.spellings.set(spelling, (before ?? 0) + 1)
    }
    tokens += sizes[at] as number
  }
  const smallest = sizes.reduce((least, size) => (size > 0 && size < least ? size : least), tokens)
  const rows: Frequency[] = []
  for (const [key, { count, texts: holders, counts, spellings }] of found) {
    if (count < fewest || stops?.has(key)) continue
    let [word, most] = [key, 0]
    for (const [spelling, times] of spellings) if (times > most) [word, most] = [spelling, times]
    const held = holders.map((holder) => sizes[holder] as number)
    rows.push({
      key,
      word,
      count,
      texts: holders.length,
      dispersion: dispersion(counts, held, { total: tokens, smallest }),
    })
  }
  rows.sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1))
  return { rows, tokens, types: found.size }
}
