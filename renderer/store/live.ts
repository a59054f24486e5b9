import type { Table } from 'dexie'
import type { RecordKind, Records } from '#shared/model/changes'
import type { SourceDocument } from '#shared/model/document'
import type { Highlight, Tagging } from '#shared/model/highlight'
import type { DocumentId, Id, ProjectId } from '#shared/model/ids'
import type { Theme } from '#shared/model/theme'
import { onCommitted } from './committed'
import type { Database } from './database'
import { observed } from './observed'
import { documents, highlights, taggings, themes } from './read'
import { replaceRows } from './sorted-rows'

/** A value that follows the database. Its shape is what React's `useSyncExternalStore` asks for. */
export interface Live<S, D = void> {
  /** The present value: the same object until something changed. */
  readonly get: () => S
  /** Calls `listener` after each change; returns a function that ends that. */
  readonly subscribe: (listener: (delta: D) => void) => () => void
  /** Resolves when the first read is in; rejects when it failed. */
  readonly ready: Promise<void>
  /** Resolves once nothing that a committed write touched is still to be read. */
  readonly idle: () => Promise<void>
  /** Ends the following. The last value stays. */
  readonly close: () => void
}

/** What one change made of the rows; the first read is a change that adds all. */
export interface Delta<T> {
  readonly added: readonly T[]
  readonly changed: readonly { readonly before: T; readonly after: T }[]
  readonly removed: readonly T[]
}

export interface Rows<T> {
  /** False until the first read is in. */
  readonly ready: boolean
  readonly rows: readonly T[]
}

/**
 * Follows what a committed write touches, one read at a time: what is touched while a read is under way is read after
 * it, so that nothing is missed between the first read and the first change. Later reads wait for `quiet` milliseconds
 * without another touch; 0 waits for nothing. One that fails is thrown unhandled, for the window to report; after
 * `close` nobody wants to know.
 */
export function follow<T>(
  listen: (touch: (touched: readonly T[]) => void) => () => void,
  first: (open: () => boolean) => Promise<void>,
  reread: (touched: readonly T[], open: () => boolean) => Promise<void>,
  quiet = 0,
): Pick<Live<unknown>, 'ready' | 'idle' | 'close'> {
  const waiting = new Set<T>()
  let open = true
  const isOpen = (): boolean => open
  let reading = true
  let pause: ReturnType<typeof setTimeout> | undefined
  let awaiting: (() => void)[] = []
  const catchUp = async (): Promise<void> => {
    reading = true
    try {
      while (open && waiting.size > 0) {
        const touched = [...waiting]
        waiting.clear()
        await reread(touched, isOpen)
      }
    } catch (error) {
      if (open) throw error
    } finally {
      reading = false
      for (const done of awaiting) done()
      awaiting = []
    }
  }
  const end = listen((touched) => {
    for (const each of touched) waiting.add(each)
    if (reading || waiting.size === 0) return
    clearTimeout(pause)
    if (quiet > 0) pause = setTimeout(catchUp, quiet)
    else void catchUp()
  })
  const ready = first(isOpen).then(() => {
    void catchUp()
  })
  return {
    ready,
    idle: () => (reading || waiting.size > 0 ? new Promise((done) => awaiting.push(done)) : Promise.resolve()),
    close: () => {
      open = false
      clearTimeout(pause)
      end()
    },
  }
}

function liveRows<K extends RecordKind>(
  db: Database,
  kind: K,
  readAll: () => PromiseLike<Records[K][]>,
  belongs: (record: Records[K]) => boolean,
  compare: (a: Records[K], b: Records[K]) => number,
): Live<Rows<Records[K]>, Delta<Records[K]>> {
  type T = Records[K]
  const table = db[kind] as unknown as Table<T, Id>
  const { live, show } = observed<Rows<T>, Delta<T>>({ ready: false, rows: [] })
  const byId = new Map<Id, T>()

  const emit = (delta: Delta<T>): void => {
    const gone = [...delta.removed, ...delta.changed.map(({ before }) => before)]
    const fresh = [...delta.added, ...delta.changed.map(({ after }) => after)]
    show({ ready: true, rows: replaceRows(live.get().rows, gone, fresh, compare) }, delta)
  }

  const following = follow<Id>(
    (touch) => onCommitted(db, ({ touched }) => touch(touched[kind] ?? [])),
    async (open) => {
      const added = await readAll()
      if (!open()) return
      for (const each of added) byId.set(each.id, each)
      emit({ added, changed: [], removed: [] })
    },
    async (ids, open) => {
      const found = await table.bulkGet([...ids])
      if (!open()) return
      const added: T[] = []
      const changed: { before: T; after: T }[] = []
      const removed: T[] = []
      ids.forEach((id, i) => {
        const before = byId.get(id)
        const read = found[i]
        const after = read && belongs(read) ? read : undefined
        if (after) byId.set(id, after)
        else byId.delete(id)
        if (before && after) changed.push({ before, after })
        else if (after) added.push(after)
        else if (before) removed.push(before)
      })
      if (added.length + changed.length + removed.length > 0) emit({ added, changed, removed })
    },
  )

  return { ...live, ...following }
}

const byId = (a: { readonly id: Id }, b: { readonly id: Id }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Text order: by start, then the shorter first, then the older. */
export const byPlace = (a: Highlight, b: Highlight): number =>
  a.passage.start - b.passage.start || a.passage.end - b.passage.end || byId(a, b)

/** The project's documents in library order, kept up to date by reading only what a write touched. */
export const liveDocuments = (db: Database, project: ProjectId): Live<Rows<SourceDocument>, Delta<SourceDocument>> =>
  liveRows(
    db,
    'documents',
    () => documents(db, project),
    (each) => each.project === project,
    (a, b) => a.order - b.order || byId(a, b),
  )

/** The project's themes, siblings in their order, kept up to date by reading only what a write touched. */
export const liveCodebook = (db: Database, project: ProjectId): Live<Rows<Theme>, Delta<Theme>> =>
  liveRows(
    db,
    'themes',
    () => themes(db, project),
    (each) => each.project === project,
    (a, b) => a.order - b.order || byId(a, b),
  )

/** The document's highlights in text order, kept up to date by reading only what a write touched. */
export const liveHighlights = (db: Database, document: DocumentId): Live<Rows<Highlight>, Delta<Highlight>> =>
  liveRows(
    db,
    'highlights',
    () => highlights(db, document),
    (each) => each.document === document,
    byPlace,
  )

/** The document's taggings, the oldest first, kept up to date by reading only what a write touched. */
export const liveTaggings = (db: Database, document: DocumentId): Live<Rows<Tagging>, Delta<Tagging>> =>
  liveRows(
    db,
    'taggings',
    () => taggings(db, document),
    (each) => each.document === document,
    byId,
  )
