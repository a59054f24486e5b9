import type { ReadDocument, SourceFile } from '../importers/importer'
import { type ChangeSet, changes } from '../model/changes'
import { type DocumentContent, type DocumentMetadata, plainText, type SourceDocument } from '../model/document'
import type { DocumentGroup } from '../model/document-group'
import type { Highlight, Tagging } from '../model/highlight'
import { newId, type ProjectId, type Time } from '../model/ids'
import type { PassageLink } from '../model/link'
import type { Note } from '../model/note'
import { type Original, packOriginal } from '../model/original'
import type { Revision } from '../model/revision'
import { cleanName } from './names'

/** A file and what an importer read in it. */
export interface ReadFile {
  readonly file: SourceFile
  readonly read: ReadDocument
  /** The file as the library keeps it, where it was packed already, off the window's thread. */
  readonly original?: Original
}

/** A ChangeSet, and the contents and their files that have to be written with it. */
export interface ContentChanges {
  readonly changes: ChangeSet
  readonly contents: readonly DocumentContent[]
  readonly originals: readonly Original[]
}

/** The files as the library keeps them, in their order; those with the same bytes are packed once. */
function originalsOf(files: readonly ReadFile[]): Original[] {
  const packed = new Map<Uint8Array, Original>()
  return files.map(({ file: { bytes }, original }) => {
    const made = original ?? packed.get(bytes) ?? packOriginal(bytes)
    packed.set(bytes, made)
    return made
  })
}

/**
 * Brings documents into a project, in one step, in the order given, after the documents it has. A document without a
 * title is called as its file is.
 */
export function importDocuments(
  given: { project: ProjectId; files: readonly ReadFile[]; documents: readonly SourceDocument[] },
  { now }: { readonly now: Time },
): ContentChanges & { readonly documents: readonly SourceDocument[] } {
  const { project } = given
  const first = given.documents.reduce((last, { order }) => Math.max(last, order), -1) + 1
  const originals = originalsOf(given.files)
  const contents = given.files.map(({ read }, i): DocumentContent => {
    const { hash } = originals[i] as Original
    return { id: newId(), project, blocks: read.blocks, original: hash }
  })
  const documents = given.files.map(({ file, read }, i): SourceDocument => {
    const { id, blocks } = contents[i] as DocumentContent
    return {
      id: newId(),
      project,
      title: read.title.trim() || file.name,
      metadata: read.metadata,
      language: read.language,
      format: read.format,
      fileName: file.name,
      ...(read.encoding && { encoding: read.encoding }),
      content: id,
      length: plainText(blocks).length,
      order: first + i,
      created: now,
    }
  })
  const summary = { key: 'changes.imported', params: { count: documents.length } } as const
  return { changes: changes(summary, { created: { documents } }), contents, originals, documents }
}

/** Gives a document another title. Throws a ProblemError when it is empty. */
export function renameDocument({ document, title }: { document: SourceDocument; title: string }): ChangeSet {
  const clean = cleanName(title)
  return changes(
    { key: 'changes.renamedDocument', params: { from: document.title, to: clean } },
    {
      updated: {
        documents: clean === document.title ? [] : [{ before: document, after: { ...document, title: clean } }],
      },
    },
  )
}

/** Corrects what is known about a document's origin, and its language where given. */
export const correctMetadata = (given: {
  document: SourceDocument
  metadata: DocumentMetadata
  language?: string
}): ChangeSet => {
  const { document, metadata, language = document.language } = given
  return changes(
    { key: 'changes.correctedMetadata', params: { title: document.title } },
    { updated: { documents: [{ before: document, after: { ...document, metadata, language } }] } },
  )
}

/**
 * Removes documents with their highlights, taggings, links, notes and revisions, and from their groups; of those given, only what belongs to them goes.
 * Their contents stay in the store for as long as the step can be undone.
 */
export function removeDocuments(given: {
  documents: readonly SourceDocument[]
  highlights: readonly Highlight[]
  taggings: readonly Tagging[]
  notes: readonly Note[]
  links?: readonly PassageLink[]
  revisions?: readonly Revision[]
  groups?: readonly DocumentGroup[]
}): ChangeSet {
  const ids = new Set(given.documents.map(({ id }) => id))
  const highlights = given.highlights.filter(({ document }) => ids.has(document))
  const marked = new Set(highlights.map(({ id }) => id))
  const notes = given.notes.filter(
    ({ about }) =>
      (about.kind === 'document' && ids.has(about.id)) || (about.kind === 'highlight' && marked.has(about.id)),
  )
  const taggings = given.taggings.filter(({ document }) => ids.has(document))
  const links = (given.links ?? []).filter(({ from, to }) => marked.has(from) || marked.has(to))
  const revisions = (given.revisions ?? []).filter(({ document }) => ids.has(document))
  const documentGroups = (given.groups ?? [])
    .filter(({ documents }) => documents.some((id) => ids.has(id)))
    .map((before) => ({ before, after: { ...before, documents: before.documents.filter((id) => !ids.has(id)) } }))
  return changes(
    { key: 'changes.removedDocuments', params: { count: ids.size } },
    {
      deleted: { documents: given.documents, highlights, taggings, links, notes, revisions },
      updated: { documentGroups },
    },
  )
}
