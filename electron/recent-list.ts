import { z } from 'zod'
import { MOST_RECENT } from '#shared/bridge'

const stored = z.array(z.string().min(1))

/** `list` with `paths` in front, the last of them first, each path once, at most `MOST_RECENT`. */
export const withRecent = (list: readonly string[], paths: readonly string[]): readonly string[] =>
  [...new Set([...[...paths].reverse(), ...list])].slice(0, MOST_RECENT)

/** The list that a file's text holds; empty when the text is not such a list, as after damage. */
export function recentFrom(text: string): readonly string[] {
  try {
    return stored.parse(JSON.parse(text)).slice(0, MOST_RECENT)
  } catch {
    return []
  }
}
