/** Stretches that may be set phrases, as columns of numbers: 10 bytes for each. */
export interface Candidates {
  /** How many there are. */
  readonly length: number
  /** Where its places begin in the order of places, and how many it has. */
  readonly from: Uint32Array
  readonly count: Uint32Array
  /** How far behind each of these places it begins, and how many units it has. */
  readonly skip: Uint8Array
  readonly size: Uint8Array
}

/** Candidates that grow in number. `skip` and `size` are below 256. */
export function makeCandidates(): Candidates & {
  add(from: number, count: number, skip: number, size: number): void
} {
  let room = 1024
  let length = 0
  let [froms, counts] = [new Uint32Array(room), new Uint32Array(room)]
  let [skips, sizes] = [new Uint8Array(room), new Uint8Array(room)]
  return {
    get length() {
      return length
    },
    get from() {
      return froms
    },
    get count() {
      return counts
    },
    get skip() {
      return skips
    },
    get size() {
      return sizes
    },
    add(from, count, skip, size) {
      if (length === room) {
        room = Math.ceil(room * 1.5)
        froms = wider(froms, new Uint32Array(room))
        counts = wider(counts, new Uint32Array(room))
        skips = wider(skips, new Uint8Array(room))
        sizes = wider(sizes, new Uint8Array(room))
      }
      froms[length] = from
      counts[length] = count
      skips[length] = skip
      sizes[length] = size
      length++
    },
  }
}

function wider<T extends Uint32Array | Uint8Array>(before: T, after: T): T {
  after.set(before)
  return after
}

/** So many columns of numbers a comparison of whole numbers can hold. */
const MOST = 2 ** 26

/** The candidates from the longest to the shortest; of those that are as long, the most frequent first. */
export function* longestFirst({ length, size, count }: Candidates, most: number): Generator<void, Uint32Array> {
  const next = new Uint32Array(most + 2)
  for (let i = 0; i < length; i++) {
    const shorter = most - (size[i] as number) + 1
    next[shorter] = (next[shorter] as number) + 1
  }
  for (let i = 1; i < next.length; i++) next[i] = (next[i] as number) + (next[i - 1] as number)
  const starts = next.slice()
  const order = new Uint32Array(length)
  for (let i = 0; i < length; i++) {
    const group = most - (size[i] as number)
    const at = next[group] as number
    order[at] = i
    next[group] = at + 1
  }
  yield
  for (let group = 0; group <= most; group++) {
    const some = order.subarray(starts[group], starts[group + 1])
    const first = some[0] ?? 0
    const keys = Float64Array.from(some, (i) => (MOST - Math.min(MOST, count[i] as number)) * MOST + i - first)
    some.set(keys.sort().map((key) => (key % MOST) + first))
    yield
  }
  return order
}
