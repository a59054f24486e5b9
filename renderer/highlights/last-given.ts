import type { HighlightId, ThemeId } from '#shared/model/ids'
import type { Marked } from './marked'

/**
 * The themes to give once more: those of the chosen highlight, or of the highlight that was tagged last. `to` is the
 * highlight that is to have them; it gives none itself. Empty when nothing else has a theme.
 */
export function lastGiven(
  rows: readonly Marked[],
  chosen: HighlightId | null,
  to: HighlightId | null,
): readonly ThemeId[] {
  let last: Marked | null = null
  let when = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    if (row.highlight.id === to || row.taggings.length === 0) continue
    if (row.highlight.id === chosen) {
      last = row
      break
    }
    const latest = row.taggings.reduce((at, { created }) => Math.max(at, created), Number.NEGATIVE_INFINITY)
    if (latest > when) {
      last = row
      when = latest
    }
  }
  return [...new Set(last?.taggings.map(({ theme }) => theme))]
}
