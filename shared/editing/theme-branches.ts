import { type ChangeSet, changes } from '../model/changes'
import type { Tagging } from '../model/highlight'
import { type HighlightId, newId, type ThemeId } from '../model/ids'
import { type Theme, themePath } from '../model/theme'
import type { By } from './by'
import { withDescendants } from './theme-tree'
import { childrenOf, freeThemeName, makeTheme, type ThemeMaking } from './themes'

/** The new theme, and its siblings numbered anew so that it stands right after `theme`. */
function placedAfter(theme: Theme, made: Theme, themes: readonly Theme[]) {
  const row = childrenOf(theme.parent, themes)
  row.splice(row.findIndex(({ id }) => id === theme.id) + 1, 0, made)
  const updated = row.flatMap((before, order) =>
    before.id === made.id || before.order === order ? [] : [{ before, after: { ...before, order } }],
  )
  return { made: { ...made, order: row.indexOf(made) }, updated }
}

/**
 * Gives some of a theme's highlights to a new sibling, which stands right after it. `taggings` are those of `theme`,
 * whoever gave them; `themes` are all of the project.
 * Throws a ProblemError as `makeTheme` does when the name cannot be had.
 */
export function splitTheme(
  given: {
    theme: Theme
    name: string
    highlights: readonly HighlightId[]
    taggings: readonly Tagging[]
    themes: readonly Theme[]
  },
  by: By,
): ThemeMaking {
  const { theme, themes } = given
  const { project, parent } = theme
  const { made, updated } = placedAfter(
    theme,
    makeTheme({ project, parent, themes, name: given.name }, by).theme,
    themes,
  )
  const chosen = new Set(given.highlights)
  const taggings = given.taggings.flatMap((before) =>
    before.theme === theme.id && chosen.has(before.highlight) ? [{ before, after: { ...before, theme: made.id } }] : [],
  )
  const count = new Set(taggings.map(({ after }) => after.highlight)).size
  return {
    changes: changes(
      { key: 'changes.splitTheme', params: { theme: theme.name, name: made.name, count } },
      { created: { themes: [made] }, updated: { themes: updated, taggings } },
    ),
    theme: made,
  }
}

/**
 * Makes a copy of a theme and of all that is under it, right after it; the copy's name has a number. Taggings given
 * are copied too where they belong to the branch, and stay their coders'; with none given the copy is empty. A
 * shortcut is not copied.
 */
export function duplicateBranch(
  given: { theme: Theme; themes: readonly Theme[]; taggings: readonly Tagging[] },
  by: By,
): ThemeMaking {
  const { theme, themes } = given
  const branch = withDescendants(theme, themes)
  const ids = new Map<ThemeId, ThemeId>(branch.map(({ id }) => [id, newId()]))
  const copies = branch.map((each): Theme => {
    const { shortcut: _, ...rest } = each
    const top = each.id === theme.id
    return {
      ...rest,
      id: ids.get(each.id) as ThemeId,
      parent: top || each.parent === null ? each.parent : (ids.get(each.parent) ?? each.parent),
      name: top ? freeThemeName(each.name, childrenOf(each.parent, themes)) : each.name,
      coder: by.coder,
      created: by.now,
    }
  })
  const [first, ...others] = copies as [Theme, ...Theme[]]
  const { made, updated } = placedAfter(theme, first, themes)
  const taggings = given.taggings.flatMap((each): Tagging[] => {
    const copy = ids.get(each.theme)
    return copy ? [{ ...each, id: newId(), theme: copy, created: by.now }] : []
  })
  const params = { theme: theme.name, themes: copies.length, count: taggings.length }
  return {
    changes: changes(
      { key: 'changes.duplicatedBranch', params },
      { created: { themes: [made, ...others], taggings }, updated: { themes: updated } },
    ),
    theme: made,
  }
}

const put = (theme: Theme, before: readonly Theme[], after: (theme: Theme) => Theme, key: 'archived' | 'unarchived') =>
  changes(
    { key: `changes.${key}Theme`, params: { theme: theme.name, count: before.length } },
    { updated: { themes: before.map((each) => ({ before: each, after: after(each) })) } },
  )

/** Puts a theme, and all that is under it, out of use. The taggings stay. */
export const archiveTheme = (
  { theme, themes }: { theme: Theme; themes: readonly Theme[] },
  { now }: Pick<By, 'now'>,
): ChangeSet =>
  put(
    theme,
    withDescendants(theme, themes).filter(({ archived }) => archived === undefined),
    (each) => ({ ...each, archived: now }),
    'archived',
  )

/**
 * Puts a theme into use again, with what was put away together with it, and what stands above it. A shortcut that
 * another theme has been given meanwhile is that one's.
 */
export function unarchiveTheme({ theme, themes }: { theme: Theme; themes: readonly Theme[] }): ChangeSet {
  const together = withDescendants(theme, themes).filter(({ archived }) => archived === theme.archived)
  const back = new Set([...themePath(theme, new Map(themes.map((each) => [each.id, each]))), ...together])
  const taken = new Set(themes.flatMap(({ archived, shortcut }) => (archived === undefined && shortcut) || []))
  const restored = ({ archived: _, shortcut, ...rest }: Theme): Theme => {
    if (shortcut === undefined || taken.has(shortcut)) return rest
    taken.add(shortcut)
    return { ...rest, shortcut }
  }
  const archived = [...back].filter((each) => each.archived !== undefined)
  return put(theme, archived, restored, 'unarchived')
}
