import { type ChangeSet, changes } from '../model/changes'
import type { Tagging } from '../model/highlight'
import type { ThemeId } from '../model/ids'
import type { LiveTheme } from '../model/live-theme'
import type { Note } from '../model/note'
import { same } from '../model/same'
import type { SavedSearch } from '../model/saved-search'
import type { Theme } from '../model/theme'
import type { ThemeGroup } from '../model/theme-group'
import { withIds } from '../queries/annotations/is-query'
import type { By } from './by'
import { gatherNotes } from './gather-notes'
import { childrenOf, freeThemeName } from './themes'

const joined = (words: readonly (string | undefined)[]): string =>
  [...new Set(words.flatMap((each) => (each?.trim() ? [each] : [])))].join('\n\n')

/** What the merged theme says: the words of all, one after the other; the first example and shortcut there are. */
function said(into: Theme, others: readonly Theme[]): Theme {
  const all = [into, ...others]
  const inclusion = joined(all.map((each) => each.inclusion))
  const exclusion = joined(all.map((each) => each.exclusion))
  const example = all.find((each) => each.example !== undefined)?.example
  const shortcut = all.find((each) => each.shortcut !== undefined && !each.archived)?.shortcut
  return {
    ...into,
    description: joined(all.map((each) => each.description)) || into.description,
    ...(inclusion && { inclusion }),
    ...(exclusion && { exclusion }),
    ...(example !== undefined && { example }),
    ...(shortcut !== undefined && into.shortcut === undefined && { shortcut }),
  }
}

/** The themes that stay, each under a theme that stays too: what was under a merged one comes under `into`. */
function replanted(into: Theme, gone: ReadonlySet<ThemeId>, themes: readonly Theme[]): Theme[] {
  const byId = new Map(themes.map((each) => [each.id, each]))
  const above = new Set<ThemeId>()
  for (let at = byId.get(into.id); at && !above.has(at.id); at = at.parent === null ? undefined : byId.get(at.parent)) {
    above.add(at.id)
  }
  const stays = (id: ThemeId | null): ThemeId | null => {
    let at = id
    while (at !== null && gone.has(at)) at = byId.get(at)?.parent ?? null
    return at
  }
  const kept = themes.filter(({ id }) => !gone.has(id))
  const planted = kept.filter(({ parent }) => parent === null || !gone.has(parent))
  for (const each of kept.filter(({ parent }) => parent !== null && gone.has(parent))) {
    // What stands above `into` cannot come under it: it goes up instead.
    const parent = above.has(each.id) ? stays(each.parent) : into.id
    const row = childrenOf(parent, planted)
    planted.push({ ...each, parent, name: freeThemeName(each.name, row), order: (row.at(-1)?.order ?? -1) + 1 })
  }
  return planted
}

/** Taggings of the merged themes go to `into`, but for those that a coder has given the same highlight already. */
function repointed(into: ThemeId, gone: ReadonlySet<ThemeId>, taggings: readonly Tagging[]) {
  const place = ({ highlight, coder }: Tagging): string => `${highlight} ${coder}`
  const there = new Set(taggings.filter(({ theme }) => theme === into).map(place))
  const updated: { before: Tagging; after: Tagging }[] = []
  const deleted: Tagging[] = []
  for (const before of taggings.filter(({ theme }) => gone.has(theme))) {
    if (there.has(place(before))) {
      deleted.push(before)
    } else {
      there.add(place(before))
      updated.push({ before, after: { ...before, theme: into } })
    }
  }
  return { updated, deleted }
}

/**
 * Makes several themes one. Their taggings go to `into`, no highlight has it twice from one coder; what was under them
 * comes under it (with a number where a name is taken there); their descriptions, criteria and notes are appended to
 * its own; groups that had one of them have it. `themes` are all of the project, `taggings` those of all the themes
 * merged and of `into`, `notes` those about them, `groups`, `liveThemes` and `savedSearches` all of the project;
 * queries that name one of them name `into`.
 */
export function mergeThemes(
  given: {
    into: Theme
    others: readonly Theme[]
    themes: readonly Theme[]
    taggings: readonly Tagging[]
    notes: readonly Note[]
    groups: readonly ThemeGroup[]
    liveThemes?: readonly LiveTheme[]
    savedSearches?: readonly SavedSearch[]
  },
  by: Pick<By, 'now'>,
): ChangeSet {
  const { into } = given
  const others = [...new Map(given.others.map((each) => [each.id, each])).values()].filter(({ id }) => id !== into.id)
  const gone = new Set(others.map(({ id }) => id))
  const byId = new Map(given.themes.map((each) => [each.id, each]))
  const themes = replanted(into, gone, given.themes).flatMap((each) => {
    const before = byId.get(each.id) as Theme
    const after = each.id === into.id ? said(each, others) : each
    return same(before, after) ? [] : [{ before, after }]
  })
  const taggings = repointed(into.id, gone, given.taggings)
  const notes = gatherNotes({ notes: given.notes, from: gone, to: { kind: 'theme', id: into.id } }, by)
  const themeGroups = given.groups.flatMap((before) => {
    if (!before.themes.some((id) => gone.has(id))) return []
    const after = { ...before, themes: [...new Set(before.themes.map((id) => (gone.has(id) ? into.id : id)))] }
    return [{ before, after }]
  })
  const liveThemes = (given.liveThemes ?? []).flatMap((before) => {
    const query = withIds(before.query, (id) => (gone.has(id) ? into.id : id))
    return same(query, before.query) ? [] : [{ before, after: { ...before, query } }]
  })
  const savedSearches = (given.savedSearches ?? []).flatMap((before) => {
    const { theme } = before.scope
    if (theme === undefined || !gone.has(theme)) return []
    return [{ before, after: { ...before, scope: { ...before.scope, theme: into.id } } }]
  })
  return changes(
    {
      key: 'changes.mergedThemes',
      params: { count: others.length, theme: into.name, taggings: taggings.updated.length },
    },
    {
      updated: { themes, themeGroups, liveThemes, savedSearches, taggings: taggings.updated, notes: notes.updated },
      deleted: { themes: others, taggings: taggings.deleted, notes: notes.deleted },
    },
  )
}
