import type { Id, ProjectId, ThemeId, Time } from './ids'

export type ThemeGroupId = Id

/** A set of themes that cuts across the tree. */
export interface ThemeGroup {
  readonly id: ThemeGroupId
  readonly project: ProjectId
  readonly name: string
  /** Each once, in the group's own order. */
  readonly themes: readonly ThemeId[]
  /** Place among the project's groups, ascending. */
  readonly order: number
  readonly created: Time
}
