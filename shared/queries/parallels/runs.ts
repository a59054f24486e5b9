import type { LetterIndex } from './letter-index'

/** Letters that are the same in two texts, one after the other: `length` of them from each of two places. */
export interface Run {
  /** In the later of the texts, an index into all letters. */
  readonly one: number
  /** In the earlier. */
  readonly other: number
  readonly length: number
}

/**
 * A stretch that stands in more places than this is looked up in the first and the last of the earlier ones only: what
 * everyone says is found between neighbours, and need not be found between all pairs.
 */
const COMMON = 24
const OF_COMMON = 2

/**
 * Everything that the text with this index has in common with the texts before it, as runs that cannot be made longer,
 * each once; those of one earlier text together, in the order of the later text.
 */
export function runsWithEarlier(index: LetterIndex, text: number): Run[] {
  const { letters, bounds, starts, places } = index
  const [first, end] = [bounds[text] as number, bounds[text + 1] as number]
  /** For each diagonal (`one - other`) where the last run on it ends. */
  const reached = new Map<number, number>()
  const runs: { readonly text: number; readonly run: Run }[] = []
  const meet = (one: number, other: number): void => {
    const diagonal = one - other
    if ((reached.get(diagonal) ?? 0) > one) return
    const earlier = index.textAt(other)
    const [from, until] = [bounds[earlier] as number, bounds[earlier + 1] as number]
    let before = 0
    while (one - before > first && other - before > from && letters[one - before - 1] === letters[other - before - 1]) {
      before++
    }
    let after = 0
    while (one + after < end && other + after < until && letters[one + after] === letters[other + after]) after++
    if (after === 0) return
    reached.set(diagonal, one + after)
    runs.push({ text: earlier, run: { one: one - before, other: other - before, length: before + after } })
  }
  for (let one = first; one < end; one++) {
    const key = index.keyAt(one)
    if (key < 0) continue
    const [from, until] = [starts[key] as number, starts[key + 1] as number]
    if (until - from < 2) continue
    if (until - from <= COMMON) {
      for (let at = from; at < until && (places[at] as number) < first; at++) meet(one, places[at] as number)
      continue
    }
    for (let at = from; at < from + OF_COMMON && (places[at] as number) < first; at++) meet(one, places[at] as number)
    const last = lastBefore(places, from, until, first)
    for (let at = Math.max(from + OF_COMMON, last - OF_COMMON + 1); at <= last; at++) meet(one, places[at] as number)
  }
  return runs
    .sort((a, b) => a.text - b.text || a.run.one - b.run.one || a.run.other - b.run.other)
    .map(({ run }) => run)
}

/** The index of the last place before `limit`; `from - 1` when there is none. */
function lastBefore(places: Uint32Array, from: number, until: number, limit: number): number {
  let [low, high] = [from - 1, until - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((places[middle] as number) < limit) low = middle
    else high = middle - 1
  }
  return low
}
