import type { Candidates } from './candidates'
import type { Row } from './row'
import type { Standing } from './standing-alone'

/** A set phrase as places of the row. */
export interface RowPhrase {
  /** Where it begins, ascending. */
  readonly starts: Uint32Array
  /** How many units it has. */
  readonly size: number
  readonly texts: number
  readonly alone: number
}

/** It is said how much is done after so many places. */
const BREATH = 500_000

/**
 * The most telling of the listed candidates, at most `limit`: those in most texts, then the longest, then those that stand
 * alone most often, then what comes first. In steps that say how much is done, 0 to 1.
 */
export function* mostTelling(
  { listed, alone }: Standing,
  candidates: Candidates,
  order: Uint32Array,
  row: Row,
  limit: number,
): Generator<number, RowPhrase[]> {
  const { from, count, skip, size } = candidates
  const texts = new Uint32Array(listed.length)
  const firsts = new Uint32Array(listed.length)
  const seen = new Uint32Array(row.bounds.length)
  let since = 0
  for (const [i, candidate] of listed.entries()) {
    const start = from[candidate] as number
    const until = start + (count[candidate] as number)
    let [spread, first] = [0, order[start] as number]
    for (let at = start; at < until; at++) {
      const place = order[at] as number
      const text = row.textAt(place)
      if (place < first) first = place
      if (seen[text] === i + 1) continue
      seen[text] = i + 1
      spread++
    }
    texts[i] = spread
    firsts[i] = first + (skip[candidate] as number)
    since += until - start
    if (since < BREATH) continue
    since = 0
    yield i / listed.length
  }
  const of = (i: number): number => listed[i] as number
  const sizeOf = (i: number): number => size[of(i)] as number
  const chosen = leading(texts, sizeOf, limit)
    .sort(
      (one, other) =>
        (texts[other] as number) - (texts[one] as number) ||
        sizeOf(other) - sizeOf(one) ||
        (alone[other] as number) - (alone[one] as number) ||
        (firsts[one] as number) - (firsts[other] as number),
    )
    .slice(0, limit)
  const phrases: RowPhrase[] = []
  for (const i of chosen) {
    if (phrases.length % 50 === 0) yield 1
    const start = from[of(i)] as number
    const starts = order.slice(start, start + (count[of(i)] as number)).sort()
    const skipped = skip[of(i)] as number
    for (let at = 0; at < starts.length; at++) starts[at] = (starts[at] as number) + skipped
    phrases.push({ starts, size: sizeOf(i), texts: texts[i] as number, alone: alone[i] as number })
  }
  return phrases
}

/** Those among which the first `limit` are, by texts and size alone: what need not be sorted is left out. */
function leading(texts: Uint32Array, sizeOf: (i: number) => number, limit: number): number[] {
  const SIZES = 256
  const rankOf = (i: number): number => (texts[i] as number) * SIZES + sizeOf(i)
  const counts = new Map<number, number>()
  for (let i = 0; i < texts.length; i++) counts.set(rankOf(i), (counts.get(rankOf(i)) ?? 0) + 1)
  let [least, taken] = [0, 0]
  for (const rank of [...counts.keys()].sort((one, other) => other - one)) {
    least = rank
    taken += counts.get(rank) as number
    if (taken >= limit) break
  }
  const chosen: number[] = []
  for (let i = 0; i < texts.length; i++) if (rankOf(i) >= least) chosen.push(i)
  return chosen
}
