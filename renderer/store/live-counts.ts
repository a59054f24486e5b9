import { Dexie, type Table } from 'dexie'
import type { DocumentId, Id, ProjectId, ThemeId } from '#shared/model/ids'
import { type Committed, onCommitted } from './committed'
import type { Database } from './database'
import { follow, type Live } from './live'

/** How many there are, by what they are counted for; what has none is left out. */
export type Counts = ReadonlyMap<Id, number>

/**
 * How long after the last write is counted, in milliseconds. Counting walks as much of the index as there is to count,
 * and the database does one thing after the other: the rows on the page are read first, and the next write is not held up.
 */
const COUNT_AFTER = 150

function liveCounts(
  db: Database,
  project: ProjectId,
  table: Table,
  index: string,
  touchedBy: (committed: Committed) => readonly Id[],
): Live<Counts> {
  const listeners = new Set<() => void>()
  let value: Counts = new Map()

  // One after the other, so that whatever else is read meanwhile waits for one count and not for all of them.
  const count = (ids: readonly Id[]): Promise<[Id, number][]> =>
    db.transaction('r', table, async () => {
      const counts: [Id, number][] = []
      for (const id of ids) counts.push([id, await table.where(index).equals([project, id]).count()])
      return counts
    })
  const update = (counts: readonly [Id, number][]): void => {
    const next = new Map(value)
    for (const [id, number] of counts) {
      if (number > 0) next.set(id, number)
      else next.delete(id)
    }
    value = next
    for (const listener of [...listeners]) listener()
  }

  const following = follow<Id>(
    (touch) => onCommitted(db, (committed) => touch(committed.project === project ? touchedBy(committed) : [])),
    async (open) => {
      const keys = await table.where(index).between([project, Dexie.minKey], [project, Dexie.maxKey]).uniqueKeys()
      const counts = await count(keys.map((key) => (key as unknown as [Id, Id])[1]))
      if (open()) update(counts)
    },
    async (ids, open) => {
      const counts = await count(ids)
      if (open()) update(counts)
    },
    COUNT_AFTER,
  )

  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ...following,
  }
}

/** How many taggings each theme of the project has, counted in the index, anew for the themes a write touched. */
export const liveThemeCounts = (db: Database, project: ProjectId): Live<ReadonlyMap<ThemeId, number>> =>
  liveCounts(db, project, db.taggings, '[project+theme]', ({ themes }) => themes)

/** How many highlights each document of the project has, counted in the same way. */
export const liveDocumentCounts = (db: Database, project: ProjectId): Live<ReadonlyMap<DocumentId, number>> =>
  liveCounts(db, project, db.highlights, '[project+document]', ({ documents }) => documents)
