import type { SourceDocument } from '#shared/model/document'
import type { Problem } from '#shared/result'

/** What became of one file that was to be brought in. */
export interface ImportOutcome {
  readonly name: string
  /** null when nothing of it was brought in. */
  readonly document: SourceDocument | null
  readonly remarks: readonly Problem[]
}

/** Whether what was brought in needs a word: something was left out, repaired, guessed or refused. */
export const needsReport = (outcomes: readonly ImportOutcome[]): boolean =>
  outcomes.some(
    ({ document, remarks }) => document === null || remarks.length > 0 || document.encoding?.by === 'detection',
  )
