import { bitsFor, bucketsOf } from '../buckets'
import { mixed } from '../shingles'
import { BREAK } from './clauses'

/** A stretch of units that stands in several places and is longer in none of them without being so in others. */
export interface Repeat {
  /** How many units it has. */
  readonly length: number
  /** Where it begins, each an index into the units; in no order. */
  readonly starts: Uint32Array
}

/** Which repeats are wanted. */
export interface RepeatOptions {
  /** How many units a repeat has at least; from 1. */
  readonly least: number
  /** How many units are compared at most; a longer one is given in pieces of this length. */
  readonly most: number
  /** In how many documents it stands at least. */
  readonly documents: number
}

const BASE = 0x01000193

/** It is said how much is done after so many places. */
const BREATH = 20_000

/** The index of the document that holds a place: `bounds[i]` is where document i begins, the last one where all end. */
export function documentAt(bounds: readonly number[], place: number): number {
  let [low, high] = [0, bounds.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((bounds[middle] as number) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** In how many documents the places lie, counted no further than `enough`. */
export function spreadOf(places: Uint32Array, bounds: readonly number[], enough = Number.POSITIVE_INFINITY): number {
  const seen = new Set<number>()
  for (const place of places) {
    seen.add(documentAt(bounds, place))
    if (seen.size >= enough) break
  }
  return seen.size
}

/**
 * Every maximal repeat: a stretch whose places do not all go on with the same unit, on neither side. None holds a break.
 * Suffixes that begin alike are sorted, and the intervals of their common beginnings read off, as from an enhanced
 * suffix array (Abouelhoda, Kurtz and Ohlebusch, Replacing suffix trees with enhanced suffix arrays, 2004), but only
 * where something repeats. A number among them says how much is done, 0 to 1.
 */
export function* maximalRepeats(
  units: Uint16Array,
  bounds: readonly number[],
  options: RepeatOptions,
): Generator<Repeat | number> {
  const common = (first: number, second: number): number => {
    let at = 0
    while (at < options.most && units[first + at] === units[second + at] && (units[first + at] ?? BREAK) !== BREAK) at++
    return at
  }
  const order = (first: number, second: number): number => {
    const at = common(first, second)
    const difference = at === options.most ? 0 : (units[first + at] ?? BREAK) - (units[second + at] ?? BREAK)
    return difference || first - second
  }
  let [passed, done] = [0, 0]
  for (const group of alike(units, options.least)) {
    passed += group.length
    if (passed > BREATH) {
      done += passed
      passed = 0
      yield done / units.length
    }
    if (spreadOf(group, bounds, options.documents) < options.documents) continue
    group.sort(order)
    const shared = group.map((start, i) => (i === 0 ? 0 : common(group[i - 1] as number, start)))
    for (const { length, from, until } of intervals(shared, options.least)) {
      const starts = group.slice(from, until)
      if (isExtended(units, starts) || spreadOf(starts, bounds, options.documents) < options.documents) continue
      yield { length, starts }
    }
  }
}

/** The starts of all stretches of `least` units without a break, those that are alike together. */
function* alike(units: Uint16Array, least: number): Generator<Uint32Array> {
  const bits = bitsFor(units.length)
  const keys = new Int32Array(units.length).fill(-1)
  let leaving = 1
  for (let i = 0; i < least; i++) leaving = Math.imul(leaving, BASE)
  let [rolling, run] = [0, 0]
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as number
    run = unit === BREAK ? 0 : run + 1
    rolling = (Math.imul(rolling, BASE) + unit) | 0
    if (at >= least) rolling = (rolling - Math.imul(units[at - least] as number, leaving)) | 0
    if (run >= least) keys[at - least + 1] = mixed(rolling) >>> (32 - bits)
  }
  const { starts, places } = bucketsOf(units.length, 1 << bits, (place) => keys[place] as number)
  for (let key = 0; key < 1 << bits; key++) {
    const [from, until] = [starts[key] as number, starts[key + 1] as number]
    if (until - from > 1) yield places.slice(from, until)
  }
}

/** The intervals of sorted suffixes that share `length` first units and no more; at least `least`, and at least two. */
function* intervals(
  shared: Uint32Array,
  least: number,
): Generator<{ readonly length: number; readonly from: number; readonly until: number }> {
  const open: { readonly length: number; readonly from: number }[] = []
  for (let i = 1; i <= shared.length; i++) {
    const now = i < shared.length ? (shared[i] as number) : 0
    let from = i - 1
    for (let last = open.at(-1); last && last.length > now; last = open.at(-1)) {
      open.pop()
      from = last.from
      yield { length: last.length, from, until: i }
    }
    if (now >= least && (open.at(-1)?.length ?? 0) < now) open.push({ length: now, from })
  }
}

/** Whether the same unit stands before all of them, so that a longer repeat says it all. */
function isExtended(units: Uint16Array, starts: Uint32Array): boolean {
  const before = units[(starts[0] as number) - 1] ?? BREAK
  if (before === BREAK) return false
  return starts.every((start) => (units[start - 1] ?? BREAK) === before)
}
