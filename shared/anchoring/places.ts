import type { Passage } from '../model/passage'
import { type ContextScore, closeContext, placeScore, quickContext } from './context'
import { GRAM, type GramIndex, type Occurrences } from './gram-index'
import { matchQuote } from './match-quote'

/** A place where a passage may be now. */
export interface Place {
  readonly start: number
  readonly end: number
  /** 1 where the quote stands as it was. */
  readonly likeness: number
  readonly context: ContextScore
  /** See `placeScore`. */
  readonly score: number
}

/** Everything that speaks for one place or another. */
export interface Places {
  /** Best first; places that overlap an equally or more likely changed place are left out. */
  readonly found: readonly Place[]
  /** How often the quote stands in the text as it was, as far as it was looked for. */
  readonly occurrences: number
  /** False when the quote is so frequent that some of its places were not looked at. */
  readonly complete: boolean
}

/** So many occurrences of a quote are looked at one by one. */
const MOST_OCCURRENCES = 64
const VOTES = 400
/** Edits within a passage and its context pull its grams apart so far. */
const WIDTH = 16
/** A changed place of this score needs no comparison with places that only the hints speak for. */
const GOOD = 0.75
/** So many of the best places are compared closely. */
const CLOSELY = 3

/**
 * Where `offsets` gather, most votes first: the middle of each stretch no wider than `WIDTH`. Stretches with less than
 * half of the most votes, or only one, are chance.
 */
function gatherings(offsets: readonly number[]): number[] {
  const sorted = Int32Array.from(offsets).sort()
  const all: { at: number; votes: number }[] = []
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && (sorted[to] as number) - (sorted[from] as number) <= WIDTH) to += 1
    if (to - from > 1) all.push({ at: sorted[(from + to) >> 1] as number, votes: to - from })
    from = to
  }
  all.sort((a, b) => b.votes - a.votes)
  const most = all[0]?.votes ?? 0
  return all
    .filter(({ votes }) => votes * 2 >= most)
    .slice(0, CLOSELY)
    .map(({ at }) => at)
}

/**
 * Places of the quote, up to `MOST_OCCURRENCES`. A quote too short for a gram is taken only from where its
 * context gathers, if it has any: elsewhere it would not be believed.
 */
function exactPlaces(index: GramIndex, { quote, prefix, suffix }: Passage): Occurrences {
  if (quote.length >= GRAM) return index.occurrences(quote, MOST_OCCURRENCES)
  if (prefix.length + suffix.length >= 2 * GRAM) return { at: [], complete: false }
  const found: number[] = []
  let at = index.text.indexOf(quote)
  while (at >= 0 && found.length < MOST_OCCURRENCES) {
    found.push(at)
    at = index.text.indexOf(quote, at + 1)
  }
  return { at: found, complete: at < 0 }
}

/**
 * The places where `passage` may stand now: every place of its quote, and what is like the quote near `hints` (UTF-16
 * offsets where it is expected to begin) or wherever rare grams of quote and context gather.
 */
export function placesOf(passage: Passage, index: GramIndex, hints: readonly number[]): Places {
  const { text } = index
  const { quote, prefix, suffix } = passage
  const standing = exactPlaces(index, passage)
  const starts = new Set(standing.at)
  const around = prefix + quote + suffix
  const votes = index.beginnings(around, VOTES)
  const gathered = gatherings(votes.offsets).map((at) => at + prefix.length)
  for (const at of [...gathered, ...hints]) {
    const from = Math.max(0, at - WIDTH)
    const near = text.slice(from, Math.max(from, at + quote.length + WIDTH)).indexOf(quote)
    if (near >= 0) starts.add(from + near)
    if (at >= 0 && text.startsWith(quote, at)) starts.add(at)
  }
  const exact = [...starts].map((start): Place => {
    const end = start + quote.length
    const context = quickContext(passage, text, start, end)
    return { start, end, likeness: 1, context, score: placeScore(1, context) }
  })
  exact.sort((a, b) => b.score - a.score)
  const found = [...exact.slice(0, CLOSELY).map((place) => closely(place, passage, text)), ...exact.slice(CLOSELY)]
  if (!found.some((place) => place.score > 0.9)) {
    const changed = changedPlaces(passage, text, gathered)
    if (!changed.some((place) => place.score > GOOD)) changed.push(...changedPlaces(passage, text, hints))
    for (const place of changed) {
      if (!found.some((other) => overlap(other, place) && other.score >= place.score)) found.push(place)
    }
  }
  found.sort((a, b) => b.score - a.score)
  return {
    found: apart(found),
    occurrences: starts.size,
    complete: standing.complete || !votes.sampled,
  }
}

const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end

function closely(place: Place, passage: Passage, text: string): Place {
  const context = closeContext(passage, text, place.start, place.end)
  return { ...place, context, score: placeScore(place.likeness, context) }
}

function changedPlaces(passage: Passage, text: string, expected: readonly number[]): Place[] {
  const looked: number[] = []
  const places: Place[] = []
  for (const at of expected) {
    if (looked.some((other) => Math.abs(other - at) <= 4)) continue
    looked.push(at)
    const match = matchQuote(passage, text, at)
    if (match && !places.some((place) => place.start === match.start && place.end === match.end)) {
      const context = closeContext(passage, text, match.start, match.end)
      places.push({ ...match, context, score: placeScore(match.likeness, context) })
    }
  }
  return places
}

/** `sorted` without the changed places that overlap a better one: those are the same place seen twice. */
function apart(sorted: readonly Place[]): Place[] {
  const kept: Place[] = []
  for (const place of sorted) {
    const twice = kept.some((other) => overlap(other, place) && (other.likeness < 1 || place.likeness < 1))
    if (!twice) kept.push(place)
  }
  return kept
}
