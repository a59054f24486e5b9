import type { AttributeId, ProjectId, Time } from './ids'

/** What values an attribute has. A date is ISO 8601 as far as it is known. */
export const ATTRIBUTE_TYPES = ['text', 'number', 'date', 'choice'] as const
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number]

/** A field that the researcher keeps for each document of a project; the values are the documents' own. */
export interface Attribute {
  readonly id: AttributeId
  readonly project: ProjectId
  /** No two of a project have the same name. */
  readonly name: string
  readonly type: AttributeType
  /** For `choice`: what may be chosen, in this order. */
  readonly choices?: readonly string[]
  /** Place among the project's attributes, ascending. */
  readonly order: number
  readonly created: Time
}
