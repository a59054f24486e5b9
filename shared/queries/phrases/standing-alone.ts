import { type Candidates, longestFirst } from './candidates'

/** The candidates that are listed, and how often each stands outside longer ones; as many numbers in both. */
export interface Standing {
  readonly listed: Uint32Array
  readonly alone: Uint32Array
}

/** It is said how much is done after so many places. */
const BREATH = 200_000

/**
 * Those of the candidates that stand at least `count` times outside all longer ones that are listed, in steps that say how
 * much is done, 0 to 1. Of two that are equal, the one with more places says it all. `total` is the length of the row.
 */
export function* standingAlone(
  candidates: Candidates,
  order: Uint32Array,
  { total, count, most }: { readonly total: number; readonly count: number; readonly most: number },
): Generator<number, Standing> {
  /** For each place how far from it a listed phrase goes that covers it. */
  const reach = new Uint8Array(total)
  const sorting = longestFirst(candidates, most)
  let step = sorting.next()
  for (; !step.done; step = sorting.next()) yield 0
  const sorted = step.value
  const listed = new Uint32Array(sorted.length)
  const alone = new Uint32Array(sorted.length)
  let [found, since] = [0, 0]
  let free = new Uint32Array(1024)
  for (const [done, i] of sorted.entries()) {
    const size = candidates.size[i] as number
    const skip = candidates.skip[i] as number
    const places = candidates.count[i] as number
    const from = candidates.from[i] as number
    if (free.length < places) free = new Uint32Array(2 * places)
    let outside = 0
    for (let at = from; at < from + places; at++) {
      const start = (order[at] as number) + skip
      if ((reach[start] as number) < size) free[outside++] = start
    }
    since += places
    if (since > BREATH) {
      since = 0
      yield done / sorted.length
    }
    if (outside < count) continue
    listed[found] = i
    alone[found++] = outside
    for (let at = 0; at < outside; at++) {
      const start = free[at] as number
      for (let into = 0; into < size; into++) {
        if ((reach[start + into] as number) < size - into) reach[start + into] = size - into
      }
    }
  }
  return { listed: listed.slice(0, found), alone: alone.slice(0, found) }
}
