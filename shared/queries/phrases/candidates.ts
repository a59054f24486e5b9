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

/** Candidates that grow in number. */
export interface GrowingCandidates extends Candidates {
  /** `skip` and `size` are below 256. */
  add(from: number, count: number, skip: number, size: number): void
}

export function makeCandidates(): GrowingCandidates {
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

/** Numbers below this can stand beside another one in a whole number that is exact. */
const MOST = 2 ** 26

/** The candidates by their size: those of a size are `order[starts[size]]` to `order[starts[size + 1] - 1]`. */
export interface BySize {
  readonly order: Uint32Array
  readonly starts: Uint32Array
}

/** The candidates by their size, `most` at most; of those of one size the most frequent first. */
export function* bySize({ length, size, count }: Candidates, most: number): Generator<void, BySize> {
  const starts = new Uint32Array(most + 2)
  for (let i = 0; i < length; i++) starts[(size[i] as number) + 1] = (starts[(size[i] as number) + 1] as number) + 1
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number)
  const next = starts.slice()
  const order = new Uint32Array(length)
  for (let i = 0; i < length; i++) {
    const at = next[size[i] as number] as number
    order[at] = i
    next[size[i] as number] = at + 1
  }
  yield
  for (let group = 0; group <= most; group++) {
    const some = order.subarray(starts[group], starts[group + 1])
    const first = some[0] ?? 0
    const keys = Float64Array.from(some, (i) => (MOST - Math.min(MOST, count[i] as number)) * MOST + i - first)
    some.set(keys.sort().map((key) => (key % MOST) + first))
    yield
  }
  return { order, starts }
}

/** How often a candidate stands at least, when no more than `most` candidates do so. */
export function oftenEnough({ length, count }: Candidates, most: number): number {
  if (length <= most) return 0
  return (count.slice(0, length).sort()[length - most - 1] as number) + 1
}
