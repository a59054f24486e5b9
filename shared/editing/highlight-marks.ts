import { type ChangeSet, changes } from '../model/changes'
import type { Highlight, Weight } from '../model/highlight'

/** Gives highlights a weight; null takes it away. */
export function weigh({ highlights, weight }: { highlights: readonly Highlight[]; weight: Weight | null }): ChangeSet {
  const updated = highlights.flatMap((before) => {
    const { weight: now, ...rest } = before
    return (now ?? null) === weight ? [] : [{ before, after: { ...rest, ...(weight !== null && { weight }) } }]
  })
  return changes(
    weight === null
      ? { key: 'changes.unweighed', params: { count: updated.length } }
      : { key: 'changes.weighed', params: { count: updated.length, weight } },
    { updated: { highlights: updated } },
  )
}

/** Gives highlights a star, or takes it away. */
export function star({ highlights, star }: { highlights: readonly Highlight[]; star: boolean }): ChangeSet {
  const updated = highlights.flatMap((before) => {
    const { star: now, ...rest } = before
    const after: Highlight = { ...rest, ...(star && { star }) }
    return (now ?? false) === star ? [] : [{ before, after }]
  })
  return changes(
    { key: star ? 'changes.starred' : 'changes.unstarred', params: { count: updated.length } },
    { updated: { highlights: updated } },
  )
}
