import type { DocumentId, GroupId, ProjectId, Time } from './ids'

/** A set of documents; a document may be in any number of groups. Groups form a tree, as folders do. */
export interface DocumentGroup {
  readonly id: GroupId
  readonly project: ProjectId
  readonly name: string
  /** null at the top. */
  readonly parent: GroupId | null
  /** In no order; each once. */
  readonly documents: readonly DocumentId[]
  /** Place among its siblings, ascending. */
  readonly order: number
  readonly created: Time
}
