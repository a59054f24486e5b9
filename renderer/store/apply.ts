import type { Table } from 'dexie'
import { type ChangeSet, RECORD_KINDS, type RecordKind, type Records, steps } from '#shared/model/changes'
import type { ContentId, Id, ProjectId } from '#shared/model/ids'
import { same } from '#shared/model/same'
import { ProblemError } from '#shared/result'
import type { Database } from './database'
import { checkIntegrity } from './integrity'

/** The names of an error and of the errors it was made from; Dexie wraps what the browser says. */
function namesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  return [error.name, ...namesOf('inner' in error ? error.inner : error.cause)]
}

/**
 * Runs `work` in one transaction over every table that a step of work reads or writes, and returns when it is
 * committed. Throws what `work` throws, and a ProblemError when the disk is full or the library was closed; nothing is
 * written then.
 */
export async function inOneStep<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const tables = [...RECORD_KINDS.map((kind): Table => db[kind]), db.contents, db.originals, db.history, db.steps]
  try {
    return await db.transaction('rw', tables, work)
  } catch (error) {
    const names = namesOf(error)
    if (names.includes('QuotaExceededError')) throw new ProblemError({ key: 'store.full' })
    if (names.includes('DatabaseClosedError')) throw new ProblemError({ key: 'store.closed' })
    throw error
  }
}

/**
 * The one project to which all that `set` changes belongs.
 * Throws when it changes nothing, or records of several projects: a step belongs to one project's history.
 */
export function projectOf(set: ChangeSet): ProjectId {
  const projects = new Set<ProjectId>()
  for (const kind of RECORD_KINDS) {
    for (const step of steps(set, kind).values()) {
      for (const record of [step.before, step.after]) {
        if (record) projects.add('project' in record ? record.project : record.id)
      }
    }
  }
  const [project, ...others] = projects
  if (project === undefined) throw new Error('A step of work must change something; this one changes nothing.')
  if (others.length > 0) throw new Error(`A step of work must stay in one project; this one is in ${projects.size}.`)
  return project
}

/** The contents that the documents and revisions of `set` point to, before or after. */
export const contentsOf = (set: ChangeSet): ContentId[] => [
  ...new Set(
    [...steps(set, 'documents').values(), ...steps(set, 'revisions').values()].flatMap(({ before, after }) =>
      [before, after].flatMap((record) => (record ? [record.content] : [])),
    ),
  ),
]

async function applyKind<K extends RecordKind>(db: Database, set: ChangeSet, kind: K): Promise<void> {
  const all = steps(set, kind)
  if (all.size === 0) return
  const table = db[kind] as unknown as Table<Records[K], Id>
  const stored = await table.bulkGet([...all.keys()])
  let i = 0
  for (const [id, { before }] of all) {
    const found = stored[i++]
    if (!before && found) throw new ProblemError({ key: 'store.exists', params: { kind, id } })
    if (before && !same(found, before)) throw new ProblemError({ key: 'store.stale', params: { kind, id } })
  }
  const gone = [...all].filter(([, { after }]) => !after).map(([id]) => id)
  const put = [...all.values()].flatMap(({ after }) => (after ? [after] : []))
  if (gone.length > 0) await table.bulkDelete(gone)
  if (put.length > 0) await table.bulkPut(put)
}

/**
 * Applies `set` inside a transaction that `inOneStep` opened. What it creates must be new, and what
 * it updates or deletes must be stored exactly as the ChangeSet says it was; afterwards no record may stand without
 * what it belongs to. Throws a ProblemError, and thereby aborts the transaction, where that does not hold.
 */
export async function apply(db: Database, set: ChangeSet): Promise<void> {
  for (const kind of RECORD_KINDS) await applyKind(db, set, kind)
  await checkIntegrity(db, set)
}
