import type { ThemeId, Time } from '../model/ids'
import { byOrder, type Theme } from '../model/theme'

/** By hand: as the researcher put them. Count and latest use: the most and the newest first. */
export type ThemeSorting = 'hand' | 'name' | 'count' | 'latest'

/** Chinese by pinyin, whichever the script, before numbers within names are compared as numbers. */
const names = new Intl.Collator('zh', { numeric: true })

/**
 * The themes (siblings, or a flat list) in the order that is wanted; those that are equal in it stand by name, then as
 * they were put by hand. `counts` are taggings, `latest` the time of the latest tagging; a theme that is in neither
 * has none.
 */
export function sortThemes(
  themes: readonly Theme[],
  by: ThemeSorting,
  counts: ReadonlyMap<ThemeId, number>,
  latest: ReadonlyMap<ThemeId, Time>,
): Theme[] {
  if (by === 'hand') return themes.toSorted(byOrder)
  const byName = (a: Theme, b: Theme): number => names.compare(a.name, b.name) || byOrder(a, b)
  if (by === 'name') return themes.toSorted(byName)
  const rank = by === 'count' ? counts : latest
  return themes.toSorted((a, b) => (rank.get(b.id) ?? 0) - (rank.get(a.id) ?? 0) || byName(a, b))
}
