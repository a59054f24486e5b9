import { type ChangeSet, isEmpty, merge, together } from '#shared/model/changes'
import type { DocumentContent } from '#shared/model/document'
import type { CoderId, ContentId, ProjectId, Time } from '#shared/model/ids'
import type { Original } from '#shared/model/original'
import { same } from '#shared/model/same'
import { ProblemError } from '#shared/result'
import { apply, contentsOf, inOneStep, projectOf } from './apply'
import { announce, committedBy } from './committed'
import type { Database, HistoryEntry } from './database'
import { stepOf, stepsIn } from './steps'

export interface WriteOptions {
  /** The contents to which new or changed documents point. They never change afterwards. */
  readonly contents?: readonly DocumentContent[]
  /** The files those contents were read from. One that is kept already is not kept twice. */
  readonly originals?: readonly Original[]
  /** Steps with the same key that follow each other within `COALESCE_WITHIN` become one step to undo. */
  readonly coalesce?: string
  /** Who makes the step. */
  readonly coder?: CoderId
  /** When it is made; now, unless told otherwise. */
  readonly at?: Time
}

/** How soon a step has to follow another to become one with it, in milliseconds. */
export const COALESCE_WITHIN = 30_000

async function record(db: Database, project: ProjectId, set: ChangeSet, options: WriteOptions): Promise<void> {
  const at = options.at ?? Date.now()
  const { coalesce, coder = null } = options
  const undone = await stepsIn(db, project, 'undone').primaryKeys()
  await forget(db, undone)
  const last = undone.length > 0 ? undefined : await stepsIn(db, project, 'done').last()
  const before =
    coalesce !== undefined && last && at - last.at < COALESCE_WITHIN ? await db.history.get(last.seq) : undefined
  if (before && before.coalesce === coalesce) {
    const changes = merge(before.changes, set, together(before.changes.summary, set.summary))
    if (isEmpty(changes)) await forget(db, [before.seq])
    else await keep(db, { ...before, at, coder, changes, contents: contentsOf(changes) })
    return
  }
  const entry = { project, at, coder, changes: set, state: 'done' as const, contents: contentsOf(set) }
  const seq = await db.history.add(coalesce === undefined ? entry : { ...entry, coalesce })
  await db.steps.add(stepOf({ ...entry, seq }))
}

async function forget(db: Database, seqs: number[]): Promise<void> {
  await db.history.bulkDelete(seqs)
  await db.steps.bulkDelete(seqs)
}

async function keep(db: Database, entry: HistoryEntry): Promise<void> {
  await db.history.put(entry)
  await db.steps.put(stepOf(entry))
}

/** Stores the files that are not there yet. */
async function keepOriginals(db: Database, originals: readonly Original[]): Promise<void> {
  const byHash = new Map(originals.map((each) => [each.hash, each]))
  const there = await db.originals
    .where('hash')
    .anyOf([...byHash.keys()])
    .primaryKeys()
  for (const hash of there) byHash.delete(hash)
  if (byHash.size > 0) await db.originals.bulkAdd([...byHash.values()])
}

/**
 * Stores contents; one that a step which was undone left behind is there already. Throws a ProblemError when one names a
 * file that is not kept.
 */
async function addContents(db: Database, contents: readonly DocumentContent[]): Promise<void> {
  if (contents.length === 0) return
  const wanted = [...new Set(contents.map(({ original }) => original))]
  const there = new Set(await db.originals.where('hash').anyOf(wanted).primaryKeys())
  const id = wanted.find((hash) => !there.has(hash))
  if (id) throw new ProblemError({ key: 'store.missing', params: { kind: 'contents', needs: 'originals', id } })
  const known = await db.contents.bulkGet(contents.map((each) => each.id))
  await db.contents.bulkAdd(contents.filter((each, at) => !same(known[at], each)))
}

/**
 * Writes one step of work: the ChangeSet, its contents and its entry in the history, together or not at all. What was
 * undone before can no longer be redone. A ChangeSet that changes nothing writes nothing.
 * Throws a ProblemError when the database is no longer what the ChangeSet expects, or would be left with a record
 * that lacks what it belongs to, or the disk is full; nothing is written then. Once it has returned, the step is on the disk.
 */
export async function write(db: Database, set: ChangeSet, options: WriteOptions = {}): Promise<void> {
  if (isEmpty(set)) return
  const project = projectOf(set)
  await inOneStep(db, async () => {
    await keepOriginals(db, options.originals ?? [])
    await addContents(db, options.contents ?? [])
    await apply(db, set)
    await record(db, project, set, options)
  })
  announce(db, committedBy(project, set))
}

/**
 * Deletes the contents that no document shows, no revision names and no step of the history could bring back, with the
 * files from which no other content was read, and returns the contents' ids. For the start of the program.
 */
export function collectContents(db: Database): Promise<ContentId[]> {
  return db.transaction('rw', [db.contents, db.originals, db.documents, db.revisions, db.history], async () => {
    const kept = new Set<unknown>(await db.documents.orderBy('content').uniqueKeys())
    for (const id of await db.revisions.orderBy('content').uniqueKeys()) kept.add(id)
    for (const id of await db.history.orderBy('contents').uniqueKeys()) kept.add(id)
    const loose = (await db.contents.toCollection().primaryKeys()).filter((id) => !kept.has(id))
    await db.contents.bulkDelete(loose)
    const used = new Set<unknown>(await db.contents.orderBy('original').uniqueKeys())
    await db.originals.bulkDelete((await db.originals.toCollection().primaryKeys()).filter((hash) => !used.has(hash)))
    return loose
  })
}
