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
  /** How many different ones there are; at least so many where counts fall short. */
  readonly types: number
  /** By how much a count may fall short at most, since rare ones were let go on the way; 0: they are exact. */
  readonly short: number
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
  /** How often it may have stood before, at most, when it had been let go. */
  readonly before: number
  readonly texts: number[]
  readonly counts: number[]
  /** How it is written first, and how often; other ways beside it. */
  readonly spelling: string
  times: number
  others: Map<string, number> | null
}

/** So many spellings of a word are told apart. */
const SPELLINGS = 8
/** More different ones than this are not held at once: a few hundred megabytes. */
const MOST_TYPES = 500_000
/** So many tokens are counted from one step to the next: a few milliseconds. */
const STEP = 1024

function spelt(known: Counting, spelling: string): void {
  if (spelling === known.spelling) {
    known.times++
    return
  }
  known.others ??= new Map()
  const before = known.others.get(spelling)
  if (before !== undefined || known.others.size < SPELLINGS) known.others.set(spelling, (before ?? 0) + 1)
}

/**
 * Counts the words of texts, in steps that say how much is done, 0 to 1. When there are too many different ones, the rarest
 * are let go (lossy counting: Manku and Motwani, Approximate frequency counts over data streams, 2002): what is frequent is
 * always among the rows, and no count is too high.
 */
export function* countWords(
  texts: readonly CountedText[],
  options: CountOptions,
  mostTypes = MOST_TYPES,
): Generator<number, Frequencies> {
  const { stops, fewest = 1 } = options
  const sizes = new Float64Array(texts.length)
  const found = new Map<string, Counting>()
  let [tokens, short] = [0, 0]
  for (const [at, text] of texts.entries()) {
    yield at / texts.length
    for (const { start, end, key } of countedTokens(text, options)) {
      const size = (sizes[at] as number) + 1
      sizes[at] = size
      if (size % STEP === 0) yield at / texts.length
      const spelling = text.text.slice(start, end)
      let known = found.get(key)
      if (!known) {
        while (found.size >= mostTypes) {
          short++
          for (const [rare, { count, before }] of found) if (count + before <= short) found.delete(rare)
        }
        known = { count: 0, before: short, texts: [], counts: [], spelling, times: 0, others: null }
        found.set(key, known)
      }
      known.count++
      if (known.texts.at(-1) === at) known.counts[known.counts.length - 1] = (known.counts.at(-1) as number) + 1
      else {
        known.texts.push(at)
        known.counts.push(1)
      }
      spelt(known, spelling)
    }
    tokens += sizes[at] as number
  }
  const smallest = sizes.reduce((least, size) => (size > 0 && size < least ? size : least), tokens)
  const rows: Frequency[] = []
  for (const [key, { count, texts: holders, counts, spelling, times, others }] of found) {
    if (count < fewest || stops?.has(key)) continue
    let [word, most] = [spelling, times]
    for (const [other, often] of others ?? []) if (often > most) [word, most] = [other, often]
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
  return { rows, tokens, types: short > 0 ? Math.max(found.size, mostTypes) : found.size, short }
}
