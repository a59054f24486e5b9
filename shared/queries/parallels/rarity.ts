import type { LetterIndex } from './letter-index'
import type { Run } from './runs'
import { seedsOf, stretchEnd } from './seeds'

/** More texts than this are not counted: a stretch that stands in so many is common. */
const COUNTED = 1000

/** Says in how many texts the rarest stretch of a run stands, counted no further than 1,000; at least 2. */
export function makeRarity(index: LetterIndex): (longest: Run) => number {
  /** What was counted of stretches that stand in many places. */
  const known = new Map<number, number>()
  let hashes = new Int32Array(256)

  const countOf = (at: number, length: number, hash: number, most: number): number => {
    const { letters } = index
    const seen = new Set<number>()
    for (const { starts, places, tags, bits } of index.tables) {
      const key = hash >>> (32 - bits)
      const until = starts[key + 1] as number
      for (let i = starts[key] as number; i < until && seen.size < most; i++) {
        if (tags[i] !== (hash & 0xff)) continue
        const place = places[i] as number
        let same = 0
        while (same < length && letters[at + same] === letters[place + same]) same++
        if (same === length) seen.add(index.textAt(place))
      }
    }
    return seen.size
  }

  return ({ one, length }) => {
    if (hashes.length < length) hashes = new Int32Array(length * 2)
    const seeds = seedsOf(index.letters, one, one + length, hashes)
    let least = COUNTED
    for (let i = 0; i < seeds && least > 2; i++) {
      const hash = hashes[i] as number
      const before = known.get(hash)
      const texts = before ?? countOf(one + i, stretchEnd(index.letters, one + i) - one - i, hash, COUNTED)
      if (before === undefined && texts >= MANY) {
        if (known.size > KEPT) known.clear()
        known.set(hash, texts)
      }
      least = Math.min(least, texts)
    }
    return Math.max(2, least)
  }
}

/** What stands in so many texts is counted once, and remembered. */
const MANY = 32
/** So many counts are remembered. */
const KEPT = 200_000
