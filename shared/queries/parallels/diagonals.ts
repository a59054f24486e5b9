/** How far each diagonal (the distance between a place in one text and one in another) has been gone through. */
export interface Diagonals {
  /** Where the last run on a diagonal ends; 0 when there is none. */
  reached(diagonal: number): number
  reach(diagonal: number, end: number): void
  /** Forgets all, at once. */
  clear(): void
}

const FIRST_BITS = 12

/** A table of diagonals that grows as needed and is cleared in no time: numbers in rows, open addresses (Knuth, 6.4). */
export function makeDiagonals(): Diagonals {
  let bits = FIRST_BITS
  let keys = new Int32Array(1 << bits)
  let ends = new Int32Array(1 << bits)
  /** When a place was taken; it is free unless that is now. */
  let taken = new Int32Array(1 << bits)
  let [now, count] = [1, 0]

  const placeOf = (diagonal: number): number => {
    const mask = keys.length - 1
    let at = Math.imul(diagonal, 0x9e3779b1) >>> (32 - bits)
    while (taken[at] === now && keys[at] !== diagonal) at = (at + 1) & mask
    return at
  }
  const put = (diagonal: number, end: number): void => {
    const at = placeOf(diagonal)
    if (taken[at] !== now) count++
    taken[at] = now
    keys[at] = diagonal
    ends[at] = end
  }
  const grow = (): void => {
    const [oldKeys, oldEnds, oldTaken] = [keys, ends, taken]
    bits++
    keys = new Int32Array(1 << bits)
    ends = new Int32Array(1 << bits)
    taken = new Int32Array(1 << bits)
    count = 0
    for (let at = 0; at < oldKeys.length; at++) {
      if (oldTaken[at] === now) put(oldKeys[at] as number, oldEnds[at] as number)
    }
  }
  return {
    reached(diagonal) {
      const at = placeOf(diagonal)
      return taken[at] === now ? (ends[at] as number) : 0
    },
    reach(diagonal, end) {
      if (count * 2 >= keys.length) grow()
      put(diagonal, end)
    },
    clear() {
      now++
      count = 0
    },
  }
}
