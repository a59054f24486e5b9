import type { ChangeParts } from '../model/changes'
import { type DocumentContent, plainText, type SourceDocument } from '../model/document'
import { newId } from '../model/ids'
import type { Revision, RevisionKind } from '../model/revision'
import type { By } from './by'

/** What may change about a document when its text does, beside the text itself. */
export type ReadingFields = Partial<
  Pick<SourceDocument, 'language' | 'format' | 'fileName' | 'encoding' | 'metadata' | 'title'>
>

/** A document that shows a new content, and the records of a ChangeSet that make it so. */
export interface Revised {
  readonly document: SourceDocument
  /** The revision that names the new content. */
  readonly revision: Revision
  /** The document as updated, and one or two revisions as created. `content` itself is written beside the ChangeSet. */
  readonly parts: {
    readonly created: { readonly revisions: readonly Revision[] }
    readonly updated: {
      readonly documents: readonly { readonly before: SourceDocument; readonly after: SourceDocument }[]
    }
  }
}

/**
 * Makes `content` the one that a document shows, with a revision that says how it came to be. The first revision of a
 * document is preceded by one of the state before, of kind `import` and at the time of the import, so that it can be
 * compared and restored. `revisions` are those the document has. `reason` is in the researcher's words. `fields` are
 * what else the new reading says about the document; `encoding: undefined` takes the encoding away.
 */
export function revised(given: {
  readonly document: SourceDocument
  readonly content: DocumentContent
  readonly kind: RevisionKind
  readonly reason?: string
  readonly by: By
  readonly revisions: readonly Revision[]
  readonly fields?: { readonly [F in keyof ReadingFields]: ReadingFields[F] | undefined }
}): Revised {
  const { document: before, content, by } = given
  const { encoding, ...kept } = { ...before, ...given.fields } as SourceDocument
  const document: SourceDocument = {
    ...kept,
    ...(encoding && { encoding }),
    content: content.id,
    length: plainText(content.blocks).length,
  }
  const about = { project: before.project, document: before.id }
  const revision: Revision = {
    ...about,
    id: newId(),
    content: content.id,
    kind: given.kind,
    reason: given.reason?.trim() ?? '',
    coder: by.coder,
    created: by.now,
  }
  const known = given.revisions.some(({ document }) => document === before.id)
  const imported: readonly Revision[] = known
    ? []
    : [
        {
          ...about,
          id: newId(),
          content: before.content,
          kind: 'import',
          reason: '',
          coder: null,
          created: before.created,
        },
      ]
  return {
    document,
    revision,
    parts: {
      created: { revisions: [...imported, revision] },
      updated: { documents: [{ before, after: document }] },
    },
  }
}

/** The parts of several edits as one; each record may be in one of them only. */
export function joined(...parts: readonly ChangeParts[]): ChangeParts {
  const all: Required<ChangeParts> = { created: {}, updated: {}, deleted: {} }
  for (const part of parts) {
    for (const step of ['created', 'updated', 'deleted'] as const) {
      for (const [kind, list] of Object.entries(part[step] ?? {})) {
        const records = all[step] as Record<string, readonly unknown[]>
        records[kind] = [...(records[kind] ?? []), ...list]
      }
    }
  }
  return all
}
