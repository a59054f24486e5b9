import type { Block } from '#shared/model/document'
import { type OutlineEntry, outlineOf } from '#shared/model/outline'

/** A heading as the outline lists it. */
export interface Heading extends OutlineEntry {
  /** How deep it stands below the document's highest headings: 0, 1, 2 ... Levels that are not used are not counted. */
  readonly depth: number
}

/** The headings among `blocks` and inside them, in text order, but for the document's own `title`. */
export function headingsOf(blocks: readonly Block[], title: string): Heading[] {
  const found = outlineOf(blocks).filter(({ text, runIn }) => runIn || text !== title.trim())
  const levels = [...new Set(found.map(({ level }) => level))].sort((a, b) => a - b)
  return found.map((entry) => ({ ...entry, depth: levels.indexOf(entry.level) }))
}

/** The index of the last of `ordered` (by `start`) at or before `offset`; -1 when all stand behind it. */
export function lastAtOrBefore(ordered: readonly { readonly start: number }[], offset: number): number {
  let low = -1
  let high = ordered.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ordered[middle] as { start: number }).start <= offset) low = middle
    else high = middle - 1
  }
  return low
}
