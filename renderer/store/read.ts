import { Dexie, type Table } from 'dexie'
import type { ProjectSnapshot } from '#shared/exporters/exporter'
import type { Attribute } from '#shared/model/attribute'
import { RECORD_KINDS } from '#shared/model/changes'
import type { DocumentContent, SourceDocument } from '#shared/model/document'
import type { DocumentGroup } from '#shared/model/document-group'
import type { Highlight, Tagging } from '#shared/model/highlight'
import type { ContentId, DocumentId, HighlightId, Id, ProjectId, ThemeId, Time } from '#shared/model/ids'
import type { PassageLink } from '#shared/model/link'
import type { LiveTheme } from '#shared/model/live-theme'
import type { Note, NoteSubject } from '#shared/model/note'
import type { Original, OriginalHash } from '#shared/model/original'
import type { Coder, Project } from '#shared/model/project'
import type { Revision } from '#shared/model/revision'
import { same } from '#shared/model/same'
import type { SavedSearch } from '#shared/model/saved-search'
import type { Theme } from '#shared/model/theme'
import type { ThemeGroup } from '#shared/model/theme-group'
import type { WordList } from '#shared/model/word-list'
import { ProblemError } from '#shared/result'
import type { Database } from './database'

export { boundaries } from './read-annotations'
export { highlightsOfProject, noteHistory, placedHighlights } from './read-notes'
export { scopable } from './read-scope'

/** Every project, the oldest first; those that were put away too. */
export const projects = (db: Database): Promise<Project[]> => db.projects.toArray()

export const project = (db: Database, id: ProjectId): Promise<Project | undefined> => db.projects.get(id)

/** The project's coders, the oldest first. */
export const coders = (db: Database, project: ProjectId): Promise<Coder[]> =>
  db.coders.where('project').equals(project).toArray()

/** The project's documents in library order, without their texts. */
export const documents = (db: Database, project: ProjectId): Promise<SourceDocument[]> =>
  db.documents.where('[project+order]').between([project, Dexie.minKey], [project, Dexie.maxKey]).toArray()

/** The first of the project's documents in library order. */
export const firstDocument = (db: Database, project: ProjectId): Promise<SourceDocument | undefined> =>
  db.documents.where('[project+order]').between([project, Dexie.minKey], [project, Dexie.maxKey]).first()

/**
 * All of the project's documents in library order when they are no more than `most`; otherwise those that are `wanted`.
 * What it takes does not grow with the number of documents.
 */
export function firstDocuments(
  db: Database,
  project: ProjectId,
  most: number,
  wanted: readonly DocumentId[],
): Promise<{ documents: SourceDocument[]; isWhole: boolean }> {
  const all = db.documents.where('[project+order]').between([project, Dexie.minKey], [project, Dexie.maxKey])
  return db.transaction('r', db.documents, async () => {
    const isWhole = (await all.limit(most + 1).primaryKeys()).length <= most
    return { documents: await (isWhole ? documents(db, project) : someDocuments(db, project, wanted)), isWhole }
  })
}

/** The last of the project's documents in library order. */
export const lastDocument = (db: Database, project: ProjectId): Promise<SourceDocument | undefined> =>
  db.documents.where('[project+order]').between([project, Dexie.minKey], [project, Dexie.maxKey]).last()

/** Those of these documents that the project has, in library order; no others are read. */
export async function someDocuments(
  db: Database,
  project: ProjectId,
  ids: readonly DocumentId[],
): Promise<SourceDocument[]> {
  const found = await db.documents.bulkGet([...new Set(ids)])
  return found.flatMap((each) => (each?.project === project ? [each] : [])).sort((a, b) => a.order - b.order)
}

export const document = (db: Database, id: DocumentId): Promise<SourceDocument | undefined> => db.documents.get(id)

/** The file with this hash, as it is kept. */
export const original = (db: Database, hash: OriginalHash): Promise<Original | undefined> => db.originals.get(hash)

export const content = (db: Database, id: ContentId): Promise<DocumentContent | undefined> => db.contents.get(id)

/** The contents with these ids, in their order; undefined for one that is not there. */
export const contents = (db: Database, ids: readonly ContentId[]): Promise<(DocumentContent | undefined)[]> =>
  db.contents.bulkGet([...ids])

/** The project's attributes in their order. */
export const attributes = (db: Database, project: ProjectId): Promise<Attribute[]> =>
  db.attributes.where('project').equals(project).sortBy('order')

/** The project's document groups; siblings in their order. */
export const documentGroups = (db: Database, project: ProjectId): Promise<DocumentGroup[]> =>
  db.documentGroups.where('project').equals(project).sortBy('order')

/** The document's revisions, the oldest first; none while its text is as it was brought in. */
export const revisions = (db: Database, document: DocumentId): Promise<Revision[]> =>
  db.revisions.where('document').equals(document).sortBy('created')

/** The project's themes, in no order of the tree. */
export const themes = (db: Database, project: ProjectId): Promise<Theme[]> =>
  db.themes.where('project').equals(project).toArray()

/** The document's highlights in text order; those that are lost too, where they stood. */
export const highlights = (db: Database, document: DocumentId): Promise<Highlight[]> =>
  db.highlights.where('[document+passage.start]').between([document, Dexie.minKey], [document, Dexie.maxKey]).toArray()

/** The project's highlights whose words are not in any text any more. */
export const lostHighlights = (db: Database, project: ProjectId): Promise<Highlight[]> =>
  db.highlights.where('[project+lost]').between([project, Dexie.minKey], [project, Dexie.maxKey]).toArray()

/**
 * The highlights that begin in a stretch of the document (UTF-16 offsets, both ends included), in text order, with their
 * taggings, without those that are lost: what a screen needs, in a small part of the time that all of a long document takes.
 */
export function markedBetween(
  db: Database,
  document: DocumentId,
  start: number,
  end: number,
): Promise<{ highlights: Highlight[]; taggings: Tagging[] }> {
  return db.transaction('r', [db.highlights, db.taggings], async () => {
    const found = await db.highlights
      .where('[document+passage.start]')
      .between([document, start], [document, end], true, true)
      .and(({ lost }) => lost === undefined)
      .toArray()
    const ids = found.map(({ id }) => id)
    return { highlights: found, taggings: await db.taggings.where('highlight').anyOf(ids).toArray() }
  })
}

export const highlight = (db: Database, id: HighlightId): Promise<Highlight | undefined> => db.highlights.get(id)

export const taggings = (db: Database, document: DocumentId): Promise<Tagging[]> =>
  db.taggings.where('document').equals(document).toArray()

export const taggingsOfTheme = (db: Database, project: ProjectId, theme: ThemeId): Promise<Tagging[]> =>
  db.taggings.where('[project+theme]').equals([project, theme]).toArray()

/** The time of each theme's latest tagging; themes without taggings are not in it. */
export async function latestUses(db: Database, project: ProjectId): Promise<Map<ThemeId, Time>> {
  const latest = new Map<ThemeId, Time>()
  const all = db.taggings.where('[project+theme]').between([project, Dexie.minKey], [project, Dexie.maxKey])
  for (const { theme, created } of await all.toArray()) latest.set(theme, Math.max(created, latest.get(theme) ?? 0))
  return latest
}

/** The project's theme groups in their order. */
export const themeGroups = async (db: Database, project: ProjectId): Promise<ThemeGroup[]> =>
  (await db.themeGroups.where('project').equals(project).toArray()).sort(
    (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
  )

/** The project's live themes in their order. */
export const liveThemes = (db: Database, project: ProjectId): Promise<LiveTheme[]> =>
  db.liveThemes.where('project').equals(project).sortBy('order')

/** The project's saved searches in their order. */
export const savedSearches = (db: Database, project: ProjectId): Promise<SavedSearch[]> =>
  db.savedSearches.where('project').equals(project).sortBy('order')

/** The project's lists of words, the oldest first. */
export const wordLists = (db: Database, project: ProjectId): Promise<WordList[]> =>
  db.wordLists.where('project').equals(project).sortBy('created')

/** The links from and to these highlights, each once, the oldest first. */
export const linksOf = (db: Database, ...highlights: HighlightId[]): Promise<PassageLink[]> =>
  db.links.where('from').anyOf(highlights).or('to').anyOf(highlights).distinct().sortBy('created')

/** Every link of the project. */
export const links = (db: Database, project: ProjectId): Promise<PassageLink[]> =>
  db.links.where('project').equals(project).toArray()

/** Every note of the project, the oldest first. */
export const notes = (db: Database, project: ProjectId): Promise<Note[]> =>
  db.notes.where('project').equals(project).toArray()

/** The notes about these subjects of one kind. */
export const notesAbout = (db: Database, kind: NoteSubject['kind'], ...ids: readonly Id[]): Promise<Note[]> =>
  db.notes
    .where('[about.kind+about.id]')
    .anyOf(ids.map((id) => [kind, id]))
    .toArray()

/** A highlight with its document. */
export interface Placed {
  readonly highlight: Highlight
  readonly document: SourceDocument
}

/** The highlights that have this theme, each once, by library order and then text order; none that is lost. */
export function highlightsOfTheme(db: Database, project: ProjectId, theme: ThemeId): Promise<Placed[]> {
  return db.transaction('r', [db.taggings, db.highlights, db.documents], async () => {
    const ids = [...new Set((await taggingsOfTheme(db, project, theme)).map((each) => each.highlight))]
    const found = (await db.highlights.bulkGet(ids)).flatMap((each) => (each && each.lost === undefined ? [each] : []))
    const wanted = [...new Set(found.map((each) => each.document))]
    const byId = new Map((await db.documents.bulkGet(wanted)).flatMap((each) => (each ? [[each.id, each]] : [])))
    return found
      .flatMap((each) => {
        const document = byId.get(each.document)
        return document ? [{ highlight: each, document }] : []
      })
      .sort(
        (a, b) =>
          a.document.order - b.document.order ||
          a.highlight.passage.start - b.highlight.passage.start ||
          a.highlight.passage.end - b.highlight.passage.end,
      )
  })
}

/** What would go with highlights that are removed. */
export function belongingToHighlights(
  db: Database,
  ids: readonly HighlightId[],
): Promise<{ taggings: Tagging[]; links: PassageLink[]; notes: Note[] }> {
  return db.transaction('r', [db.taggings, db.links, db.notes], async () => ({
    taggings: await db.taggings.where('highlight').anyOf(ids).toArray(),
    links: await linksOf(db, ...ids),
    notes: await notesAbout(db, 'highlight', ...ids),
  }))
}

/** What would go with themes that are deleted, and the groups that have them; name the descendants too. */
export function belongingToThemes(
  db: Database,
  project: ProjectId,
  ids: readonly ThemeId[],
): Promise<{ taggings: Tagging[]; groups: ThemeGroup[]; notes: Note[] }> {
  return db.transaction('r', [db.taggings, db.themeGroups, db.notes], async () => ({
    taggings: (await Promise.all(ids.map((id) => taggingsOfTheme(db, project, id)))).flat(),
    groups: await db.themeGroups.where('themes').anyOf(ids).distinct().toArray(),
    notes: await notesAbout(db, 'theme', ...ids),
  }))
}

/**
 * What would go with documents that are removed (the notes are those about the documents and about their highlights),
 * and the groups they are in.
 */
export function belongingToDocuments(
  db: Database,
  ids: readonly DocumentId[],
): Promise<{
  highlights: Highlight[]
  taggings: Tagging[]
  links: PassageLink[]
  notes: Note[]
  revisions: Revision[]
  groups: DocumentGroup[]
}> {
  const tables = [db.highlights, db.taggings, db.links, db.notes, db.revisions, db.documentGroups]
  return db.transaction('r', tables, async () => {
    const revisions = await db.revisions.where('document').anyOf(ids).toArray()
    const groups = await db.documentGroups.where('documents').anyOf(ids).distinct().toArray()
    const found = (await Promise.all(ids.map((id) => highlights(db, id)))).flat()
    const tagged = (await Promise.all(ids.map((id) => taggings(db, id)))).flat()
    const about = await notesAbout(db, 'document', ...ids)
    const aboutHighlights = await notesAbout(db, 'highlight', ...found.map(({ id }) => id))
    const linked = await linksOf(db, ...found.map(({ id }) => id))
    return {
      highlights: found,
      taggings: tagged,
      links: linked,
      notes: [...about, ...aboutHighlights],
      revisions,
      groups,
    }
  })
}

/**
 * Everything an exporter may need, read in one transaction: of all documents of the project, or of those wanted.
 * Throws a ProblemError when there is no such project.
 */
export function snapshot(db: Database, id: ProjectId, wanted?: readonly DocumentId[]): Promise<ProjectSnapshot> {
  const own = [
    db.projects,
    db.coders,
    db.documents,
    db.contents,
    db.themes,
    db.themeGroups,
    db.liveThemes,
    db.savedSearches,
    db.wordLists,
    db.attributes,
  ]
  const theirs = [db.highlights, db.taggings, db.links, db.notes, db.revisions, db.documentGroups]
  return db.transaction('r', [...own, ...theirs], async () => {
    const found = await db.projects.get(id)
    if (!found) throw new ProblemError({ key: 'store.gone', params: { id } })
    const chosen = await (wanted ? someDocuments(db, id, wanted) : documents(db, id))
    const ids = chosen.map((each) => each.id)
    const { highlights, taggings, links, notes } = await belongingToDocuments(db, ids)
    const there = new Set(highlights.map((each) => each.id))
    const others = await db.notes
      .where('project')
      .equals(id)
      .and(({ about }) => about.kind === 'theme' || about.kind === 'project')
      .toArray()
    const contents = (await db.contents.bulkGet(chosen.map((each) => each.content))).flatMap((each) =>
      each ? [{ id: each.id, blocks: each.blocks }] : [],
    )
    return {
      project: found,
      coders: await coders(db, id),
      documents: chosen,
      contents,
      themes: await themes(db, id),
      groups: await themeGroups(db, id),
      liveThemes: await liveThemes(db, id),
      savedSearches: await savedSearches(db, id),
      wordLists: await wordLists(db, id),
      attributes: await attributes(db, id),
      documentGroups: await documentGroups(db, id),
      highlights,
      taggings,
      links: links.filter(({ from, to }) => there.has(from) && there.has(to)),
      notes: [...notes, ...others],
    }
  })
}

/**
 * `snapshot` with all that formats need which keep originals: the earlier texts of the documents, and the files that all
 * texts were read from.
 */
export async function wholeSnapshot(
  db: Database,
  id: ProjectId,
  wanted?: readonly DocumentId[],
): Promise<ProjectSnapshot> {
  const tables = [...db.tables]
  return db.transaction('r', tables, async () => {
    const now = await snapshot(db, id, wanted)
    const ids = now.documents.map((each) => each.id)
    const revisions = await db.revisions.where('document').anyOf(ids).toArray()
    const texts = new Set([...now.documents, ...revisions].map(({ content }) => content))
    const contents = (await db.contents.bulkGet([...texts])).flatMap((each) => each ?? [])
    const hashes = new Set(contents.map(({ original }) => original))
    const originals = (await db.originals.bulkGet([...hashes])).flatMap((each) => each ?? [])
    return { ...now, contents, revisions, originals }
  })
}

/** Which of these contents have ids under which other ones are kept: of a step that could be undone or done again. */
export async function otherContents(db: Database, contents: readonly DocumentContent[]): Promise<ContentId[]> {
  const known = await db.contents.bulkGet(contents.map(({ id }) => id))
  return contents.flatMap((each, at) => (known[at] && !same(known[at], each) ? [each.id] : []))
}

/** Which of these ids records and contents of other projects have. */
export async function idsOfOthers(db: Database, project: ProjectId, ids: readonly Id[]): Promise<Id[]> {
  const tables = [...RECORD_KINDS.filter((kind) => kind !== 'projects'), 'contents' as const]
  const found = await Promise.all(
    tables.map(async (table) => {
      const records = await (db[table] as Table<{ readonly id: Id; readonly project: ProjectId }, Id>).bulkGet([...ids])
      return records.flatMap((each) => (each && each.project !== project ? [each.id] : []))
    }),
  )
  return [...new Set(found.flat())]
}
