import { removeDocuments, renameDocument } from '#shared/editing/documents'
import { readAgain } from '#shared/editing/read-again'
import { plainText, type SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { type Original, unpackOriginal } from '#shared/model/original'
import { ProblemError } from '#shared/result'
import { by, commit, type Desk, openProject, unwrap } from './desk'

/** Gives a document another title. */
export async function retitle(desk: Desk, id: DocumentId, title: string): Promise<void> {
  const document = await desk.store.read.document(id)
  if (document) await commit(desk, renameDocument({ document, title }), { coalesce: `title ${id}` })
}

/** Removes documents with their highlights, taggings and notes, in one step; undo brings all back. */
export async function remove(desk: Desk, ids: readonly DocumentId[]): Promise<void> {
  const wanted = new Set(ids)
  const documents = await desk.store.read.someDocuments(openProject(desk).project.id, ids)
  if (documents.length === 0) return
  const belonging = await desk.store.read.belongingToDocuments(documents.map(({ id }) => id))
  await commit(desk, removeDocuments({ documents, ...belonging }))
  const { document } = desk.session()
  if (document !== null && wanted.has(document)) desk.dispatch({ type: 'openDocument', document: null })
}

/** The file that a document's text was read from; undefined when the document is gone. */
async function originalOf(desk: Desk, { content }: SourceDocument): Promise<Original | undefined> {
  const found = await desk.store.read.content(content)
  return found && desk.store.read.original(found.original)
}

/** Saves a document's file as it came in, where the reader chooses. */
export async function saveOriginal(desk: Desk, id: DocumentId): Promise<void> {
  const document = await desk.store.read.document(id)
  const original = document && (await originalOf(desk, document))
  if (!original) return
  const files = [{ name: document.fileName, bytes: unpackOriginal(original) }]
  const saved = unwrap(await desk.bridge.saveFiles({ files }))
  if (!saved) return
  const said = { key: 'exportDialog.saved', params: { count: saved.count, path: saved.path } } as const
  desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
}

/** Reads a document's file again in another encoding; its highlights are found again in the new text. */
export async function readInEncoding(desk: Desk, id: DocumentId, encoding: string): Promise<void> {
  const document = await desk.store.read.document(id)
  const original = document && (await originalOf(desk, document))
  if (!original) return
  const file = { name: document.fileName, bytes: unpackOriginal(original) }
  const { documents } = unwrap(await desk.jobs.readFile(file, { encoding }))
  const [read, ...others] = documents
  if (!read) return
  // A row of a table could not be told from the others in the new reading.
  if (others.length > 0) {
    const params = { name: document.fileName, count: documents.length }
    throw new ProblemError({ key: 'document.oneOfMany', params })
  }
  const highlights = await desk.store.read.highlights(document.id)
  const passages = highlights.map(({ passage }) => passage)
  const locations = unwrap(await desk.jobs.locate(passages, plainText(read.blocks)))
  const revisions = await desk.store.read.revisions(document.id)
  const given = { document, kind: 'reading', file, original, read, highlights, locations, revisions } as const
  const { changes, contents, originals } = readAgain(given, by(desk))
  await commit(desk, changes, { contents, originals })
}
