import { Dexie } from 'dexie'
import { grouped } from '#shared/grouped'
import type { Highlight, Tagging } from '#shared/model/highlight'
import type { DocumentId, HighlightId, Id, ProjectId } from '#shared/model/ids'
import type { Note } from '#shared/model/note'
import { inTextOrder, type MarkedPassage, type Marks } from '#shared/queries/annotations/marks'
import { fold } from '#shared/queries/fold'
import { type Committed, onCommitted } from './committed'
import type { Database } from './database'
import { follow, type Live } from './live'
import { observed } from './observed'

/** The passages of so many documents are read at once, so that the window can draw in between. */
const AT_ONCE = 50

/** How long after the last write is read, in milliseconds: the write itself is drawn first. */
const READ_AFTER = 100

/** The marks of a project as far as they have been read. */
export interface MarksNow extends Marks {
  /** False until all have been read; `byDocument` and `words` are empty until then. */
  readonly ready: boolean
  /** How much has been read, 0 to 1. */
  readonly share: number
}

/** What is marked before anything has been read. */
export const NO_MARKS: MarksNow = { ready: false, share: 0, byDocument: new Map(), words: new Map() }

const byAge = (a: Tagging, b: Tagging): number => (a.id < b.id ? -1 : 1)

/**
 * All marks of a project: read once, some documents at a time, and then kept up to date by reading only what a write
 * touched. The lists of documents that it did not touch stay the same.
 */
export function liveMarks(db: Database, project: ProjectId): Live<MarksNow> {
  const { live, show } = observed<MarksNow>(NO_MARKS)
  const highlights = new Map<HighlightId, Highlight>()
  const tagged = new Map<HighlightId, readonly Tagging[]>()
  const taggingAt = new Map<Id, HighlightId>()
  /** The notes about highlights, their words folded. */
  const notes = new Map<Id, { readonly about: HighlightId; readonly words: string }>()

  const addTaggings = (added: readonly Tagging[]): void => {
    for (const each of added) {
      taggingAt.set(each.id, each.highlight)
      tagged.set(each.highlight, [...(tagged.get(each.highlight) ?? []), each])
    }
  }
  /** The highlight as a passage; none for one that is lost. */
  const passagesOf = (highlight: Highlight): MarkedPassage[] =>
    highlight.lost === undefined ? [{ highlight, taggings: [...(tagged.get(highlight.id) ?? [])].sort(byAge) }] : []
  const keepNote = ({ id, about, text }: Note): void => {
    if (about.kind === 'highlight') notes.set(id, { about: about.id, words: fold(text) })
  }
  const wordsNow = (): Marks['words'] => {
    const words = new Map<HighlightId, string[]>()
    for (const { about, words: each } of notes.values()) words.set(about, [...(words.get(about) ?? []), each])
    return words
  }

  const readAll = async (isOpen: () => boolean): Promise<void> => {
    const documents = await db.documents
      .where('[project+order]')
      .between([project, Dexie.minKey], [project, Dexie.maxKey])
      .primaryKeys()
    const byDocument = new Map<DocumentId, MarkedPassage[]>()
    for (let at = 0; at < documents.length && isOpen(); at += AT_ONCE) {
      const ids = documents.slice(at, at + AT_ONCE)
      // One range for each document: a walk through several of them takes a step for each record.
      const found = await db.transaction('r', [db.highlights, db.taggings], () =>
        Promise.all(
          ids.map(async (id) => ({
            id,
            taggings: await db.taggings.where('document').equals(id).toArray(),
            own: await db.highlights.where('[project+document]').equals([project, id]).toArray(),
          })),
        ),
      )
      for (const { id, taggings, own } of found) {
        addTaggings(taggings)
        for (const each of own) highlights.set(each.id, each)
        if (own.length > 0) byDocument.set(id, own.flatMap(passagesOf).sort(inTextOrder))
      }
      if (isOpen()) show({ ...live.get(), share: (at + ids.length) / documents.length })
    }
    for (const each of await db.notes.where('project').equals(project).toArray()) keepNote(each)
    if (isOpen()) show({ ready: true, share: 1, byDocument, words: wordsNow() })
  }

  const reread = async (committed: readonly Committed[], isOpen: () => boolean): Promise<void> => {
    const ids = (kind: 'highlights' | 'taggings' | 'notes'): Id[] => [
      ...new Set(committed.flatMap(({ touched }) => touched[kind] ?? [])),
    ]
    const touched = { highlights: ids('highlights'), taggings: ids('taggings'), notes: ids('notes') }
    if (touched.highlights.length + touched.taggings.length + touched.notes.length === 0) return
    const now = await db.transaction('r', [db.highlights, db.taggings, db.notes], async () => ({
      highlights: await db.highlights.bulkGet(touched.highlights),
      taggings: await db.taggings.bulkGet(touched.taggings),
      notes: await db.notes.bulkGet(touched.notes),
    }))
    if (!isOpen()) return
    const changed = new Set<HighlightId>(touched.highlights)
    const places = new Set<DocumentId>()
    touched.highlights.forEach((id, i) => {
      const [before, after] = [highlights.get(id), now.highlights[i]]
      if (before) places.add(before.document)
      if (after?.project === project) highlights.set(id, after)
      else highlights.delete(id)
    })
    for (const id of touched.taggings) {
      const at = taggingAt.get(id)
      if (at === undefined) continue
      changed.add(at)
      taggingAt.delete(id)
      tagged.set(at, tagged.get(at)?.filter((each) => each.id !== id) ?? [])
    }
    addTaggings(now.taggings.flatMap((each) => (each ? [each] : [])))
    for (const each of now.taggings) if (each) changed.add(each.highlight)
    touched.notes.forEach((id, i) => {
      const after = now.notes[i]
      const before = notes.get(id)
      if (before) changed.add(before.about)
      notes.delete(id)
      if (after?.project !== project) return
      keepNote(after)
      if (after.about.kind === 'highlight') changed.add(after.about.id)
    })
    const fresh = grouped(
      [...changed].flatMap((id) => highlights.get(id) ?? []),
      ({ document }) => document,
    )
    for (const document of fresh.keys()) places.add(document)
    const byDocument = new Map(live.get().byDocument)
    for (const place of places) {
      const kept = (byDocument.get(place) ?? []).filter(({ highlight }) => !changed.has(highlight.id))
      const added = (fresh.get(place) ?? []).flatMap(passagesOf)
      byDocument.set(place, [...kept, ...added].sort(inTextOrder))
    }
    show({ ...live.get(), byDocument, words: touched.notes.length > 0 ? wordsNow() : live.get().words })
  }

  const following = follow<Committed>(
    (touch) => onCommitted(db, (committed) => touch(committed.project === project ? [committed] : [])),
    readAll,
    reread,
    READ_AFTER,
  )
  return { ...live, ...following }
}
