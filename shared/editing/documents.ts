import type { ReadDocument, SourceFile } from '../importers/importer'
import type { KeptDocument } from '../importers/read-to-keep'
import type { Attribute } from '../model/attribute'
import { type ChangeSet, changes } from '../model/changes'
import { type DocumentContent, type DocumentMetadata, plainText, type SourceDocument } from '../model/document'
import type { DocumentGroup } from '../model/document-group'
import type { Highlight, Tagging } from '../model/highlight'
import { newId, type ProjectId } from '../model/ids'
import type { PassageLink } from '../model/link'
import type { Note } from '../model/note'
import { type Original, packOriginal } from '../model/original'
import type { Coder } from '../model/project'
import type { Revision } from '../model/revision'
import type { By } from './by'
import { importAttributes, type RefusedValue } from './import-attributes'
import { importComments } from './import-comments'
import { importGroups } from './import-groups'
import { cleanName } from './names'

/** A file and what an importer read in it; where it was packed already, off the window's thread, without its bytes. */
export type ReadFile =
  | { readonly file: SourceFile; readonly read: ReadDocument; readonly original?: undefined }
  | KeptDocument

/** A ChangeSet, and the contents and their files that have to be written with it. */
export interface ContentChanges {
  readonly changes: ChangeSet
  readonly contents: readonly DocumentContent[]
  readonly originals: readonly Original[]
}

/** The files as the library keeps them, in their order; those with the same bytes are packed once. */
function originalsOf(files: readonly ReadFile[]): Original[] {
  const packed = new Map<Uint8Array, Original>()
  return files.map(({ file, original }) => {
    if (original) return original
    const made = packed.get(file.bytes) ?? packOriginal(file.bytes)
    packed.set(file.bytes, made)
    return made
  })
}

/** What the project has already, all of it, so that nothing is made twice. */
export interface Existing {
  /** Of these the last, in library order, is enough. */
  readonly documents: readonly SourceDocument[]
  readonly attributes: readonly Attribute[]
  readonly groups: readonly DocumentGroup[]
  readonly coders: readonly Coder[]
}

/** What came in, beside the documents themselves, and what was decided on the way. */
export interface Imported extends ContentChanges {
  /** One for each of the files, in their order. */
  readonly documents: readonly SourceDocument[]
  /** Attributes that were made, with the type that was guessed from all their values. */
  readonly attributes: readonly Attribute[]
  /** For each of the documents, the values that their attributes cannot take; they are kept in `metadata.other`. */
  readonly refused: readonly (readonly RefusedValue[])[]
  readonly groups: readonly DocumentGroup[]
  readonly coders: readonly Coder[]
  readonly highlights: readonly Highlight[]
}

/**
 * Brings documents into a project, in one step, in the order given, after the documents it has. A document without a
 * title is called as its file is. With them come the values of their attributes, groups named as the folders they lay
 * in, and the remarks in their sources as highlights with notes.
 */
export function importDocuments(
  given: { project: ProjectId; files: readonly ReadFile[] } & Existing,
  by: By,
): Imported {
  const { project, files } = given
  const first = given.documents.reduce((last, { order }) => Math.max(last, order), -1) + 1
  const originals = originalsOf(files)
  const attributes = importAttributes({ ...given, read: files.map(({ read }) => read) }, by)
  const contents = files.map(({ read }, i): DocumentContent => {
    const { hash } = originals[i] as Original
    return { id: newId(), project, blocks: read.blocks, original: hash }
  })
  const documents = files.map(({ file, read }, i): SourceDocument => {
    const { id, blocks } = contents[i] as DocumentContent
    const { values, refused } = attributes.taken[i] as (typeof attributes.taken)[number]
    return {
      id: newId(),
      project,
      title: read.title.trim() || file.name,
      metadata: withRefused(read.metadata, refused),
      language: read.language,
      format: read.format,
      fileName: file.name,
      ...(read.encoding && { encoding: read.encoding }),
      content: id,
      length: plainText(blocks).length,
      ...(Object.keys(values).length > 0 && { attributes: values }),
      order: first + i,
      created: by.now,
    }
  })
  const inFolders = documents.map(({ id }, i) => ({ document: id, folders: files[i]?.file.folders ?? [] }))
  const groups = importGroups({ ...given, documents: inFolders }, by)
  const commented = documents.map((document, i) => {
    const { blocks, comments = [] } = (files[i] as ReadFile).read
    return { document, blocks, comments }
  })
  const { coders, highlights, notes } = importComments({ ...given, commented }, by)
  const summary = { key: 'changes.imported', params: { count: documents.length } } as const
  const created = { coders, attributes: attributes.made, documents, documentGroups: groups.made, highlights, notes }
  const updated = { attributes: attributes.updated, documentGroups: groups.updated }
  return {
    changes: changes(summary, { created, updated }),
    contents,
    originals,
    documents,
    attributes: attributes.made,
    refused: attributes.taken.map(({ refused }) => refused),
    groups: groups.made,
    coders,
    highlights,
  }
}

function withRefused(metadata: DocumentMetadata, refused: readonly RefusedValue[]): DocumentMetadata {
  if (refused.length === 0) return metadata
  const kept = refused.map(({ attribute, written }) => [attribute.name, written])
  return { ...metadata, other: { ...metadata.other, ...Object.fromEntries(kept) } }
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
