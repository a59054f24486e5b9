import type { AnnotationQuery } from './annotation-query'
import type { CoderId, Id, ProjectId, Time } from './ids'
import { PIGMENTS, type ThemeColour } from './theme'

export type LiveThemeId = Id

/**
 * A query that is kept: it shows its passages wherever a theme does, those that come to it later too. It names themes,
 * documents, groups, attributes and coders by their ids; what is not there any more has no passages.
 */
export interface LiveTheme {
  readonly id: LiveThemeId
  readonly project: ProjectId
  /** No two of a project have the same name. */
  readonly name: string
  readonly query: AnnotationQuery
  /** The colour that was chosen for it; absent while none was: see `liveColour`. */
  readonly colour?: ThemeColour
  /** Place among the project's live themes, ascending. */
  readonly order: number
  readonly coder: CoderId
  readonly created: Time
}

/**
 * The colour of a live theme: the one that was chosen, else a pigment by its place, from the last on, since themes take
 * theirs from the first on.
 */
export function liveColour({ colour, order }: Pick<LiveTheme, 'colour' | 'order'>): ThemeColour {
  const last = PIGMENTS.length - 1
  return colour ?? PIGMENTS[last - (Math.abs(order) % PIGMENTS.length)] ?? 'rosewood'
}
