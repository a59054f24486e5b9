import { type ChangeSet, changes } from '../model/changes'
import { newId, type ProjectId, type ThemeId } from '../model/ids'
import { byOrder, PIGMENTS, type Pigment, type Theme, type ThemeColour } from '../model/theme'
import { ProblemError } from '../result'
import type { By } from './by'
import { cleanName } from './names'

/** What parts the names in a path of themes. */
export const PATH_SEPARATOR = ' / '

/** A ChangeSet, and the theme it is about as it will be. */
export interface ThemeMaking {
  readonly changes: ChangeSet
  readonly theme: Theme
}

/** The themes under `parent` (null: at the top of the tree), in their order. */
export const childrenOf = (parent: ThemeId | null, themes: readonly Theme[]): Theme[] =>
  themes.filter((each) => each.parent === parent).sort(byOrder)

/** The pigment that the fewest of the themes have; of several, the first of the palette. */
export function freePigment(themes: readonly Theme[]): Pigment {
  const uses = (pigment: Pigment): number => themes.filter(({ colour }) => colour === pigment).length
  return PIGMENTS.reduce((best, each) => (uses(each) < uses(best) ? each : best))
}

/**
 * The name as it is kept for a theme under `parent`.
 * Throws a ProblemError when it is empty, another theme there has it, or it has a slash that stands alone: in a path,
 * that would part it in two.
 */
export function themeName(name: string, parent: ThemeId | null, others: readonly Theme[]): string {
  const clean = cleanName(name)
  if (/\s\/\s/u.test(` ${clean} `)) {
    throw new ProblemError({ key: 'changes.problems.themeNameHasSlash', params: { name: clean } })
  }
  if (others.some((each) => each.parent === parent && each.name === clean)) {
    throw new ProblemError({ key: 'changes.problems.themeNameTaken', params: { name: clean } })
  }
  return clean
}

/** `name`, or with the first number from 2 on that makes it differ from the names of `siblings`. */
export function freeThemeName(name: string, siblings: readonly Theme[]): string {
  const taken = new Set(siblings.map((each) => each.name))
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} ${number}`
  return free
}

export interface NewTheme {
  readonly project: ProjectId
  readonly name: string
  readonly parent: ThemeId | null
  /** Every theme of the project. */
  readonly themes: readonly Theme[]
  /** The least used pigment, unless given. */
  readonly colour?: ThemeColour
  readonly description?: string
}

/** Makes a theme, as the last of its siblings. Throws as `themeName` does. */
export function makeTheme(given: NewTheme, by: By): ThemeMaking {
  const { project, parent, themes, description = '' } = given
  const theme: Theme = {
    id: newId(),
    project,
    name: themeName(given.name, parent, themes),
    parent,
    order: (childrenOf(parent, themes).at(-1)?.order ?? -1) + 1,
    colour: given.colour ?? freePigment(themes),
    description,
    coder: by.coder,
    created: by.now,
  }
  const summary = { key: 'changes.madeTheme', params: { theme: theme.name } } as const
  return { changes: changes(summary, { created: { themes: [theme] } }), theme }
}

/**
 * The theme at a path such as `a / b / c`, from the top of the tree; whatever part of the path is missing is made.
 * Throws a ProblemError when a name in it is empty.
 */
export function makeThemePath(
  given: { project: ProjectId; path: string; themes: readonly Theme[] },
  by: By,
): ThemeMaking {
  const names = given.path.split(/\s+\/\s+/u).map(cleanName)
  const made: Theme[] = []
  let at: Theme | undefined
  for (const name of names) {
    const parent: ThemeId | null = at?.id ?? null
    const themes = [...given.themes, ...made]
    at = themes.find((each) => each.parent === parent && each.name === name)
    if (!at) {
      at = makeTheme({ project: given.project, name, parent, themes }, by).theme
      made.push(at)
    }
  }
  const theme = at as Theme
  const summary = { key: 'changes.madeTheme', params: { theme: names.join(PATH_SEPARATOR) } } as const
  return { changes: changes(summary, { created: { themes: made } }), theme }
}

/** Gives a theme another name. Throws as `themeName` does; `themes` are all of the project. */
export function renameTheme(given: { theme: Theme; name: string; themes: readonly Theme[] }): ChangeSet {
  const { theme } = given
  const others = given.themes.filter(({ id }) => id !== theme.id)
  const name = themeName(given.name, theme.parent, others)
  return changes(
    { key: 'changes.renamedTheme', params: { from: theme.name, to: name } },
    { updated: { themes: name === theme.name ? [] : [{ before: theme, after: { ...theme, name } }] } },
  )
}

/** Gives a theme another colour. */
export const recolourTheme = ({ theme, colour }: { theme: Theme; colour: ThemeColour }): ChangeSet =>
  changes(
    { key: 'changes.recolouredTheme', params: { theme: theme.name } },
    { updated: { themes: colour === theme.colour ? [] : [{ before: theme, after: { ...theme, colour } }] } },
  )

/** Says what a theme means. */
export const describeTheme = ({ theme, description }: { theme: Theme; description: string }): ChangeSet =>
  changes(
    { key: 'changes.describedTheme', params: { theme: theme.name } },
    {
      updated: {
        themes: description === theme.description ? [] : [{ before: theme, after: { ...theme, description } }],
      },
    },
  )
