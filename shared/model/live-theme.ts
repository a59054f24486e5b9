import type { AnnotationQuery } from './annotation-query'
import type { CoderId, Id, ProjectId, Time } from './ids'

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
  /** Place among the project's live themes, ascending. */
  readonly order: number
  readonly coder: CoderId
  readonly created: Time
}
