import type { DocumentId, Id } from '../../model/ids'
import type { Hit } from '../../queries/find'
import type { SearchOptions } from '../../queries/search/match'
import type { SearchQuery } from '../../queries/search/query'

/** What a text is in which something was found. `metadata` is what is known about a document, one line each. */
export const TEXT_KINDS = ['document', 'metadata', 'note', 'theme'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** A text beside those of the documents in which is searched too. */
export interface BesideText {
  readonly kind: 'note' | 'theme'
  /** The note's or theme's. */
  readonly id: Id
  readonly title: string
  readonly text: string
}

/** What is asked of all texts of the corpus. */
export interface Question {
  readonly query: SearchQuery
  readonly options?: Omit<SearchOptions, 'limit' | 'patience'>
  /** Only in these documents; in all unless told. */
  readonly documents?: readonly DocumentId[]
  /**
   * Only inside these stretches of the documents' texts, in text order for each; in a document that is not named
   * nothing is found. In the whole of them unless told.
   */
  readonly within?: ReadonlyMap<DocumentId, readonly Hit[]>
  /** Also in debris of the page. */
  readonly debris?: boolean
  /** Also in what is known about the documents. */
  readonly metadata?: boolean
  /** Also in these. */
  readonly beside?: readonly BesideText[]
}
