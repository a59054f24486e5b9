import { archiveTheme, duplicateBranch, splitTheme, unarchiveTheme } from '#shared/editing/theme-branches'
import { setCriteria, setExample, setShortcut } from '#shared/editing/theme-criteria'
import { addToGroup, deleteGroup, makeGroup, removeFromGroup, renameGroup } from '#shared/editing/theme-groups'
import { mergeThemes } from '#shared/editing/theme-merge'
import { deleteTheme, withDescendants } from '#shared/editing/theme-tree'
import { type ChangeSet, merge } from '#shared/model/changes'
import type { HighlightId, ThemeId } from '#shared/model/ids'
import type { Theme } from '#shared/model/theme'
import type { ThemeGroupId } from '#shared/model/theme-group'
import { ProblemError } from '#shared/result'
import { commandOfKey, shortcutsWith } from '#shared/shortcuts'
import { by, commit, type Desk, openProject } from './desk'

type Queue = <T>(work: () => Promise<T>) => Promise<T | null>

function themeOf(desk: Desk, id: ThemeId): Theme[] {
  const theme = openProject(desk).themesById.get(id)
  return theme ? [theme] : []
}

/** Everything that reworks a codebook: merging, splitting, copying, archiving, criteria, shortcuts, groups. */
export function codebookActions(desk: Desk, queued: Queue) {
  const groups = () => desk.store.read.themeGroups(openProject(desk).project.id)
  const groupOf = async (id: ThemeGroupId) => (await groups()).find((group) => group.id === id)
  const withTheme = (id: ThemeId, work: (theme: Theme) => ChangeSet, coalesce?: string) =>
    queued(async () => {
      const theme = openProject(desk).themesById.get(id)
      if (theme) await commit(desk, work(theme), coalesce === undefined ? {} : { coalesce })
    })

  return {
    /** Makes several themes one; `into` stays. */
    mergeThemes: (ids: readonly ThemeId[], into: ThemeId) =>
      queued(async () => {
        const { project, themes, themesById } = openProject(desk)
        const target = themesById.get(into)
        const others = ids.filter((id) => id !== into).flatMap((id) => themesById.get(id) ?? [])
        if (!target || others.length === 0) return
        const all = [into, ...others.map((theme) => theme.id)]
        const { taggings, notes } = await desk.store.read.belongingToThemes(project.id, all)
        const liveThemes = await desk.store.read.liveThemes(project.id)
        const savedSearches = await desk.store.read.savedSearches(project.id)
        const kept = { groups: await groups(), liveThemes, savedSearches }
        await commit(desk, mergeThemes({ into: target, others, themes, taggings, notes, ...kept }, by(desk)))
      }),
    /** Deletes several themes with what is under them as one step; their highlights stay. */
    deleteThemes: (ids: readonly ThemeId[]) =>
      queued(async () => {
        const { project, themesById } = openProject(desk)
        let left = openProject(desk).themes
        let all: ChangeSet | null = null
        for (const id of ids) {
          const theme = left.find((each) => each.id === id)
          if (!theme) continue
          const gone = new Set(withDescendants(theme, left).map((each) => each.id))
          const belonging = await desk.store.read.belongingToThemes(project.id, [...gone])
          const changed = new Map(all?.updated.themeGroups?.map(({ after }) => [after.id, after]))
          const groupsNow = belonging.groups.map((group) => changed.get(group.id) ?? group)
          const one = deleteTheme({ theme, themes: left, ...belonging, groups: groupsNow })
          all = all ? merge(all, one) : one
          left = left.filter((each) => !gone.has(each.id))
        }
        if (all) await commit(desk, all)
        const { filter } = desk.session()
        if (filter !== null && themesById.has(filter) && !left.some(({ id }) => id === filter)) {
          desk.dispatch({ type: 'filter', theme: null })
        }
      }),
    /** Gives some of a theme's highlights to a new theme beside it. */
    splitTheme: (id: ThemeId, name: string, highlights: readonly HighlightId[]) =>
      queued(async () => {
        const { project, themes, themesById } = openProject(desk)
        const theme = themesById.get(id)
        if (!theme) return
        const taggings = await desk.store.read.taggingsOfTheme(project.id, id)
        await commit(desk, splitTheme({ theme, name, highlights, taggings, themes }, by(desk)).changes)
      }),
    /** Copies a theme with all under it, with or without its taggings. */
    duplicateTheme: (id: ThemeId, tagged: boolean) =>
      queued(async () => {
        const { project, themes, themesById } = openProject(desk)
        const theme = themesById.get(id)
        if (!theme) return
        const ids = withDescendants(theme, themes).map((each) => each.id)
        const { taggings } = await desk.store.read.belongingToThemes(project.id, ids)
        await commit(desk, duplicateBranch({ theme, themes, taggings: tagged ? taggings : [] }, by(desk)).changes)
      }),
    archiveTheme: (id: ThemeId) =>
      withTheme(id, (theme) => archiveTheme({ theme, themes: openProject(desk).themes }, by(desk))),
    unarchiveTheme: (id: ThemeId) =>
      withTheme(id, (theme) => unarchiveTheme({ theme, themes: openProject(desk).themes })),
    /** Says when a passage belongs to a theme and when it does not. */
    setCriteria: (id: ThemeId, criteria: { readonly inclusion?: string; readonly exclusion?: string }) =>
      withTheme(id, (theme) => setCriteria({ theme, ...criteria }), `criteria ${id} ${Object.keys(criteria).join()}`),
    setExample: (id: ThemeId, example: HighlightId | null) => withTheme(id, (theme) => setExample({ theme, example })),
    /** The letter or digit that gives the theme, unless a command has it; an empty text takes it away. */
    setShortcut: (id: ThemeId, shortcut: string) =>
      queued(async () => {
        const { themes, themesById } = openProject(desk)
        const theme = themesById.get(id)
        if (!theme) return
        const taken = commandOfKey(shortcutsWith(await desk.store.places.shortcutChanges()), shortcut)
        if (taken) {
          const params = { shortcut: shortcut.toUpperCase(), command: desk.translate()(taken.label) }
          throw new ProblemError({ key: 'changes.problems.shortcutOfCommand', params })
        }
        await commit(desk, setShortcut({ theme, shortcut: shortcut.trim() === '' ? null : shortcut, themes }))
      }),

    makeGroup: (name: string, themes: readonly ThemeId[]) =>
      queued(async () => {
        const { project } = openProject(desk)
        const chosen = themes.flatMap((id) => themeOf(desk, id))
        await commit(
          desk,
          makeGroup({ project: project.id, name, themes: chosen, groups: await groups() }, by(desk)).changes,
        )
      }),
    renameGroup: (id: ThemeGroupId, name: string) =>
      queued(async () => {
        const group = await groupOf(id)
        if (group) await commit(desk, renameGroup({ group, name, groups: await groups() }))
      }),
    addToGroup: (id: ThemeGroupId, themes: readonly ThemeId[]) =>
      queued(async () => {
        const group = await groupOf(id)
        if (group) await commit(desk, addToGroup({ group, themes: themes.flatMap((each) => themeOf(desk, each)) }))
      }),
    removeFromGroup: (id: ThemeGroupId, themes: readonly ThemeId[]) =>
      queued(async () => {
        const group = await groupOf(id)
        if (group) await commit(desk, removeFromGroup({ group, themes: themes.flatMap((each) => themeOf(desk, each)) }))
      }),
    deleteGroup: (id: ThemeGroupId) =>
      queued(async () => {
        const group = await groupOf(id)
        if (group) await commit(desk, deleteGroup(group))
      }),
  }
}
