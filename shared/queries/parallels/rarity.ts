import type { LetterIndex } from './letter-index'
import { weightTable } from './letters'
import type { Run } from './runs'
import { seedsOf, stretchEnd } from './seeds'

/** More texts than this are not counted: a stretch that stands in so many is common. */
const COUNTED = 1000

/** Says how rare what two texts share is among all texts. */
export interface Rarity {
  /** In how many texts the rarest stretch of a run stands, counted no further than 1,000; at least 2. */
  texts(run: Run): number
  /** What the letters of some runs weigh (see `FULL`) of which no stretch stands in so many texts, and what the others do. */
  weights(runs: readonly Run[], many: number): { readonly rare: number; readonly common: number }
}

export function makeRarity(index: LetterIndex): Rarity {
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

  /** Writes the seeds of a run, and returns how many it has. */
  const seedsIn = ({ one, length }: Run): number => {
    if (hashes.length < length) hashes = new Int32Array(length * 2)
    return seedsOf(index.letters, one, one + length, hashes)
  }

  /** In how many texts the seed stands that begins with a letter of a run. */
  const textsOf = (one: number, i: number): number => {
    const hash = hashes[i] as number
    const before = known.get(hash)
    if (before !== undefined) return before
    const texts = countOf(one + i, stretchEnd(index.letters, one + i) - one - i, hash, COUNTED)
    if (texts >= MANY) {
      if (known.size > KEPT) known.clear()
      known.set(hash, texts)
    }
    return texts
  }

  return {
    texts(run) {
      const seeds = seedsIn(run)
      let least = COUNTED
      for (let i = 0; i < seeds && least > 2; i++) least = Math.min(least, textsOf(run.one, i))
      return Math.max(2, least)
    },
    weights(runs, many) {
      const letterWeights = weightTable()
      let [rare, common] = [0, 0]
      for (const run of runs) {
        const seeds = seedsIn(run)
        let commonUntil = run.one
        for (let i = 0; i < run.length; i++) {
          const at = run.one + i
          if (i < seeds && textsOf(run.one, i) >= many) commonUntil = stretchEnd(index.letters, at)
          const weight = letterWeights[index.letters[at] as number] as number
          if (at < commonUntil) common += weight
          else rare += weight
        }
      }
      return { rare, common }
    },
  }
}

/** What stands in so many texts is counted once, and remembered. */
const MANY = 32
/** So many counts are remembered. */
const KEPT = 200_000
