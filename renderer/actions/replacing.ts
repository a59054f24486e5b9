import type { Location } from '#shared/anchoring/locate'
import { readAgain } from '#shared/editing/read-again'
import type { ReadDocument, SourceFile } from '#shared/importers/importer'
import { plainText } from '#shared/model/document'
import type { Highlight } from '#shared/model/highlight'
import type { ContentId, DocumentId, HighlightId } from '#shared/model/ids'
import type { Original } from '#shared/model/original'
import { ProblemError } from '#shared/result'
import { by, commit, type Desk, refuseWhileCorrecting, unwrap } from './desk'
import { askForFiles } from './file-to-read'

/** Another file for a document, read, with every passage looked for in it; to be reviewed and accepted. */
export interface Replacement {
  readonly document: DocumentId
  /** The content that it would take the place of. */
  readonly content: ContentId
  readonly file: SourceFile
  readonly original: Original
  readonly read: ReadDocument
  readonly highlights: readonly Highlight[]
  /** One for each of `highlights`, in their order. */
  readonly locations: readonly Location[]
}

/** Asks for a file to take the place of a document's, reads it and looks for the passages; null when none was chosen. */
export async function chooseReplacement(desk: Desk, id: DocumentId): Promise<Replacement | null> {
  refuseWhileCorrecting(desk)
  const document = await desk.store.read.document(id)
  if (!document) return null
  const files = await askForFiles(desk)
  const [file, ...others] = files
  if (!file) return null
  const { documents, failed } = unwrap(await desk.jobs.readFile(file, {}))
  const [read, ...more] = documents
  if (others.length > 0 || more.length > 0 || !read)
    throw new ProblemError({
      key: 'replacing.oneDocument',
      params: { count: Math.max(files.length, documents.length) },
    })
  if (failed[0]) throw new ProblemError(failed[0].problem)
  const highlights = await desk.store.read.highlights(id)
  const passages = highlights.map(({ passage }) => passage)
  const [locations, original] = await Promise.all([
    desk.jobs.locate(passages, plainText(read.blocks)).then(unwrap),
    desk.jobs.packFile(file).then(unwrap),
  ])
  return { document: id, content: document.content, file, original, read, highlights, locations }
}

/**
 * Puts a file in the place of a document's, as one step; the highlights in `refused` are lost although something like
 * their words was found. Throws a ProblemError when the document has another text by now.
 */
export async function replaceSource(
  desk: Desk,
  replacement: Replacement,
  refused: ReadonlySet<HighlightId>,
  reason: string,
): Promise<void> {
  const document = await desk.store.read.document(replacement.document)
  if (!document || document.content !== replacement.content)
    throw new ProblemError({ key: 'store.stale', params: { kind: 'documents', id: replacement.document } })
  const revisions = await desk.store.read.revisions(document.id)
  const given = { ...replacement, document, revisions, refused, reason, kind: 'replacement' } as const
  const { changes, contents, originals } = readAgain(given, by(desk))
  await commit(desk, changes, { contents, originals })
}
