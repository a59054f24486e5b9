import { diffArrays } from 'diff'
import { fold } from '../fold'

/** A stretch of one of two passages that stand side by side. */
export interface BesideStretch {
  readonly words: string
  /** Whether the other passage has it too, whatever the script, width or case. */
  readonly isSame: boolean
}

/** Longer passages, in code points, are not compared sign by sign: it would take too long. */
const MOST = 20_000

/**
 * Two passages aligned: what they share and where they differ, in the order of each. Both are compared by code points, so
 * that no pair of surrogates is parted, and folded.
 */
export function beside(one: string, other: string): readonly [readonly BesideStretch[], readonly BesideStretch[]] {
  const [ones, others] = [Array.from(one), Array.from(other)]
  if (ones.length > MOST || others.length > MOST) return [whole(one), whole(other)]
  const parts = diffArrays(
    ones.map((each) => fold(each)),
    others.map((each) => fold(each)),
  )
  const left: BesideStretch[] = []
  const right: BesideStretch[] = []
  let [i, j] = [0, 0]
  for (const { added, removed, value } of parts) {
    if (!added) left.push({ words: ones.slice(i, i + value.length).join(''), isSame: !removed })
    if (!removed) right.push({ words: others.slice(j, j + value.length).join(''), isSame: !added })
    if (!added) i += value.length
    if (!removed) j += value.length
  }
  return [left, right]
}

const whole = (words: string): readonly BesideStretch[] => [{ words, isSame: false }]
