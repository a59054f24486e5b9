import { bySize, type GrowingCandidates, oftenEnough } from './candidates'
import { makeCutFinder } from './cut-words'
import type { Row } from './row'

/** The candidates that are listed, and how often each stands outside longer ones; as many numbers in both. */
export interface Standing {
  readonly listed: readonly number[]
  readonly alone: readonly number[]
}

export interface StandingOptions {
  /** How many units a candidate has at most. */
  readonly most: number
  /** How often it stands outside longer ones; or once, in a text in which no longer one holds it. */
  readonly count: number
  /** What of a stretch of the row is a candidate by itself: how much is taken off at its beginning, and its size then. */
  trim(start: number, size: number): readonly [skip: number, size: number] | null
}

/** It is said how much is done after so many places. */
const BREATH = 100_000
/** Of more candidates than this, only the most frequent are looked at for words that are cut: rarer ones are not listed. */
const LOOKED_AT = 100_000

/**
 * Those of the candidates that stand often enough outside all longer ones that are listed, in steps that say how much is
 * done, 0 to 1. Of two that are equal, the one with more places says it all. One that cuts a word at one of its ends, in
 * all its places, is drawn in to whole words; it may then be no candidate any more.
 */
export function* standingAlone(
  candidates: GrowingCandidates,
  order: Uint32Array,
  { units, textAt }: Row,
  { most, count, trim }: StandingOptions,
): Generator<number, Standing> {
  /** For each place how far from it a listed phrase goes that covers it. */
  const reach = new Uint8Array(units.length)
  /** For each place how long the last candidate was that begins there and was left out. */
  const left = new Uint8Array(units.length)
  const isCut = makeCutFinder(units)
  const total = candidates.length
  const looked = oftenEnough(candidates, LOOKED_AT)
  const sorting = bySize(candidates, most)
  let step = sorting.next()
  for (; !step.done; step = sorting.next()) yield 0
  const sorted = step.value
  /** Those that were drawn in, by their size. */
  const drawnIn = Array.from({ length: most + 1 }, (): number[] => [])
  const [listed, alone]: [number[], number[]] = [[], []]
  let free = new Uint32Array(1024)

  /** Lists a candidate, or what is left of it, or neither. */
  const judge = (i: number, size: number): void => {
    const skip = candidates.skip[i] as number
    const places = candidates.count[i] as number
    const from = candidates.from[i] as number
    if (free.length < places) free = new Uint32Array(2 * places)
    let outside = 0
    for (let at = from; at < from + places; at++) {
      const start = (order[at] as number) + skip
      if ((reach[start] as number) < size) free[outside++] = start
    }
    // One that is equal and has more places was left out.
    if (outside === 0 || left[free[0] as number] === size) return
    if (outside < count && !standsElsewhere(i, size, outside)) {
      for (const start of free.subarray(0, outside)) left[start] = size
      return
    }
    const first = (order[from] as number) + skip
    let [begin, end] = [first, first + size]
    if (places >= looked) {
      while (begin < end && isCutEverywhere(from, places, skip + begin - first, false)) begin++
      while (end > begin && isCutEverywhere(from, places, skip + end - first, true)) end--
    }
    if (begin > first || end < first + size) {
      const whole = trim(begin, end - begin)
      if (!whole) return
      candidates.add(from, places, skip + begin - first + whole[0], whole[1])
      drawnIn[whole[1]]?.push(candidates.length - 1)
      return
    }
    listed.push(i)
    alone.push(outside)
    for (let at = 0; at < outside; at++) {
      const start = free[at] as number
      for (let into = 0; into < size; into++) {
        if ((reach[start + into] as number) < size - into) reach[start + into] = size - into
      }
    }
  }

  const isCutEverywhere = (from: number, places: number, skip: number, isEnd: boolean): boolean => {
    for (let at = from; at < from + places; at++) if (!isCut((order[at] as number) + skip, isEnd)) return false
    return true
  }

  /** Whether one of the first of `free` lies in a text in which the candidate stands in no longer one. */
  const standsElsewhere = (i: number, size: number, outside: number): boolean => {
    const skip = candidates.skip[i] as number
    const from = candidates.from[i] as number
    const within = new Set<number>()
    for (let at = from; at < from + (candidates.count[i] as number); at++) {
      const start = (order[at] as number) + skip
      if ((reach[start] as number) >= size) within.add(textAt(start))
    }
    return free.subarray(0, outside).some((start) => !within.has(textAt(start)))
  }

  let [done, since] = [0, 0]
  for (let size = most; size > 0; size--) {
    const own = sorted.order.subarray(sorted.starts[size], sorted.starts[size + 1])
    const drawn = (drawnIn[size] ?? []).sort(
      (one, other) => (candidates.count[other] as number) - (candidates.count[one] as number),
    )
    for (const some of [own, drawn]) {
      for (const i of some) {
        judge(i, size)
        done++
        since += candidates.count[i] as number
        if (since < BREATH) continue
        since = 0
        yield Math.min(1, done / total)
      }
    }
  }
  return { listed, alone }
}
