import type { Passage } from '../model/passage'
import type { GramIndex } from './gram-index'

/** So much of each side must stand to say that the surroundings are still there, in UTF-16 units. */
const SIDE = 8

/**
 * Whether the surroundings of the passage still stand with other words between them. Then the quote was rewritten
 * there, and the same words elsewhere are not it. Where the surroundings have closed up, it may have been moved.
 */
export function replaced({ quote, prefix, suffix }: Passage, index: GramIndex): boolean {
  const before = prefix.slice(-SIDE)
  const after = suffix.slice(0, SIDE)
  if (before.length < SIDE || after.length < SIDE) return false
  return index.occurrences(before, 8).at.some((at) => {
    const from = at + before.length
    const gap = index.text.slice(from, from + 2 * quote.length + 64 + SIDE).indexOf(after)
    return gap > 0
  })
}
