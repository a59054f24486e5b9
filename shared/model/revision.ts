import type { CoderId, ContentId, DocumentId, ProjectId, RevisionId, Time } from './ids'

/** How a text came to be as it is. */
export const REVISION_KINDS = [
  /** As it was brought in. */
  'import',
  /** The text was corrected by hand. */
  'correction',
  /** Kinds of blocks, headings or debris were corrected; the words are the same. */
  'structure',
  /** Read again, in another encoding for instance. */
  'reading',
  /** Another file took the place of the old one. */
  'replacement',
  /** An earlier revision was made the present one. */
  'restoration',
] as const
export type RevisionKind = (typeof REVISION_KINDS)[number]

/** One state of a document's text. The document's own `content` says which is shown. */
export interface Revision {
  readonly id: RevisionId
  readonly project: ProjectId
  readonly document: DocumentId
  readonly content: ContentId
  readonly kind: RevisionKind
  /** Why, in the researcher's words; empty where nobody said. */
  readonly reason: string
  /** null when it was nobody's in particular. */
  readonly coder: CoderId | null
  readonly created: Time
}
