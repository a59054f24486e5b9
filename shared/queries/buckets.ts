/** Places under keys: all places of one key stand together, in the order in which they were put in. */
export interface Buckets {
  /** For each key where its places begin in `places`; one more at the end. */
  readonly starts: Uint32Array
  readonly places: Uint32Array
}

/**
 * The places `0 … count - 1` under their keys, `0 … keys - 1`; a place whose key is negative is left out. `keyOf` is asked
 * twice for each place. Two numbers of 4 bytes for each place and key, and no more.
 */
export function bucketsOf(count: number, keys: number, keyOf: (place: number) => number): Buckets {
  const starts = new Uint32Array(keys + 1)
  for (let place = 0; place < count; place++) {
    const key = keyOf(place)
    if (key >= 0) starts[key + 1] = (starts[key + 1] as number) + 1
  }
  for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number)
  const next = starts.slice(0, keys)
  const places = new Uint32Array(starts[keys] as number)
  for (let place = 0; place < count; place++) {
    const key = keyOf(place)
    if (key < 0) continue
    places[next[key] as number] = place
    next[key] = (next[key] as number) + 1
  }
  return { starts, places }
}

/** How many bits a key has for `count` places, so that there are about as many keys as places; 8 to 24. */
export const bitsFor = (count: number): number => Math.min(24, Math.max(8, Math.ceil(Math.log2(count + 1))))
