import search, { type Match } from 'approx-string-match'
import { type Passage, splitsPair } from '../model/passage'

/**
 * The least likeness (1 - errors / length) at which a changed quote is still taken for the quote. Stretches of
 * unrelated prose reach about 0.4 by chance (English; less in Chinese), so half is the first value that means something.
 */
export const LEAST_LIKENESS = 0.5
/** Quotes longer than this are compared by samples, because the cost of a comparison grows with the square of length. */
const LONG = 128
const SAMPLE = 32
const SAMPLES = 4

/** A stretch of text that is like the quote; `likeness` is 1 - errors / length. */
export interface QuoteMatch {
  readonly start: number
  readonly end: number
  readonly likeness: number
}

/** How far from the expected place a quote of this length is looked for, in UTF-16 units. */
const slackFor = (length: number): number => Math.max(16, Math.min(128, length >> 1))

/** The match with the fewest errors; of several, the one whose ends are nearest to those expected. */
function nearest(text: string, from: number, to: number, wanted: string, expected: number): Match | null {
  const begin = Math.max(0, from)
  const found = search(text.slice(begin, Math.max(begin, to)), wanted, Math.floor(wanted.length * (1 - LEAST_LIKENESS)))
  let best: Match | null = null
  let least = Number.POSITIVE_INFINITY
  for (const { start, end, errors } of found) {
    const away = Math.abs(begin + start - expected) + Math.abs(end - start - wanted.length)
    if (away < least) {
      least = away
      best = { start: begin + start, end: begin + end, errors }
    }
  }
  return best
}

function matchLong(text: string, quote: string, expected: number): QuoteMatch | null {
  const slack = slackFor(quote.length)
  const last = quote.length - SAMPLE
  const head = nearest(text, expected - slack, expected + SAMPLE + slack, quote.slice(0, SAMPLE), expected)
  const start = Math.max(0, head?.start ?? expected)
  const tailAt = start + last
  const reach = Math.max(slack, Math.min(quote.length >> 1, 1024))
  const tail = nearest(text, tailAt - reach, tailAt + SAMPLE + reach, quote.slice(last), tailAt)
  const end = Math.min(text.length, tail?.end ?? tailAt + SAMPLE)
  if (end <= start || (head === null && tail === null)) return null
  let errors = (head?.errors ?? SAMPLE) + (tail?.errors ?? SAMPLE)
  const stretch = (end - start) / quote.length
  for (let sample = 1; sample <= SAMPLES; sample += 1) {
    const at = Math.round((last * sample) / (SAMPLES + 1))
    const place = start + Math.round(at * stretch)
    const reached = nearest(text, place - 32, place + SAMPLE + 32, quote.slice(at, at + SAMPLE), place)
    errors += reached?.errors ?? SAMPLE
  }
  const edited = (errors / (SAMPLE * (SAMPLES + 2))) * quote.length
  const grown = Math.abs(end - start - quote.length)
  return { start, end, likeness: Math.max(0, 1 - Math.max(edited, grown) / quote.length) }
}

/** Ends that fall beside the remembered context are set to it, so that words added at the quote's edges are included. */
function fitToContext(match: QuoteMatch, passage: Passage, text: string): QuoteMatch {
  const slack = slackFor(passage.quote.length)
  const before = passage.prefix.slice(-8)
  const after = passage.suffix.slice(0, 8)
  let { start, end } = match
  if (before.length > 1) {
    const found = text.slice(Math.max(0, start - slack - before.length), start + slack).lastIndexOf(before)
    if (found >= 0) start = Math.max(0, match.start - slack - before.length) + found + before.length
  }
  if (after.length > 1) {
    const from = Math.max(0, end - slack)
    const found = text.slice(from, end + slack + after.length).indexOf(after)
    if (found >= 0) end = from + found
  }
  const grown = Math.abs(end - start - passage.quote.length)
  const likeness = Math.min(match.likeness, 1 - grown / passage.quote.length)
  return start < end && likeness >= LEAST_LIKENESS ? { start, end, likeness } : match
}

/**
 * What stands near `expected` (a UTF-16 offset of `text`) and is most like the passage's quote, or null when nothing
 * there is at least half like it. Quotes of up to three units, or of fewer than four different ones (`哈哈哈哈`, `......`),
 * are never matched approximately: they have too little of their own, and no certain ends.
 */
export function matchQuote(passage: Passage, text: string, expected: number): QuoteMatch | null {
  const { quote } = passage
  if (new Set(quote.slice(0, LONG)).size <= 3) return null
  const slack = slackFor(quote.length)
  const near =
    quote.length > LONG ? null : nearest(text, expected - slack, expected + quote.length + slack, quote, expected)
  const found =
    quote.length > LONG
      ? matchLong(text, quote, expected)
      : near && { start: near.start, end: near.end, likeness: 1 - near.errors / quote.length }
  if (found === null || found.likeness < LEAST_LIKENESS) return null
  if (text.slice(found.start, found.end) === quote) return { ...found, likeness: 1 }
  const { start, end, likeness } = fitToContext(found, passage, text)
  const from = splitsPair(text, start) ? start - 1 : start
  const to = splitsPair(text, end) ? end + 1 : end
  return from < to ? { start: from, end: to, likeness: Math.min(likeness, 1 - 1 / quote.length) } : null
}
