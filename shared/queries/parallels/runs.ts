import { makeDiagonals } from './diagonals'
import type { LetterIndex } from './letter-index'
import { weightTable } from './letters'
import type { SeedTable } from './seed-table'
import { FEWEST_LETTERS, seedsOf } from './seeds'

/** Letters that are the same in two texts, one after the other: `length` of them from each of two places. */
export interface Run {
  /** In the text that is asked about, an index into all letters. */
  readonly one: number
  /** In the other. */
  readonly other: number
  readonly length: number
}

/** The letters that are asked about, and with what. */
export interface Asked {
  /** The text's index. */
  readonly text: number
  /** Its letters that are asked about, as indexes into all letters; the end is exclusive. */
  readonly within: readonly [from: number, until: number]
  /** Whether it is compared only with the texts before it. */
  readonly isEarlierOnly: boolean
  /** Whether it is not compared with a text, by its index. */
  isWithout(text: number): boolean
  /** Whether every second stretch is enough, chosen by its hash, the same ones in all texts. Halves the time. */
  readonly isSampled: boolean
  /** Runs with one other text are given when they weigh as much together; see `FULL`. */
  readonly weight: number
}

/**
 * A stretch that stands in more places than this is looked up in the first and the last of them only: what everyone says
 * is found between neighbours, and need not be found between all pairs.
 */
export const COMMON = 24
export const OF_COMMON = 2
/** So many places of other seeds with the same key are passed over while the last ones are looked for. */
const PASSED = 16

/** Gives the runs of one text after another; it keeps its rows of numbers from one to the next. */
export function makeRunFinder(index: LetterIndex): (asked: Asked) => Run[][] {
  const diagonals = makeDiagonals()
  const weights = weightTable()
  let [ones, others, lengths, holders] = [0, 0, 0, 0].map(() => new Int32Array(1024)) as Rows
  let totals = new Int32Array(0)
  let hashes = new Int32Array(0)

  return (asked) => {
    const { letters, bounds, tables } = index
    if (totals.length < bounds.length) totals = new Int32Array(bounds.length * 2)
    const [textStart, textEnd] = [bounds[asked.text] as number, bounds[asked.text + 1] as number]
    const [first, end] = asked.within
    if (hashes.length < end - first) hashes = new Int32Array((end - first) * 2)
    const seeds = seedsOf(letters, first, end, hashes)
    const touched: number[] = []
    let count = 0
    diagonals.clear()

    const meet = (one: number, other: number): void => {
      const diagonal = other - one
      if (diagonals.reached(diagonal) > one) return
      const holder = index.textAt(other)
      if (holder === asked.text || (asked.isEarlierOnly && holder > asked.text) || asked.isWithout(holder)) return
      const [from, until] = [bounds[holder] as number, bounds[holder + 1] as number]
      let after = 0
      while (one + after < end && other + after < until && letters[one + after] === letters[other + after]) after++
      if (after < FEWEST_LETTERS) return
      let before = 0
      while (
        one - before > first &&
        other - before > from &&
        letters[one - before - 1] === letters[other - before - 1]
      ) {
        before++
      }
      diagonals.reach(diagonal, one + after)
      if (count === ones.length)
        [ones, others, lengths, holders] = [ones, others, lengths, holders].map(doubled) as Rows
      ones[count] = one - before
      others[count] = other - before
      lengths[count] = before + after
      holders[count] = holder
      count++
      if (totals[holder] === 0) touched.push(holder)
      totals[holder] = (totals[holder] as number) + (before + after) * (weights[letters[one] as number] as number)
    }

    for (const table of tables) {
      const { starts, places, tags, bits } = table
      const own = table.fromText <= asked.text && asked.text < table.untilText ? 1 : 0
      for (let i = 0; i < seeds; i++) {
        const hash = hashes[i] as number
        if (asked.isSampled && hash & 1) continue
        const [from, until] = [starts[hash >>> (32 - bits)] as number, starts[(hash >>> (32 - bits)) + 1] as number]
        if (until - from <= own) continue
        const tag = hash & 0xff
        const isCommon = until - from > COMMON
        const last = isCommon ? Math.min(until, from + OF_COMMON) : until
        for (let at = from; at < last; at++) if (tags[at] === tag) meet(first + i, places[at] as number)
        if (isCommon) meetLast(table, from + OF_COMMON, until, tag, first + i)
      }
    }
    return grouped()

    /** Meets the last places of a common seed that stand in texts to compare with. */
    function meetLast({ places, tags }: SeedTable, from: number, until: number, tag: number, one: number): void {
      let [at, met] = [asked.isEarlierOnly ? lastBefore(places, from, until, textStart) : until - 1, 0]
      for (let passed = 0; at >= from && met < OF_COMMON && passed < PASSED; at--, passed++) {
        const place = places[at] as number
        if (tags[at] !== tag || (place >= textStart && place < textEnd)) continue
        meet(one, place)
        met++
      }
    }

    /** The runs with each text that has enough of them, in the order of the texts. */
    function grouped(): Run[][] {
      const enough = touched.filter((text) => (totals[text] as number) >= asked.weight).sort((a, b) => a - b)
      const groups = new Map(enough.map((text): [number, Run[]] => [text, []]))
      for (let i = 0; i < count; i++) {
        groups.get(holders[i] as number)?.push({
          one: ones[i] as number,
          other: others[i] as number,
          length: lengths[i] as number,
        })
      }
      for (const text of touched) totals[text] = 0
      return [...groups.values()].map((runs) => runs.sort((a, b) => a.one - b.one || a.other - b.other))
    }
  }
}

type Numbers = Int32Array<ArrayBuffer>
type Rows = [ones: Numbers, others: Numbers, lengths: Numbers, holders: Numbers]

function doubled(row: Numbers): Numbers {
  const larger = new Int32Array(row.length * 2)
  larger.set(row)
  return larger
}

/** The index of the last place before `limit`; `from - 1` when there is none. */
function lastBefore(places: Uint32Array, from: number, until: number, limit: number): number {
  let [low, high] = [from - 1, until - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((places[middle] as number) < limit) low = middle
    else high = middle - 1
  }
  return low
}
