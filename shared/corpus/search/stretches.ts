import type { Hit } from '../../queries/find'

/** The index of the last stretch that begins at `offset` or before; -1 when none does. The stretches are ascending. */
function lastUpTo(stretches: readonly Hit[], offset: number): number {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle] as Hit).start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Stretches in text order, those that overlap as one. */
export function united(stretches: readonly Hit[]): Hit[] {
  const all: Hit[] = []
  for (const each of [...stretches].sort((one, other) => one.start - other.start)) {
    const last = all.at(-1)
    if (!last || each.start > last.end) all.push({ start: each.start, end: each.end })
    else if (each.end > last.end) all[all.length - 1] = { start: last.start, end: each.end }
  }
  return all
}

/** Whether a place lies wholly inside one of the stretches, which are in text order and do not overlap. */
export const isInside = (stretches: readonly Hit[], start: number, end: number): boolean =>
  (stretches[lastUpTo(stretches, start)]?.end ?? 0) >= end

/** Whether a place shares a character with one of the stretches, which are in text order and do not overlap. */
export const touches = (stretches: readonly Hit[], start: number, end: number): boolean =>
  (stretches[lastUpTo(stretches, end - 1)]?.end ?? 0) > start
