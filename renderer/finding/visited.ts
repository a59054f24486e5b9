import type { DocumentId } from '#shared/model/ids'

/** A place in a document: the UTF-16 offset of the line at the top of the reader. */
export interface Spot {
  readonly document: DocumentId
  readonly offset: number
}

/** Places that were left by a jump. */
export interface Visited {
  /** Where going back leads, the latest last. */
  readonly behind: readonly Spot[]
  /** Where going forward again leads, the nearest last. */
  readonly ahead: readonly Spot[]
}

export const NOWHERE: Visited = { behind: [], ahead: [] }

/** How many places are remembered. */
const MOST = 100

const same = (a: Spot | undefined, b: Spot): boolean => a?.document === b.document && a.offset === b.offset

const pushed = (spots: readonly Spot[], spot: Spot): readonly Spot[] =>
  same(spots.at(-1), spot) ? spots : [...spots, spot].slice(-MOST)

/** A jump leaves `from`. What lay ahead is forgotten. */
export const leave = (visited: Visited, from: Spot): Visited => ({ behind: pushed(visited.behind, from), ahead: [] })

/**
 * One place back or forward from `here` (null: no document is open), passing over places in documents that are no
 * longer there. null when there is none.
 */
export function go(
  visited: Visited,
  way: 'back' | 'forward',
  here: Spot | null,
  isThere: (document: DocumentId) => boolean,
): { readonly visited: Visited; readonly to: Spot } | null {
  const spots = (way === 'back' ? visited.behind : visited.ahead).filter(
    (spot) => isThere(spot.document) && !(here && same(here, spot)),
  )
  const to = spots.at(-1)
  if (!to) return null
  const left = spots.slice(0, -1)
  const others = way === 'back' ? visited.ahead : visited.behind
  const passed = here ? pushed(others, here) : others
  return { to, visited: way === 'back' ? { behind: left, ahead: passed } : { behind: passed, ahead: left } }
}
