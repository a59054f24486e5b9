import { importDocuments, type ReadFile } from '#shared/editing/documents'
import { debrisByKind } from '#shared/model/debris'
import type { SourceDocument } from '#shared/model/document'
import type { CoderId, DocumentId, ProjectId } from '#shared/model/ids'
import type { Problem } from '#shared/result'
import type { Desk } from './desk'
import type { ImportOutcome } from './import-outcome'

/** What came in, one for each file that was stored, in their order. */
export interface Stored extends ImportOutcome {
  readonly document: SourceDocument
}

/** Stores files that were read as documents of a project; steps with the same `coalesce` become one. */
export async function storeBatch(
  { store }: Pick<Desk, 'store'>,
  { project, coder }: { readonly project: ProjectId; readonly coder: CoderId },
  files: readonly ReadFile[],
  coalesce: string,
): Promise<readonly Stored[]> {
  const last = await store.read.lastDocument(project)
  const existing = {
    documents: last ? [last] : [],
    attributes: await store.read.attributes(project),
    groups: await store.read.documentGroups(project),
    coders: await store.read.coders(project),
  }
  const made = importDocuments({ project, files, ...existing }, { coder, now: Date.now() })
  await store.write(made.changes, { coder, coalesce, contents: made.contents, originals: made.originals })
  const comments = new Map<DocumentId, number>()
  for (const { document } of made.highlights) comments.set(document, (comments.get(document) ?? 0) + 1)
  return made.documents.map((document, at) => {
    const { file, read } = files[at] as ReadFile
    const refused = (made.refused[at] ?? []).map(({ attribute, written }): Problem => {
      const params = { attribute: attribute.name, value: written }
      return { key: 'report.refusedValue', params }
    })
    return {
      name: file.name,
      document,
      remarks: [...read.remarks, ...refused],
      debris: debrisByKind(read.blocks),
      comments: comments.get(document.id) ?? 0,
    }
  })
}
