import type { CoderId, HighlightId, ProjectId, ThemeId, Time } from './ids'

/** The names of the palette's eight pigments; their colours, light and dark, are the window's concern. */
export const PIGMENTS = ['cinnabar', 'azurite', 'gamboge', 'malachite', 'rouge', 'ochre', 'indigo', 'rosewood'] as const
export type Pigment = (typeof PIGMENTS)[number]

/** A pigment of the palette, or a colour of the researcher's own as `#rrggbb`. */
export type ThemeColour = Pigment | `#${string}`

/** A name for what passages share. Themes form a tree. */
export interface Theme {
  readonly id: ThemeId
  readonly project: ProjectId
  readonly name: string
  /** null at the top of the tree. */
  readonly parent: ThemeId | null
  /** Place among its siblings, ascending. */
  readonly order: number
  readonly colour: ThemeColour
  readonly description: string
  /** When a passage belongs here, and when it does not; absent while nobody has said it. */
  readonly inclusion?: string
  readonly exclusion?: string
  /** A highlight that shows what is meant. It may have been removed since: then there is no example. */
  readonly example?: HighlightId
  /** The letter (lower case) or digit that gives this theme. No two themes in use have the same. */
  readonly shortcut?: string
  /** When it was put out of use; absent while it is in use. Its taggings stay. */
  readonly archived?: Time
  readonly coder: CoderId
  readonly created: Time
}

/** Themes by id, for walks up and down the tree. */
export type ThemesById = ReadonlyMap<ThemeId, Theme>

/** The theme and its ancestors, from the top down; a parent that is not there ends the walk. */
export function themePath(theme: Theme, themes: ThemesById): Theme[] {
  const path: Theme[] = []
  for (
    let at: Theme | undefined = theme;
    at && !path.includes(at);
    at = at.parent === null ? undefined : themes.get(at.parent)
  ) {
    path.unshift(at)
  }
  return path
}

/** The names of `themePath` joined by ` / `. */
export const themePathName = (theme: Theme, themes: ThemesById): string =>
  themePath(theme, themes)
    .map((each) => each.name)
    .join(' / ')

/** Siblings in their order: by `order`, then by id. */
export const byOrder = (a: Theme, b: Theme): number => a.order - b.order || (a.id < b.id ? -1 : 1)
