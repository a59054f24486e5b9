import type { ComparingJobs } from '#shared/corpus/comparing/jobs'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import type { OpenProject } from '../app/library'

/** A stretch of a document: UTF-16 offsets into its text, `end` exclusive. */
export interface Stretch {
  readonly document: DocumentId
  readonly start: number
  readonly end: number
}

/** What each part of the window is given. */
export interface ComparingProps {
  readonly open: OpenProject
  readonly jobs: ComparingJobs
  /** The state of the corpus that is asked; null while its texts are coming in. */
  readonly revision: number | null
}

/** The day a document is dated, as far as it is known; its time of day is not shown in lists. */
export const dayOf = (document: SourceDocument | undefined): string | undefined => document?.metadata.date?.slice(0, 10)

/** Documents by when they were written, those without a date last, else in library order. */
export const byDate = (one: SourceDocument | undefined, other: SourceDocument | undefined): number =>
  (one?.metadata.date ?? '\uffff').localeCompare(other?.metadata.date ?? '\uffff', 'en') ||
  (one?.order ?? 0) - (other?.order ?? 0)
