import type { Hit } from '../find'

/** Places in a text as columns of numbers, in text order, each once: UTF-16 offsets, `ends` exclusive. */
export interface Places {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

export const NO_PLACES: Places = { starts: new Uint32Array(), ends: new Uint32Array() }

/** Places, given in text order, as columns. */
export const placesOf = (hits: readonly Hit[]): Places => ({
  starts: Uint32Array.from(hits, ({ start }) => start),
  ends: Uint32Array.from(hits, ({ end }) => end),
})

/** Places one by one. */
export const hitsOf = ({ starts, ends }: Places): Hit[] =>
  Array.from(starts, (start, i) => ({ start, end: ends[i] as number }))

/** Those places that are wanted, by their offsets. */
export function wantedOf({ starts, ends }: Places, isWanted: (start: number, end: number) => boolean): Places {
  const [kept, keptEnds] = [new Uint32Array(starts.length), new Uint32Array(starts.length)]
  let length = 0
  for (let i = 0; i < starts.length; i++) {
    const [start, end] = [starts[i] as number, ends[i] as number]
    if (!isWanted(start, end)) continue
    kept[length] = start
    keptEnds[length++] = end
  }
  return { starts: kept.subarray(0, length), ends: keptEnds.subarray(0, length) }
}

/** The places of both in text order, each once. */
export function mergedPlaces(one: Places, other: Places): Places {
  if (one.starts.length === 0) return other
  if (other.starts.length === 0) return one
  const most = one.starts.length + other.starts.length
  const [starts, ends] = [new Uint32Array(most), new Uint32Array(most)]
  let [i, j, length] = [0, 0, 0]
  while (i < one.starts.length || j < other.starts.length) {
    const difference =
      i === one.starts.length
        ? 1
        : j === other.starts.length
          ? -1
          : (one.starts[i] as number) - (other.starts[j] as number) ||
            (one.ends[i] as number) - (other.ends[j] as number)
    const [from, at] = difference <= 0 ? [one, i] : [other, j]
    starts[length] = from.starts[at] as number
    ends[length++] = from.ends[at] as number
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return { starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
}
