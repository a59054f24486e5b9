import type { AttributeId, CoderId, DocumentId, GroupId, Id, ProjectId, ThemeId, Time } from './ids'
import type { LiveThemeId } from './live-theme'

/** What may be searched beside the documents' texts. */
export const ALSO = ['notes', 'themes', 'metadata', 'debris'] as const
export type Also = (typeof ALSO)[number]

/** Where in a project is searched; what is left out limits nothing, and all limits hold together. */
export interface SearchScope {
  readonly documents?: readonly DocumentId[]
  /** With the groups below it. */
  readonly group?: GroupId
  /** Inside passages that have this theme, or one below it, or that this live theme shows. */
  readonly theme?: ThemeId | LiveThemeId
  /** ISO 8601 as far as one likes: documents of this date or later; those without a date are left out. */
  readonly from?: string
  /** As `from`: of this date or earlier; `2021` takes in all of that year. */
  readonly until?: string
  /** Documents whose value of an attribute holds these words, folded. */
  readonly attribute?: { readonly id: AttributeId; readonly words: string }
  readonly also?: readonly Also[]
}

/** What is looked for in a project, as it stands in the fields of the search. */
export interface Sought {
  /** The query as it was typed; see `parseQuery`. */
  readonly typed: string
  /** Traditional and Simplified, full and half width, and shapes of quotation marks are told apart. */
  readonly exact: boolean
  /** Upper and lower case are told apart. */
  readonly cased: boolean
  readonly wholeWords: boolean
  readonly scope: SearchScope
}

export type SavedSearchId = Id

/**
 * A search that is kept under a name, to be asked again when documents came in. Its scope names documents, groups, themes
 * and attributes by their ids; where one of them is gone, nothing is found in it. Which of its places were looked at is
 * not part of it: that is remembered by each library for itself.
 */
export interface SavedSearch extends Sought {
  readonly id: SavedSearchId
  readonly project: ProjectId
  /** No two of a project have the same name. */
  readonly name: string
  /** Place among the project's saved searches, ascending. */
  readonly order: number
  readonly coder: CoderId
  readonly created: Time
}
