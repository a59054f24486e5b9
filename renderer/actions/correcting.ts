import { correctText, type EditedText, type TextCorrection } from '#shared/editing/corrections'
import { placeFound, placeLost } from '#shared/editing/lost-highlights'
import type { ContentId, DocumentId, HighlightId } from '#shared/model/ids'
import { ProblemError } from '#shared/result'
import { by, commit, commitCorrection, type Desk, hasUnsavedCorrection, unwrap } from './desk'
import type { Replacement } from './replacing'

export type { Replacement }

/** A text as it was corrected, to be reviewed and saved. */
export interface Correction {
  readonly document: DocumentId
  /** The content that was corrected. */
  readonly content: ContentId
  readonly edited: EditedText
  /** The UTF-16 offset of the line at the top, in the corrected text. */
  readonly top: number
}

type Queue = <T>(work: () => Promise<T>) => Promise<T | null>

/** What a correction makes of the document as it is stored now. Throws a ProblemError when its text is another by now. */
async function correctedNow(desk: Desk, correction: Correction, reason: string): Promise<TextCorrection> {
  const { read } = desk.store
  const document = await read.document(correction.document)
  if (!document || document.content !== correction.content)
    throw new ProblemError({ key: 'store.stale', params: { kind: 'documents', id: correction.document } })
  const content = await read.content(document.content)
  if (!content) throw new ProblemError({ key: 'store.gone', params: { id: document.content } })
  const highlights = await read.highlights(document.id)
  const revisions = await read.revisions(document.id)
  return correctText({ document, content, edited: correction.edited, highlights, revisions, reason }, by(desk))
}

/** What is done about a text that is being corrected, and about highlights that lost their words. */
export function correctingActions(desk: Desk, queued: Queue) {
  const { read, places } = desk.store
  const present = (): Correction | null => {
    const corrector = desk.corrector()
    const open = desk.correcting()
    if (!corrector || !open) return null
    return { document: open.document.id, content: open.content, edited: corrector.edited(), top: corrector.top() }
  }
  return {
    /** Opens the review of the correction that is being made. */
    reviewNow: (): void => {
      const correction = hasUnsavedCorrection(desk) ? present() : null
      if (correction) desk.dispatch({ type: 'openDialog', dialog: { kind: 'reviewCorrection', correction } })
    },
    unsavedChanges: (): number => desk.corrector()?.state().changed ?? 0,
    /** What a correction would make of the highlights. */
    reviewCorrection: (correction: Correction) => queued(async () => (await correctedNow(desk, correction, '')).moved),
    /** Stores a correction as one step; the page goes back to reading when it shows the new text. Answers whether it was stored. */
    saveCorrection: (correction: Correction, reason: string) =>
      queued(async () => {
        const { changes, contents } = await correctedNow(desk, correction, reason)
        await places.setReadingPlace(correction.document, correction.top)
        await commitCorrection(desk, changes, { contents })
        desk.dispatch({ type: 'closeDialog' })
        return true
      }),
    /** Puts a lost highlight on what is selected in its document. */
    placeLostHere: (id: HighlightId) =>
      queued(async () => {
        const open = desk.text()
        const { box } = desk.session()
        const range = desk.reader()?.selection() ?? (box?.kind === 'range' ? box.range : null)
        const highlight = await read.highlight(id)
        if (!open || !highlight) return
        if (!range) throw new ProblemError({ key: 'lost.selectFirst' })
        await commit(desk, placeLost({ highlight, text: open.text, range }))
        desk.dispatch({ type: 'goTo', goal: { offset: range.start, highlight: id } })
      }),
    /** Looks for the words of lost highlights in the text of the open document, and places those that are found. */
    findLostAgain: (ids: readonly HighlightId[]) =>
      queued(async () => {
        const open = desk.text()
        if (!open) return
        const highlights = (await Promise.all(ids.map((id) => read.highlight(id)))).filter((each) => each !== undefined)
        const passages = highlights.map(({ passage }) => passage)
        const locations = unwrap(await desk.jobs.locate(passages, open.text))
        const found = placeFound({ highlights, locations, text: open.text })
        const placed = found.updated.highlights?.[0]?.after
        if (!placed) throw new ProblemError({ key: 'lost.notFound', params: { count: highlights.length } })
        await commit(desk, found)
        desk.dispatch({ type: 'goTo', goal: { offset: placed.passage.start, highlight: placed.id } })
      }),
  }
}
