import { locateAll } from '../anchoring/locate'
import type { ProjectSnapshot } from '../exporters/exporter'
import { type ChangeSet, changes, RECORD_KINDS, type RecordKind, type Records, type Summary } from '../model/changes'
import { type DocumentContent, plainText, type SourceDocument } from '../model/document'
import type { Highlight } from '../model/highlight'
import type { ContentId, Id, Time } from '../model/ids'
import type { Original } from '../model/original'
import { passageOf } from '../model/passage'
import type { Coder } from '../model/project'
import { same } from '../model/same'
import type { Incoming } from './incoming'
import { idFor, type RecordLists, renamed } from './renaming'

/** What taking something in does, and what has to be written with it. */
export interface Merged {
  readonly changes: ChangeSet
  readonly contents: readonly DocumentContent[]
  readonly originals: readonly Original[]
  /** How many records of each kind are new, change, and are there already as they are. */
  readonly counts: {
    readonly [K in RecordKind]?: { readonly created: number; readonly updated: number; readonly same: number }
  }
  /** Highlights of documents that have another text here, whose words are not in it: they come in as lost. */
  readonly lost: readonly Highlight[]
}

/** The records of a snapshot by kind. */
export const recordsOf = (snapshot: ProjectSnapshot): { readonly [K in RecordKind]: readonly Records[K][] } => ({
  projects: [snapshot.project],
  coders: snapshot.coders,
  attributes: snapshot.attributes ?? [],
  documents: snapshot.documents,
  documentGroups: snapshot.documentGroups ?? [],
  revisions: snapshot.revisions ?? [],
  themes: snapshot.themes,
  themeGroups: snapshot.groups ?? [],
  liveThemes: snapshot.liveThemes ?? [],
  savedSearches: snapshot.savedSearches ?? [],
  wordLists: snapshot.wordLists ?? [],
  highlights: snapshot.highlights,
  taggings: snapshot.taggings,
  links: snapshot.links ?? [],
  notes: snapshot.notes,
})

const idsOf = (records: RecordLists): Id[] => RECORD_KINDS.flatMap((kind) => (records[kind] ?? []).map(({ id }) => id))

/**
 * Takes what came in into a project, in one step. What the project has already, by its id, is met again rather than
 * doubled: a record that says something else is updated, one that says the same is left alone. A coder of a name that
 * the project has is that coder. A document that is there keeps its own text; where the one that came in differs, its
 * passages are found again in it, and those that are not come in as lost. `taken` are ids that records and contents of
 * other projects of this library have: what came in under one of them gets an id of its own in this project, the same each time.
 */
export function merging(given: {
  readonly into: ProjectSnapshot
  readonly incoming: Incoming
  readonly taken: ReadonlySet<Id>
  readonly now: Time
  readonly summary: Summary
}): Merged {
  const { into, incoming, now } = given
  const project = into.project.id
  const names = new Map(
    [...idsOf(incoming.records), ...incoming.contents.map(({ id }) => id)]
      .filter((id) => given.taken.has(id))
      .map((id) => [id, idFor(project, id)]),
  )
  for (const [id, name] of coderNames(into.coders, incoming.records.coders ?? [])) names.set(id, name)
  const records = renamed(incoming.records, names)
  const there = recordsOf(into)
  const brought = incoming.contents.map((each) => ({ ...each, id: names.get(each.id) ?? each.id, project }))
  const texts = textsOf(into, records.documents ?? [], brought)
  const placed = placedHighlights(records.highlights ?? [], texts, now)

  const created: Partial<Record<RecordKind, unknown[]>> = {}
  const updated: Partial<Record<RecordKind, unknown[]>> = {}
  const counts: Partial<Record<RecordKind, { created: number; updated: number; same: number }>> = {}
  for (const kind of RECORD_KINDS) {
    const came = kind === 'highlights' ? placed.highlights : (records[kind] ?? [])
    if (came.length === 0 || kind === 'projects') continue
    const known = new Map<Id, unknown>(there[kind].map((record) => [record.id, record]))
    const made: unknown[] = []
    const changed: unknown[] = []
    const seen = new Set<Id>()
    for (const record of came) {
      if (seen.has(record.id)) continue
      seen.add(record.id)
      const before = known.get(record.id)
      if (!before) made.push(record)
      else {
        const after = kind === 'documents' ? keepingText(before as SourceDocument, record as SourceDocument) : record
        if (kind !== 'coders' && !same(before, after)) changed.push({ before, after })
      }
    }
    created[kind] = made
    updated[kind] = changed
    counts[kind] = { created: made.length, updated: changed.length, same: seen.size - made.length - changed.length }
  }
  const used = new Set<ContentId>()
  for (const { content } of (created.documents ?? []) as SourceDocument[]) used.add(content)
  for (const { content } of (created.revisions ?? []) as { content: ContentId }[]) used.add(content)
  const contents = brought.filter(({ id }) => used.has(id))
  const hashes = new Set(contents.map(({ original }) => original))
  return {
    changes: changes(given.summary, { created, updated } as Parameters<typeof changes>[1]),
    contents,
    originals: incoming.originals.filter(({ hash }) => hashes.has(hash)),
    counts: counts as Merged['counts'],
    lost: placed.lost,
  }
}

/** The project's own coder for each that came in under the same name. */
function coderNames(own: readonly Coder[], came: readonly Coder[]): [Id, Id][] {
  const ids = new Set(own.map(({ id }) => id))
  const byName = new Map(own.map(({ id, name }) => [name.trim().toLowerCase(), id]))
  return came.flatMap(({ id, name }): [Id, Id][] => {
    const found = ids.has(id) ? undefined : byName.get(name.trim().toLowerCase())
    return found === undefined ? [] : [[id, found]]
  })
}

/** A document that is there keeps its text, its place and what only this library says of it. */
function keepingText(before: SourceDocument, after: SourceDocument): SourceDocument {
  const { content, length, order, created, format, fileName, encoding } = before
  const kept = { ...after, content, length, order, created, format, fileName }
  return encoding ? { ...kept, encoding } : kept
}

interface Texts {
  /** The text that a document has here. */
  readonly own: ReadonlyMap<Id, string>
  /** The text that it came with; absent where it came without one, or with the same. */
  readonly other: ReadonlyMap<Id, string>
}

function textsOf(into: ProjectSnapshot, came: readonly SourceDocument[], contents: readonly DocumentContent[]): Texts {
  const blocks = new Map(into.contents.map((each) => [each.id, each.blocks]))
  const brought = new Map(contents.map((each) => [each.id, each.blocks]))
  const own = new Map<Id, string>()
  const other = new Map<Id, string>()
  for (const { id, content } of into.documents) own.set(id, plainText(blocks.get(content) ?? []))
  for (const { id, content } of came) {
    const text = plainText(brought.get(content) ?? [])
    const here = own.get(id)
    if (here === undefined) own.set(id, text)
    else if (brought.has(content) && here !== text) other.set(id, text)
  }
  return { own, other }
}

function placedHighlights(came: readonly Highlight[], { own, other }: Texts, now: Time) {
  const lost: Highlight[] = []
  const elsewhere = new Map<Id, Highlight[]>()
  for (const each of came) {
    if (other.has(each.document) && each.lost === undefined) {
      elsewhere.set(each.document, [...(elsewhere.get(each.document) ?? []), each])
    }
  }
  const moved = new Map<Id, Highlight>()
  for (const [document, all] of elsewhere) {
    const text = own.get(document) ?? ''
    const locations = locateAll(
      all.map(({ passage }) => passage),
      text,
    )
    all.forEach((each, at) => {
      const location = locations[at]
      const isThere = location && (location.state === 'exact' || location.state === 'moved')
      const after = isThere
        ? { ...each, passage: passageOf(text, location.start, location.end) }
        : { ...each, lost: now }
      if (!isThere) lost.push(after)
      moved.set(each.id, after)
    })
  }
  return { highlights: came.map((each) => moved.get(each.id) ?? each), lost }
}
