import { deleteTheme, moveTheme, withDescendants } from '#shared/editing/theme-tree'
import { describeTheme, makeTheme, makeThemePath, recolourTheme, renameTheme } from '#shared/editing/themes'
import type { ThemeId } from '#shared/model/ids'
import type { Theme, ThemeColour } from '#shared/model/theme'
import { by, commit, type Desk, openProject } from './desk'

const themeOf = (desk: Desk, id: ThemeId): Theme | undefined => openProject(desk).themesById.get(id)

/** Makes a theme under `parent` (null: at the top); at the top its name may be a path. Answers with its id. */
export async function make(desk: Desk, name: string, parent: ThemeId | null): Promise<ThemeId> {
  const { project, themes } = openProject(desk)
  const given = { project: project.id, themes }
  const { changes, theme } =
    parent === null
      ? makeThemePath({ ...given, path: name }, by(desk))
      : makeTheme({ ...given, name, parent }, by(desk))
  await commit(desk, changes)
  return theme.id
}

/** Gives a theme another name. */
export async function rename(desk: Desk, id: ThemeId, name: string): Promise<void> {
  const theme = themeOf(desk, id)
  if (theme) await commit(desk, renameTheme({ theme, name, themes: openProject(desk).themes }))
}

/** Gives a theme another colour. */
export async function recolour(desk: Desk, id: ThemeId, colour: ThemeColour): Promise<void> {
  const theme = themeOf(desk, id)
  if (theme) await commit(desk, recolourTheme({ theme, colour }), { coalesce: `colour ${id}` })
}

/** Says what a theme means; what is typed in one go is one step. */
export async function describe(desk: Desk, id: ThemeId, description: string): Promise<void> {
  const theme = themeOf(desk, id)
  if (theme) await commit(desk, describeTheme({ theme, description }), { coalesce: `describe ${id}` })
}

/** Moves a theme under `parent`, before the sibling `before` or to the end. */
export async function move(desk: Desk, id: ThemeId, parent: ThemeId | null, before: ThemeId | null): Promise<void> {
  const theme = themeOf(desk, id)
  if (theme) await commit(desk, moveTheme({ theme, parent, before, themes: openProject(desk).themes }))
}

/** Deletes a theme with what is under it; its highlights stay. */
export async function remove(desk: Desk, id: ThemeId): Promise<void> {
  const { project, themes } = openProject(desk)
  const theme = themeOf(desk, id)
  if (!theme) return
  const ids = withDescendants(theme, themes).map((each) => each.id)
  const belonging = await desk.store.read.belongingToThemes(project.id, ids)
  await commit(desk, deleteTheme({ theme, themes, ...belonging }))
  if (ids.includes(desk.session().filter ?? '')) desk.dispatch({ type: 'filter', theme: null })
}
