import type { CoderId, HighlightId, Id, ProjectId, Time } from './ids'

export type LinkId = Id

/** The relations that are offered; their names in the interface's language are messages (`relations.*`). */
export const RELATIONS = ['supports', 'contradicts', 'echoes'] as const

/** One of the relations that are offered, or one of the researcher's own, in their words. */
export type Relation = (typeof RELATIONS)[number] | (string & {})

/** One passage stands in a relation to another one: `from` supports, contradicts or echoes `to`. */
export interface PassageLink {
  readonly id: LinkId
  readonly project: ProjectId
  readonly from: HighlightId
  /** Another highlight than `from`, of any document of the project. */
  readonly to: HighlightId
  readonly relation: Relation
  readonly coder: CoderId
  readonly created: Time
}
