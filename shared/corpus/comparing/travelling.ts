import type { DocumentId } from '../../model/ids'
import type { Parallel } from '../../queries/parallels/parallel'

/** A stretch of a document: UTF-16 offsets into its text, `end` exclusive. */
export interface TravelPlace {
  readonly document: DocumentId
  readonly start: number
  readonly end: number
  /** The words that stand there. */
  readonly words: string
}

/** A parallel of two documents of the corpus; the places in no order of time. */
export type Travelling = Omit<Parallel, 'places'> & { readonly places: readonly [TravelPlace, TravelPlace] }
