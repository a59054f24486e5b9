import { type ChangeSet, changes } from '../model/changes'
import type { CodebookEntry } from '../model/codebook'
import type { ProjectId, ThemeId } from '../model/ids'
import { same } from '../model/same'
import { byOrder, PIGMENTS, type Theme } from '../model/theme'
import type { By } from './by'
import { makeTheme } from './themes'

/** What an entry says, put over what was said: what it leaves blank stays as it was. */
function described(theme: Theme, { colour, description, inclusion, exclusion }: CodebookEntry): Theme {
  return {
    ...theme,
    ...(colour && { colour }),
    ...(description && { description }),
    ...(inclusion && { inclusion }),
    ...(exclusion && { exclusion }),
  }
}

/**
 * Brings a codebook into a project, in one step. A theme that is at an entry's path already takes what the entry says;
 * others are made, with whatever is missing above them, after the siblings there are. Bringing the same in again
 * changes nothing. `themes` are all of the project.
 * Throws a ProblemError as `makeTheme` does when a name cannot be had.
 */
export function bringInCodebook(
  given: { project: ProjectId; entries: readonly CodebookEntry[]; themes: readonly Theme[] },
  by: By,
): { changes: ChangeSet; made: readonly Theme[]; updated: number } {
  const { project, entries } = given
  const rows = new Map<ThemeId | null, Map<string, Theme>>()
  const rowOf = (parent: ThemeId | null): Map<string, Theme> => {
    const row = rows.get(parent) ?? new Map<string, Theme>()
    rows.set(parent, row)
    return row
  }
  for (const theme of given.themes.toSorted(byOrder)) rowOf(theme.parent).set(theme.name, theme)
  const uses = new Map(PIGMENTS.map((pigment) => [pigment, 0]))
  for (const { colour } of given.themes) {
    for (const pigment of PIGMENTS) if (pigment === colour) uses.set(pigment, (uses.get(pigment) ?? 0) + 1)
  }
  const states = new Map<ThemeId, { before: Theme | null; after: Theme }>()
  for (const entry of entries) {
    let at: Theme | undefined
    for (const name of entry.path) {
      const parent: ThemeId | null = at?.id ?? null
      const row = rowOf(parent)
      at = row.get(name)
      if (at) continue
      const colour = PIGMENTS.reduce((best, each) => ((uses.get(each) ?? 0) < (uses.get(best) ?? 0) ? each : best))
      uses.set(colour, (uses.get(colour) ?? 0) + 1)
      at = makeTheme({ project, name, parent, themes: [...row.values()], colour }, by).theme
      row.set(name, at)
      states.set(at.id, { before: null, after: at })
    }
    if (!at) continue
    const before = states.get(at.id)
    states.set(at.id, { before: before ? before.before : at, after: described(before?.after ?? at, entry) })
  }
  const made = [...states.values()].flatMap(({ before, after }) => (before ? [] : [after]))
  const updated = [...states.values()].flatMap(({ before, after }) =>
    before && !same(before, after) ? [{ before, after }] : [],
  )
  return {
    changes: changes(
      { key: 'changes.broughtInCodebook', params: { count: made.length, updated: updated.length } },
      { created: { themes: made }, updated: { themes: updated } },
    ),
    made,
    updated: updated.length,
  }
}
