import type { Location } from '../anchoring/locate'
import { type ChangeSet, changes } from '../model/changes'
import type { Highlight } from '../model/highlight'
import { place } from './moved-highlights'

/**
 * Puts a lost highlight on a stretch of its document's plain text (UTF-16 offsets), by hand. Throws a RangeError when the
 * stretch is empty or outside the text.
 */
export const placeLost = (given: {
  readonly highlight: Highlight
  readonly text: string
  readonly range: { readonly start: number; readonly end: number }
}): ChangeSet =>
  changes(
    { key: 'changes.placedLost', params: { count: 1 } },
    { updated: { highlights: [{ before: given.highlight, after: place(given.highlight, given.text, given.range) }] } },
  )

/**
 * Puts lost highlights where they were found in their document's plain text; `locations` are in the order of
 * `highlights`. Those that were not found stay lost.
 */
export function placeFound(given: {
  readonly highlights: readonly Highlight[]
  readonly locations: readonly Location[]
  readonly text: string
}): ChangeSet {
  const highlights = given.highlights.flatMap((before, i) => {
    const location = given.locations[i]
    if (before.lost === undefined || !location || location.state === 'lost') return []
    return [{ before, after: place(before, given.text, location) }]
  })
  return changes({ key: 'changes.placedLost', params: { count: highlights.length } }, { updated: { highlights } })
}
