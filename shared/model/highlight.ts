import type { CoderId, DocumentId, HighlightId, ProjectId, TaggingId, ThemeId, Time } from './ids'
import type { Passage } from './passage'

/** How much a highlight weighs, lightest first. */
export const WEIGHTS = [1, 2, 3, 4, 5] as const
export type Weight = (typeof WEIGHTS)[number]

/** A passage someone marked. It may have any number of themes, or none. */
export interface Highlight {
  readonly id: HighlightId
  readonly project: ProjectId
  readonly document: DocumentId
  readonly passage: Passage
  /** Its weight or intensity; absent while nobody has weighed it. */
  readonly weight?: Weight
  /** Whether it stands out; absent where it does not. */
  readonly star?: true
  /**
   * Since when its words are not in the document's text any more; absent while they are. Its passage keeps where it
   * stood, with quote and context; the reader does not draw it, and it can be placed again by hand.
   */
  readonly lost?: Time
  readonly coder: CoderId
  readonly created: Time
}

/** A theme given to a highlight by a coder. */
export interface Tagging {
  readonly id: TaggingId
  readonly project: ProjectId
  readonly highlight: HighlightId
  /** The highlight's document, repeated here so that a document's taggings are one read. */
  readonly document: DocumentId
  readonly theme: ThemeId
  readonly coder: CoderId
  readonly created: Time
}
