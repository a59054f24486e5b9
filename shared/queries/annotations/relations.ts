import type { Relation } from '../../model/annotation-query'
import { type Boundaries, distanceBetween, firstFrom } from '../boundaries'
import type { NearUnit } from '../search/query'

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** How far, and in what it is counted; for `before` and `after` only. */
export interface Reach {
  readonly within: number
  readonly unit: NearUnit
  readonly boundaries: Boundaries | undefined
}

/**
 * Answers whether a stretch stands in a relation to one of `others`, which are in text order (by start). `overlaps`: they
 * have a character in common; `inside` and `around`: the one is no longer than the other on either side; `before`: the
 * other begins no earlier than the one ends, and no further away than `reach` allows; `after` the other way round.
 */
export function relatedTo(others: readonly Stretch[], relation: Relation, reach: Reach): (one: Stretch) => boolean {
  const starts = others.map(({ start }) => start)
  switch (relation) {
    case 'same': {
      const places = new Set(others.map(({ start, end }) => `${start} ${end}`))
      return ({ start, end }) => places.has(`${start} ${end}`)
    }
    case 'overlaps':
    case 'inside': {
      // The furthest end of those that begin no later.
      const furthest: number[] = []
      for (const { end } of others) furthest.push(Math.max(end, furthest.at(-1) ?? 0))
      return relation === 'overlaps'
        ? ({ start, end }) => (furthest[firstFrom(starts, end) - 1] ?? -1) > start
        : ({ start, end }) => (furthest[firstFrom(starts, start + 1) - 1] ?? -1) >= end
    }
    case 'around': {
      // The nearest end of those that begin no earlier.
      const nearest: number[] = []
      for (let i = others.length - 1; i >= 0; i--) {
        nearest[i] = Math.min(others[i]?.end ?? 0, nearest[i + 1] ?? Number.POSITIVE_INFINITY)
      }
      return ({ start, end }) => (nearest[firstFrom(starts, start)] ?? Number.POSITIVE_INFINITY) <= end
    }
    case 'before':
      return ({ end }) => {
        const next = starts[firstFrom(starts, end)]
        return next !== undefined && distanceBetween(end, next, reach.unit, reach.boundaries) <= reach.within
      }
    case 'after': {
      const ends = others.map(({ end }) => end).sort((a, b) => a - b)
      return ({ start }) => {
        const last = ends[firstFrom(ends, start + 1) - 1]
        return last !== undefined && distanceBetween(last, start, reach.unit, reach.boundaries) <= reach.within
      }
    }
  }
}
