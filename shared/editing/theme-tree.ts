import { type ChangeSet, changes } from '../model/changes'
import type { Tagging } from '../model/highlight'
import type { ThemeId } from '../model/ids'
import type { Note } from '../model/note'
import { byOrder, type Theme } from '../model/theme'
import type { ThemeGroup } from '../model/theme-group'
import { ProblemError } from '../result'
import { childrenOf, themeName } from './themes'

/** The theme and everything under it, parents before children. */
export function withDescendants(theme: Theme, themes: readonly Theme[]): Theme[] {
  const children = new Map<ThemeId | null, Theme[]>()
  for (const each of themes) {
    const siblings = children.get(each.parent)
    if (siblings) siblings.push(each)
    else children.set(each.parent, [each])
  }
  const found = new Map<ThemeId, Theme>([[theme.id, theme]])
  for (const each of found.values()) {
    for (const child of (children.get(each.id) ?? []).sort(byOrder)) found.set(child.id, child)
  }
  return [...found.values()]
}

/**
 * Moves a theme, with all that is under it, to a place among the themes under `parent` (null: the top of the tree):
 * before the sibling `before`, or to the end when that is null. `themes` are all of the project. The new siblings are
 * numbered anew where their order asks for it.
 * Throws a ProblemError when the theme would come under itself, or has the name of one that is there.
 */
export function moveTheme(given: {
  theme: Theme
  parent: ThemeId | null
  before: ThemeId | null
  themes: readonly Theme[]
}): ChangeSet {
  const { theme, parent } = given
  if (withDescendants(theme, given.themes).some(({ id }) => id === parent)) {
    throw new ProblemError({ key: 'changes.problems.themeUnderItself', params: { name: theme.name } })
  }
  const others = given.themes.filter(({ id }) => id !== theme.id)
  themeName(theme.name, parent, others)
  const row = childrenOf(parent, others)
  const at = row.findIndex(({ id }) => id === given.before)
  row.splice(at === -1 ? row.length : at, 0, theme)
  const updated = row.flatMap((before, order) => {
    const after = { ...before, parent, order }
    return before.order === order && before.parent === parent ? [] : [{ before, after }]
  })
  return changes({ key: 'changes.movedTheme', params: { theme: theme.name } }, { updated: { themes: updated } })
}

/**
 * Deletes a theme with all that is under it, their taggings and the notes about them, and takes them out of their
 * groups. The highlights stay. Of the themes, taggings and notes given, only what belongs to it goes.
 */
export function deleteTheme(given: {
  theme: Theme
  themes: readonly Theme[]
  taggings: readonly Tagging[]
  notes: readonly Note[]
  groups?: readonly ThemeGroup[]
}): ChangeSet {
  const themes = withDescendants(given.theme, given.themes)
  const ids = new Set(themes.map(({ id }) => id))
  const taggings = given.taggings.filter(({ theme }) => ids.has(theme))
  const notes = given.notes.filter(({ about }) => about.kind === 'theme' && ids.has(about.id))
  const themeGroups = (given.groups ?? []).flatMap((before) => {
    const left = before.themes.filter((id) => !ids.has(id))
    return left.length === before.themes.length ? [] : [{ before, after: { ...before, themes: left } }]
  })
  const count = taggings.length
  const theme = given.theme.name
  return changes(
    themes.length === 1
      ? { key: 'changes.deletedTheme', params: { theme, count } }
      : { key: 'changes.deletedThemes', params: { theme, count, themes: themes.length } },
    { updated: { themeGroups }, deleted: { themes, taggings, notes } },
  )
}
