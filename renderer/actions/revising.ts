import { restoreRevision } from '#shared/editing/restorations'
import { plainText } from '#shared/model/document'
import type { DocumentId, HighlightId, RevisionId } from '#shared/model/ids'
import { by, commit, type Desk, refuseWhileCorrecting, unwrap } from './desk'
import { chooseReplacement, type Replacement, replaceSource } from './replacing'

type Queue = <T>(work: () => Promise<T>) => Promise<T | null>

async function restore(desk: Desk, id: DocumentId, revision: RevisionId): Promise<void> {
  refuseWhileCorrecting(desk)
  const { read } = desk.store
  const document = await read.document(id)
  const revisions = await read.revisions(id)
  const wanted = revisions.find((each) => each.id === revision)
  const [content, present] = await Promise.all([
    wanted && read.content(wanted.content),
    document && read.content(document.content),
  ])
  if (!document || !content || !present) return
  const highlights = await read.highlights(id)
  const text = plainText(content.blocks)
  const [changes, locations] = await Promise.all([
    desk.jobs.compare(plainText(present.blocks), text).then(unwrap),
    desk.jobs
      .locate(
        highlights.map(({ passage }) => passage),
        text,
      )
      .then(unwrap),
  ])
  const made = restoreRevision({ document, content, changes, highlights, locations, revisions }, by(desk))
  await commit(desk, made.changes)
}

/** What is done with the states of a document's text. */
export const revisionActions = (desk: Desk, queued: Queue) => ({
  /** Makes an earlier text of a document the present one. */
  restoreRevision: (id: DocumentId, revision: RevisionId) => queued(() => restore(desk, id, revision)),
  /** What is between two texts. */
  compareTexts: (before: string, after: string) => queued(async () => unwrap(await desk.jobs.compare(before, after))),
  /** Asks for another file for a document, and opens the review of what it would make of the highlights. */
  chooseReplacement: (id: DocumentId) =>
    queued(async () => {
      const replacement = await chooseReplacement(desk, id)
      if (replacement) desk.dispatch({ type: 'openDialog', dialog: { kind: 'replaceSource', replacement } })
    }),
  /** Answers whether it was stored. */
  replaceSource: (replacement: Replacement, refused: ReadonlySet<HighlightId>, reason: string) =>
    queued(async () => {
      await replaceSource(desk, replacement, refused, reason)
      desk.dispatch({ type: 'closeDialog' })
      return true
    }),
})
