import { bitsFor } from '../buckets'
import { seedsOf } from './seeds'

/** The places of seeds in some texts that follow each other. About 6 bytes a letter. */
export interface SeedTable {
  /** Its texts, by their indexes; `untilText` is exclusive. */
  readonly fromText: number
  readonly untilText: number
  /** Where a seed's places begin in `places`, by the highest `bits` bits of its hash; ascending up to where the next begin. */
  readonly starts: Uint32Array
  readonly bits: number
  readonly places: Uint32Array
  /** The lowest 8 bits of the hash at each place: other seeds stand among them. */
  readonly tags: Uint8Array
}

/** Texts are handed to the one who waits now and then, after so many letters. */
const BREATH = 1_000_000

/** Makes the table of some texts in steps; what it yields says nothing but that more is to do. */
export function* makeSeedTable(
  letters: Uint16Array,
  bounds: readonly number[],
  fromText: number,
  untilText: number,
): Generator<void, SeedTable> {
  const count = (bounds[untilText] as number) - (bounds[fromText] as number)
  const bits = bitsFor(count)
  const shift = 32 - bits
  let longest = 0
  for (let text = fromText; text < untilText; text++) {
    longest = Math.max(longest, (bounds[text + 1] as number) - (bounds[text] as number))
  }
  const hashes = new Int32Array(longest)
  // Counted two further on, so that filling turns the beginnings of each into those of the next.
  const starts = new Uint32Array((1 << bits) + 2)
  let [total, breath] = [0, 0]
  for (let text = fromText; text < untilText; text++) {
    const seeds = seedsOf(letters, bounds[text] as number, bounds[text + 1] as number, hashes)
    for (let i = 0; i < seeds; i++) {
      const key = ((hashes[i] as number) >>> shift) + 2
      starts[key] = (starts[key] as number) + 1
    }
    total += seeds
    breath += seeds
    if (breath > BREATH) {
      breath = 0
      yield
    }
  }
  for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] as number) + (starts[key - 1] as number)
  const places = new Uint32Array(total)
  const tags = new Uint8Array(total)
  for (let text = fromText; text < untilText; text++) {
    const first = bounds[text] as number
    const seeds = seedsOf(letters, first, bounds[text + 1] as number, hashes)
    for (let i = 0; i < seeds; i++) {
      const hash = hashes[i] as number
      const key = (hash >>> shift) + 1
      const at = starts[key] as number
      starts[key] = at + 1
      places[at] = first + i
      tags[at] = hash & 0xff
    }
    breath += seeds
    if (breath > BREATH) {
      breath = 0
      yield
    }
  }
  return { fromText, untilText, starts, bits, places, tags }
}
