import { Dexie, type Table } from 'dexie'
import type { Highlight } from '#shared/model/highlight'
import type { DocumentId, Id, ProjectId, ThemeId } from '#shared/model/ids'
import { type Committed, onCommitted } from './committed'
import type { Database } from './database'
import { follow, type Live } from './live'
import { observed } from './observed'
import { lostHighlights } from './read'

/** How many there are, by what they are counted for; what has none is left out. */
export type Counts = ReadonlyMap<Id, number>

/**
 * How long after the last write is counted, in milliseconds. Counting walks as much of the index as there is to count,
 * and the database does one thing after the other: the rows on the page are read first, and the next write is not held up.
 */
const COUNT_AFTER = 150

/** Stands for all there are, among the ids that are to be counted anew. */
const ALL = ''

/** What is to be counted, and which of it is not in any text and so counts for nothing. */
interface Counting {
  readonly table: Table
  readonly index: string
  readonly touchedBy: (committed: Committed) => readonly Id[]
  /** The ids that records of lost highlights are counted for, once for each record. */
  readonly ofLost: (lost: readonly Highlight[]) => PromiseLike<readonly Id[]> | readonly Id[]
}

function liveCounts(db: Database, project: ProjectId, { table, index, touchedBy, ofLost }: Counting): Live<Counts> {
  const { live, show } = observed<Counts>(new Map())

  // One after the other, so that whatever else is read meanwhile waits for one count and not for all of them.
  const count = (ids: readonly Id[]): Promise<[Id, number][]> =>
    db.transaction('r', [db.highlights, db.taggings], async () => {
      const counts: [Id, number][] = []
      const lost = new Map<Id, number>()
      for (const id of await ofLost(await lostHighlights(db, project))) lost.set(id, (lost.get(id) ?? 0) + 1)
      for (const id of ids) {
        counts.push([id, (await table.where(index).equals([project, id]).count()) - (lost.get(id) ?? 0)])
      }
      return counts
    })
  const everyId = async (): Promise<Id[]> => {
    const keys = await table.where(index).between([project, Dexie.minKey], [project, Dexie.maxKey]).uniqueKeys()
    return keys.map((key) => (key as unknown as [Id, Id])[1])
  }
  const update = (counts: readonly [Id, number][]): void => {
    const next = new Map(live.get())
    for (const [id, number] of counts) {
      if (number > 0) next.set(id, number)
      else next.delete(id)
    }
    show(next)
  }

  const following = follow<Id>(
    (touch) => onCommitted(db, (committed) => touch(committed.project === project ? touchedBy(committed) : [])),
    async (open) => {
      const counts = await count(await everyId())
      if (open()) update(counts)
    },
    async (ids, open) => {
      const counts = await count(ids.includes(ALL) ? [...new Set([...ids, ...(await everyId())])] : ids)
      if (open()) update(counts)
    },
    COUNT_AFTER,
  )

  return { ...live, ...following }
}

/**
 * How many taggings each theme of the project has, counted in the index, anew for the themes a write touched. Those of
 * highlights that are lost do not count.
 */
export const liveThemeCounts = (db: Database, project: ProjectId): Live<ReadonlyMap<ThemeId, number>> =>
  liveCounts(db, project, {
    table: db.taggings,
    index: '[project+theme]',
    touchedBy: ({ themes, lost }) => (lost ? [...themes, ALL] : themes),
    ofLost: async (lost) =>
      lost.length === 0
        ? []
        : (
            await db.taggings
              .where('highlight')
              .anyOf(lost.map(({ id }) => id))
              .toArray()
          ).map(({ theme }) => theme),
  })

/** How many highlights each document of the project has, without those that are lost, counted in the same way. */
export const liveDocumentCounts = (db: Database, project: ProjectId): Live<ReadonlyMap<DocumentId, number>> =>
  liveCounts(db, project, {
    table: db.highlights,
    index: '[project+document]',
    touchedBy: ({ documents }) => documents,
    ofLost: (lost) => lost.map(({ document }) => document),
  })
