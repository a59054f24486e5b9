/** Up to this many changes are put in one by one; more are merged in one walk over all rows. */
const FEW = 64

/** The index of the first row that does not come before `row`. `rows` must be ordered by `compare`. */
function indexOf<T>(rows: readonly T[], row: T, compare: (a: T, b: T) => number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(rows[middle] as T, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function merged<T>(kept: readonly T[], fresh: readonly T[], compare: (a: T, b: T) => number): T[] {
  const all: T[] = []
  let at = 0
  for (const each of kept) {
    while (at < fresh.length && compare(fresh[at] as T, each) < 0) all.push(fresh[at++] as T)
    all.push(each)
  }
  while (at < fresh.length) all.push(fresh[at++] as T)
  return all
}

/**
 * `rows` without `removed` and with `added`, in order. `rows` must be ordered by `compare`, which must be 0 only for a
 * row and itself; a removed row is recognised by standing where its order says. A few changes cost a copy of the list
 * and a search each, not a comparison with every row.
 */
export function replaceRows<T>(
  rows: readonly T[],
  removed: readonly T[],
  added: readonly T[],
  compare: (a: T, b: T) => number,
): T[] {
  if (removed.length + added.length > FEW) {
    const gone = new Set(removed)
    const kept = gone.size === 0 ? rows : rows.filter((each) => !gone.has(each))
    return merged(kept, [...added].sort(compare), compare)
  }
  const all = [...rows]
  for (const each of removed) {
    const at = indexOf(all, each, compare)
    if (all[at] === each) all.splice(at, 1)
  }
  for (const each of added) all.splice(indexOf(all, each, compare), 0, each)
  return all
}
