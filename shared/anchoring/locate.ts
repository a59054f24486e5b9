import type { Passage } from '../model/passage'
import { supports } from './context'
import { GRAM, type GramIndex, gramIndex } from './gram-index'
import { type Place, placesOf } from './places'
import { replaced } from './replaced'

/**
 * Where a passage is now, as UTF-16 offsets into the text it was looked for in.
 *
 * - *exact*: the quote stands at its own offsets, and no other place has a better claim to be it.
 * - *moved*: the quote stands, as it was, at one other place: the only one, or the one its context points to.
 * - *changed*: the quote is nowhere as it was; this is what it has become. `score` (0 to 1) is at least `THRESHOLD`.
 * - *lost*: nothing is like it (*gone*), or several places are, equally well (*ambiguous*).
 */
export type Location =
  | { readonly state: 'exact'; readonly start: number; readonly end: number }
  | { readonly state: 'moved'; readonly start: number; readonly end: number }
  | { readonly state: 'changed'; readonly start: number; readonly end: number; readonly score: number }
  | { readonly state: 'lost'; readonly reason: 'gone' | 'ambiguous' }

/**
 * The least score of a changed place. Unrelated prose scores about 0.35 (likeness 0.4, context 0.3); a quote changed
 * by half between an unchanged sentence before and another one after scores 0.57 or more, and so does an unchanged
 * quote in wholly other surroundings. Half lies between.
 */
export const THRESHOLD = 0.5
/** Two places whose scores are this near are equally good: it is the weight of three units of context. */
const MARGIN = 0.02
/** A quote of so many UTF-16 units is its own evidence; a shorter one may stand in other surroundings by chance. */
const TELLING_LENGTH = 8

const gone: Location = { state: 'lost', reason: 'gone' }
const ambiguous: Location = { state: 'lost', reason: 'ambiguous' }

/** Where `passage` is in `text`. See `Location`. */
export const locate = (passage: Passage, text: string): Location => locateAll([passage], text)[0] as Location

/**
 * Where each of `passages` is in `text`, in their order. What stands unchanged is found first; the others are then
 * looked for where their neighbours have gone, and wherever rare grams of theirs gather.
 */
export function locateAll(passages: readonly Passage[], text: string): Location[] {
  const locations = new Array<Location | undefined>(passages.length)
  let index: GramIndex | undefined
  const anchors: { was: number; is: number }[] = []
  passages.forEach((passage, i) => {
    const { start, end, quote, prefix, suffix } = passage
    const around = prefix + quote + suffix
    if (text.startsWith(around, start - prefix.length) && start >= prefix.length) {
      locations[i] = { state: 'exact', start, end }
      anchors.push({ was: start, is: start })
    } else if (around.length >= GRAM) {
      index ??= gramIndex(text)
      const found = index.occurrences(around, 2)
      if (found.at.length > 1) locations[i] = ambiguous
      else if (found.at.length === 1 && found.complete) {
        const at = (found.at[0] as number) + prefix.length
        locations[i] = { state: at === start ? 'exact' : 'moved', start: at, end: at + quote.length }
        anchors.push({ was: start, is: at })
      }
    }
  })
  anchors.sort((a, b) => a.was - b.was)
  return passages.map((passage, i) => {
    const known = locations[i]
    if (known) return known
    index ??= gramIndex(text)
    return decide(passage, index, hintsFor(passage, anchors))
  })
}

/** Where the passage would be if it had gone with the nearest anchors before and after it, or stayed. */
function hintsFor(passage: Passage, anchors: readonly { was: number; is: number }[]): number[] {
  let low = 0
  let high = anchors.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((anchors[middle] as { was: number }).was < passage.start) low = middle + 1
    else high = middle
  }
  const hints = new Set([passage.start])
  for (const anchor of [anchors[low - 1], anchors[low]]) {
    if (anchor) hints.add(passage.start + anchor.is - anchor.was)
  }
  return [...hints]
}

function decide(passage: Passage, index: GramIndex, hints: readonly number[]): Location {
  const { found, occurrences, complete } = placesOf(passage, index, hints)
  const only = occurrences === 1 && complete
  const best = found[0]
  if (!best) return gone
  const own = found.find((place) => place.likeness === 1 && place.start === passage.start)
  if (own && own.score >= best.score - MARGIN && (supports(own.context) || only)) {
    return { state: 'exact', start: own.start, end: own.end }
  }
  const rival = found[1]
  if (rival && rival.score >= best.score - MARGIN) return ambiguous
  if (best.likeness < 1) return changed(best)
  return complete ? unchanged(passage, best, index, only) : ambiguous
}

function unchanged(passage: Passage, { start, end, context }: Place, index: GramIndex, only: boolean): Location {
  if (!supports(context)) {
    if (!only) return ambiguous
    if (passage.quote.length < TELLING_LENGTH || replaced(passage, index)) return gone
  }
  return { state: start === passage.start ? 'exact' : 'moved', start, end }
}

const changed = ({ start, end, score }: Place): Location =>
  score < THRESHOLD ? gone : { state: 'changed', start, end, score }
