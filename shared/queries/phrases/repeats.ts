import { bitsFor } from '../buckets'
import { mixed } from '../shingles'
import { scaled } from '../steps'
import { BREAK, KIND, kindTable, SPACE } from './clauses'
import type { Row } from './row'

/** Which repeats are wanted. */
export interface RepeatOptions {
  /** How many units a repeat has at least; from 1. */
  readonly least: number
  /** How many units are compared at most; of a longer repeat as many are given, from its beginning. */
  readonly most: number
  /** In how many texts it stands at least. */
  readonly texts: number
}

/**
 * Told of a repeat of `length` units: its places will be `order[from]` to `order[until - 1]`, in no order; `first` is one.
 */
export type OnRepeat = (from: number, until: number, length: number, first: number) => void

const BASE = 0x01000193
/** It is said how much is done after so many units or places. */
const BREATH = 50_000
/** So few places are sorted one by one. */
const FEW = 12

/**
 * Every maximal repeat of whole words and characters: a stretch whose places do not all go on with the same one, on
 * neither side. None holds a break. Places that begin alike are parted by what follows, as one goes down a suffix tree
 * (the repeats are the intervals of an enhanced suffix array: Abouelhoda, Kurtz and Ohlebusch, Replacing suffix trees
 * with enhanced suffix arrays, 2004), but a branch is left as soon as nothing in it can be wanted. Says how much is done,
 * 0 to 1, and in the end returns the places, of which `found` was told; four bytes for each, and no more is held.
 */
export function* maximalRepeats(row: Row, options: RepeatOptions, found: OnRepeat): Generator<number, Uint32Array> {
  const { order, ends } = yield* scaled(beginningAlike(row.units, options.least), 0, 0.3)
  const tree = makeTree(row, order, options, found)
  let [from, since] = [0, 0]
  for (const end of ends) {
    if (end - from < 2) {
      from = end
      continue
    }
    tree.enter(from, end)
    while (tree.step()) {
      if (tree.worked() - since < BREATH) continue
      since = tree.worked()
      yield 0.3 + (0.7 * from) / order.length
    }
    from = end
  }
  return order
}

/**
 * The places at which a word or character begins and `least` units without a break follow, those whose units are alike
 * together: `ends` says where each group ends in `order`. Groups of one are left out.
 */
function* beginningAlike(
  units: Uint16Array,
  least: number,
): Generator<number, { readonly order: Uint32Array; readonly ends: Uint32Array }> {
  const bits = bitsFor(units.length)
  const counts = new Uint32Array(1 << bits)
  const keys = new Int32Array(CHUNK)
  for (let from = 0; from < units.length; from += CHUNK) {
    yield from / units.length / 2
    const count = keysOf(units, least, from, keys, bits)
    for (let i = 0; i < count; i++) {
      const key = keys[i] as number
      if (key >= 0) counts[key] = (counts[key] as number) + 1
    }
  }
  let total = 0
  for (let key = 0; key < counts.length; key++) {
    if (key % KEYS === 0) yield 0.5
    const count = counts[key] as number
    counts[key] = count < 2 ? ALONE : total
    if (count >= 2) total += count
  }
  const order = new Uint32Array(total)
  for (let from = 0; from < units.length; from += CHUNK) {
    yield 0.5 + from / units.length / 2
    const count = keysOf(units, least, from, keys, bits)
    for (let i = 0; i < count; i++) {
      const key = keys[i] as number
      const at = key < 0 ? ALONE : (counts[key] as number)
      if (at === ALONE) continue
      order[at] = from + i
      counts[key] = at + 1
    }
  }
  let groups = 0
  for (let key = 0; key < counts.length; key++) {
    if (key % KEYS === 0) yield 1
    const end = counts[key] as number
    if (end !== ALONE) counts[groups++] = end
  }
  return { order, ends: counts.subarray(0, groups) }
}

/** So many units are gone through at once. */
const CHUNK = 1 << 19
/** So many groups are gone through at once. */
const KEYS = 1 << 21
/** Stands in the place of a group that is none. */
const ALONE = 0xffffffff

/**
 * For each place from `from` on, as many as there is room for, the `bits` first bits of the hash of its `least` first
 * units; -1 where no word or character begins, or a break stands among them. Returns how many places there are.
 */
function keysOf(units: Uint16Array, least: number, from: number, keys: Int32Array, bits: number): number {
  const kinds = kindTable()
  const until = Math.min(units.length, from + keys.length)
  let leaving = 1
  for (let i = 0; i < least; i++) leaving = Math.imul(leaving, BASE)
  let [rolling, run] = [0, 0]
  const end = Math.min(units.length, until + least - 1)
  for (let at = from; at < end; at++) {
    const unit = units[at] as number
    run = unit === BREAK ? 0 : run + 1
    rolling = (Math.imul(rolling, BASE) + unit) | 0
    const place = at - least + 1
    if (place < from) continue
    if (place > from) rolling = (rolling - Math.imul(units[place - 1] as number, leaving)) | 0
    keys[place - from] = run >= least && isStart(units, kinds, place) ? mixed(rolling) >>> (32 - bits) : -1
  }
  for (let place = Math.max(from, end - least + 1); place < until; place++) keys[place - from] = -1
  return until - from
}

/** Whether a word or character begins at a place. */
function isStart(units: Uint16Array, kinds: Uint8Array, place: number): boolean {
  const kind = kinds[units[place] as number] as number
  if (kind === KIND.character || kind === KIND.highHalf) return true
  const before = place === 0 ? KIND.between : (kinds[units[place - 1] as number] as number)
  return kind === KIND.letter ? before !== KIND.letter : kind === KIND.lowHalf && before !== KIND.highHalf
}

/** What goes down among places that begin alike, node after node. */
interface Tree {
  /** Begins with the places from `from` to `until`. */
  enter(from: number, until: number): void
  /** Does one node; false when none is left. */
  step(): boolean
  /** How many places were looked at so far, each as often as it was. */
  worked(): number
}

function makeTree(
  { units, bounds, textAt }: Row,
  order: Uint32Array,
  { least, most, texts }: RepeatOptions,
  found: OnRepeat,
): Tree {
  const kinds = kindTable()
  const kindOf = (place: number): number => kinds[units[place] as number] as number
  /** Nodes that are still to be gone into: from, until, depth, and how long a repeat was told of all their places. */
  const open: number[] = []
  let sorting = new Float64Array(1024)
  /** For each text when it was seen last. */
  const seen = new Uint32Array(bounds.length)
  let [turn, work] = [0, 0]

  const isSpread = (from: number, until: number): boolean => {
    turn++
    for (let [i, count] = [from, 0]; i < until; i++) {
      const text = textAt(order[i] as number)
      if (seen[text] === turn) continue
      seen[text] = turn
      if (++count >= texts) return true
    }
    return false
  }

  /** How many units before a place the word or character before it begins; 0 where nothing is before it. */
  const before = (place: number): number => {
    if (place === 0 || units[place - 1] === BREAK) return 0
    let at = place - (units[place - 1] === SPACE ? 2 : 1)
    const kind = kindOf(at)
    if (kind === KIND.letter) while (at > 0 && kindOf(at - 1) === KIND.letter) at--
    else if (kind === KIND.lowHalf && at > 0 && kindOf(at - 1) === KIND.highHalf) at--
    return place - at
  }

  /** Whether the same word or character stands before all of them, so that a longer repeat says it all. */
  const isExtended = (from: number, until: number): boolean => {
    const first = order[from] as number
    const length = before(first)
    if (length === 0) return false
    for (let i = from + 1; i < until; i++) {
      const place = order[i] as number
      for (let back = 1; back <= length; back++) if (units[place - back] !== units[first - back]) return false
      if (length > 1 && before(place) !== length) return false
    }
    return true
  }

  const isWanted = (from: number, until: number): boolean => {
    work += until - from
    return until - from >= 2 && !isExtended(from, until) && isSpread(from, until)
  }

  /** How many of the first `depth` units at a place are whole words and characters, the last of them cut. */
  const whole = (place: number, depth: number): number => {
    let end = depth
    if (kindOf(place + end - 1) === KIND.letter) while (end > 0 && kindOf(place + end - 1) === KIND.letter) end--
    else if (kindOf(place + end - 1) === KIND.highHalf) end--
    return end > 0 && units[place + end - 1] === SPACE ? end - 1 : end
  }

  /** Sorts places by the unit that follows at a depth, then by themselves. */
  const sort = (from: number, until: number, depth: number): void => {
    if (until - from <= FEW) {
      for (let i = from + 1; i < until; i++) {
        const place = order[i] as number
        const key = units[place + depth] as number
        let at = i
        for (; at > from && (units[(order[at - 1] as number) + depth] as number) > key; at--)
          order[at] = order[at - 1] as number
        order[at] = place
      }
      return
    }
    const count = until - from
    if (sorting.length < count) sorting = new Float64Array(2 * count)
    for (let i = 0; i < count; i++) {
      const place = order[from + i] as number
      sorting[i] = (units[place + depth] as number) * 0x100000000 + place
    }
    sorting.subarray(0, count).sort()
    for (let i = 0; i < count; i++) order[from + i] = (sorting[i] as number) % 0x100000000
    work += 4 * count
  }

  /** How many of the first units are the same at all places, from `depth` on, which are. */
  const commonDepth = (from: number, until: number, depth: number): number => {
    const first = order[from] as number
    for (let common = depth; common < most; common++) {
      const unit = units[first + common] as number
      if (unit === BREAK) return common
      for (let i = from + 1; i < until; i++) if (units[(order[i] as number) + common] !== unit) return common
      work += until - from
    }
    return most
  }

  const node = (from: number, until: number, reached: number, told: number): void => {
    if (!isWanted(from, until)) return
    const depth = commonDepth(from, until, reached)
    sort(from, until, depth)
    const first = order[from] as number
    const next = (i: number): number => units[(order[i] as number) + depth] as number
    const last = kindOf(first + depth - 1)
    /** The first place at which the last word goes on. */
    let onwards = until
    if (depth > 0 && last === KIND.letter) for (onwards = from; onwards < until && next(onwards) <= SPACE; ) onwards++
    const isCut = onwards < until || last === KIND.highHalf || last === KIND.between
    const length = depth === 0 ? 0 : isCut ? whole(first, depth) : depth
    if (depth >= least && length > told) found(from, until, length, first)
    let toldOfEnds = Math.max(told, length)
    if (depth >= least && onwards < until && onwards > from && next(from) === BREAK && isWanted(from, onwards)) {
      found(from, onwards, depth, first)
      toldOfEnds = depth
    }
    if (depth === most) return
    for (let i = from; i < until; ) {
      const unit = next(i)
      let end = i + 1
      while (end < until && next(end) === unit) end++
      if (unit !== BREAK && end - i >= 2) {
        open.push(i, end, depth + 1, unit === SPACE ? toldOfEnds : Math.max(told, length))
      }
      i = end
    }
  }

  return {
    enter: (from, until) => void open.push(from, until, 0, 0),
    step() {
      if (open.length === 0) return false
      const told = open.pop() as number
      const depth = open.pop() as number
      const until = open.pop() as number
      const from = open.pop() as number
      node(from, until, depth, told)
      return true
    },
    worked: () => work,
  }
}
