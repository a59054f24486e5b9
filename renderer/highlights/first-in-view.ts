import type { HighlightId } from '#shared/model/ids'
import type { Marked } from './marked'

/**
 * The highlight that the list shows while the text with `range` (UTF-16 offsets) is in view: the chosen one if it
 * begins there, else the first that does, else null. `rows` are in text order.
 */
export function firstInView(
  rows: readonly Pick<Marked, 'highlight'>[],
  range: { readonly start: number; readonly end: number },
  chosen: HighlightId | null,
): HighlightId | null {
  const startOf = (index: number): number => rows[index]?.highlight.passage.start ?? Number.POSITIVE_INFINITY
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(middle) < range.start) low = middle + 1
    else high = middle
  }
  if (startOf(low) > range.end) return null
  for (let at = low; startOf(at) <= range.end && chosen !== null; at += 1) {
    if (rows[at]?.highlight.id === chosen) return chosen
  }
  return rows[low]?.highlight.id ?? null
}
