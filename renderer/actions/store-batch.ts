import { importDocuments, type ReadFile } from '#shared/editing/documents'
import type { SourceDocument } from '#shared/model/document'
import type { CoderId, ProjectId } from '#shared/model/ids'
import type { Desk } from './desk'

/**
 * Stores files that were read as documents of a project; steps with the same `coalesce` become one. Gives one document
 * for each of `files`, in their order.
 */
export async function storeBatch(
  { store }: Pick<Desk, 'store'>,
  { project, coder }: { readonly project: ProjectId; readonly coder: CoderId },
  files: readonly ReadFile[],
  coalesce: string,
): Promise<readonly SourceDocument[]> {
  const last = await store.read.lastDocument(project)
  const existing = {
    documents: last ? [last] : [],
    attributes: await store.read.attributes(project),
    groups: await store.read.documentGroups(project),
    coders: await store.read.coders(project),
  }
  const made = importDocuments({ project, files, ...existing }, { coder, now: Date.now() })
  await store.write(made.changes, { coder, coalesce, contents: made.contents, originals: made.originals })
  return made.documents
}
