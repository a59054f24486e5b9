import type { Debris, SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import type { Duplicate } from '#shared/queries/duplicates'
import type { Problem } from '#shared/result'

/** What became of one file that was to be brought in, or of one document in it. */
export interface ImportOutcome {
  readonly name: string
  /** null when nothing of it was brought in. */
  readonly document: SourceDocument | null
  readonly remarks: readonly Problem[]
  /** How many lines of the page around the text were set apart, by what they are. */
  readonly debris?: ReadonlyMap<Debris, number>
  /** How many highlights were made of the remarks in its source. */
  readonly comments?: number
}

/** By the document that came in, which earlier one it is the same as, or nearly. */
export type DuplicatesFound = ReadonlyMap<DocumentId, Duplicate>

/** What became of everything that was brought in together. */
export interface ImportReport {
  readonly outcomes: readonly ImportOutcome[]
  /** It may take a while. */
  readonly duplicates: Promise<DuplicatesFound>
}

/** Whether an encoding was guessed for this one. Of a table that is said once, or was asked before. */
const isGuessed = ({ encoding, format }: SourceDocument): boolean => encoding?.by === 'detection' && format !== 'csv'

/** Whether what was brought in needs a word: something was left out, repaired, guessed or refused. */
export const needsReport = (outcomes: readonly ImportOutcome[]): boolean =>
  outcomes.some(({ document, remarks }) => document === null || remarks.length > 0 || isGuessed(document))
