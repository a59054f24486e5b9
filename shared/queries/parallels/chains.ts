import { commonLetters, extend, mostCommon } from './align'
import type { LetterIndex } from './letter-index'
import type { Run } from './runs'

/** A stretch of one text beside one of another: runs of the same letters, with changes between them. */
export interface Chain {
  /** Indexes into all letters; ends are exclusive. */
  readonly one: readonly [start: number, end: number]
  readonly other: readonly [start: number, end: number]
  /** How many letters are the same, in the same order. */
  readonly same: number
  /** Its runs, in their order. */
  readonly runs: readonly Run[]
}

/** How many letters may be changed, put in or left out between two runs, in either text. */
const GAP = 24
/** How far beyond its last run a chain is followed, in letters. */
const REACH = 24
/** So much of what is wanted must be in a chain before it is followed beyond its ends. */
export const FOUND = 0.5
/** How many chains are open at once; the oldest is closed for a new one. */
const OPEN = 32

interface Open {
  readonly runs: Run[]
  same: number
}

const endOf = ({ runs }: Open): Run => runs.at(-1) as Run

/**
 * The chains of at least `fewest` equal letters that runs of two texts make, in the order of the later text. `runs` are
 * sorted by `one`; no chain is followed out of `within`, the letters that were asked about.
 */
export function chainsOf(
  index: LetterIndex,
  runs: readonly Run[],
  fewest: number,
  within: readonly [from: number, until: number],
): Chain[] {
  const { letters } = index
  const open: Open[] = []
  const closed: Open[] = []
  for (const run of runs) {
    let best: { readonly chain: Open; readonly gained: number; readonly common: number } | undefined
    for (const chain of open) {
      const joined = joins(letters, endOf(chain), run)
      if (joined && (!best || joined.gained > best.gained)) best = { chain, ...joined }
    }
    if (best) {
      const overlap = overlapOf(endOf(best.chain), run)
      const kept = { one: run.one + overlap, other: run.other + overlap, length: run.length - overlap }
      best.chain.runs.push(kept)
      best.chain.same += best.common + kept.length
      continue
    }
    if (open.length === OPEN) closed.push(open.shift() as Open)
    open.push({ runs: [run], same: run.length })
  }
  const chains = [...closed, ...open]
    .filter(({ same }) => same >= fewest * FOUND)
    .flatMap((chain) => followed(index, chain, fewest, within) ?? [])
    .filter((chain) => chain.same >= fewest)
    .sort((a, b) => b.same - a.same)
  const kept: Chain[] = []
  for (const chain of chains) if (!kept.some((longer) => isInside(chain, longer))) kept.push(chain)
  return kept.sort((a, b) => a.one[0] - b.one[0])
}

/** Whether a chain lies in a longer one in both texts: it is another way to align what that aligns. */
const isInside = (chain: Chain, longer: Chain): boolean =>
  (['one', 'other'] as const).every((side) => longer[side][0] <= chain[side][0] && chain[side][1] <= longer[side][1])

/** How many letters of `next` lie before the end of `last`, in either text. */
const overlapOf = (last: Run, next: Run): number =>
  Math.max(0, last.one + last.length - next.one, last.other + last.length - next.other)

/** Whether a run goes on with the chain that ends with `last`: more is the same between them and in it than is changed. */
function joins(
  letters: Uint16Array,
  last: Run,
  next: Run,
): { readonly gained: number; readonly common: number } | null {
  const overlap = overlapOf(last, next)
  if (overlap >= next.length) return null
  const one: [number, number] = [last.one + last.length, next.one + overlap]
  const other: [number, number] = [last.other + last.length, next.other + overlap]
  const [across, along] = [one[1] - one[0], other[1] - other[0]]
  if (across < 0 || along < 0 || across > GAP || along > GAP) return null
  const common = commonLetters(letters, one, other)
  const gained = next.length - overlap + common - (Math.max(across, along) - common)
  return gained > 0 ? { gained, common } : null
}

/** A chain with what is still alike before its first run and after its last; null when it cannot come to `fewest`. */
function followed(
  { letters, bounds, textAt }: LetterIndex,
  { runs, same }: Open,
  fewest: number,
  within: readonly [from: number, until: number],
): Chain | null {
  const first = runs[0] as Run
  const last = runs.at(-1) as Run
  const other = textAt(first.other)
  const [end, otherEnd] = [last.one + last.length, last.other + last.length]
  const before = [
    first.one - 1,
    first.other - 1,
    -1,
    [first.one - within[0], first.other - (bounds[other] as number)],
    REACH,
  ] as const
  const after = [end, otherEnd, 1, [within[1] - end, (bounds[other + 1] as number) - otherEnd], REACH] as const
  if (same < fewest && same + mostCommon(letters, ...before) + mostCommon(letters, ...after) < fewest) return null
  const [back, on] = [extend(letters, ...before), extend(letters, ...after)]
  return {
    one: [first.one - back.one, end + on.one],
    other: [first.other - back.other, otherEnd + on.other],
    same: same + back.same + on.same,
    runs,
  }
}
