/*
 * The store. Open it once: `const store = await openStore()`, and hand it down.
 *
 *   store.write(changes, {contents?, coalesce?, coder?, at?})   the only writer; announces what it committed
 *   store.undo(project) / redo(project)                  -> the ChangeSet applied, or null
 *   store.undoable(project) / redoable(project)          -> its Summary, or null;   store.recent(project, limit)
 *   store.steps(project, done), goTo(project, seq, onWay) the steps without what they changed, and the way to one of them
 *   store.collectContents()                              at start-up
 *   store.onCommitted(listener)                          ids by kind, from every window
 *   store.read.<query>(...)                              use inside Dexie's liveQuery / useLiveQuery; see read.ts
 *   store.liveDocuments(project), liveCodebook(project), liveHighlights(document), liveTaggings(document),
 *   liveThemeCounts(project), liveDocumentCounts(project), liveMarks(project)
 *                                                        -> {get, subscribe, ready, idle, close}; see live.ts
 *   store.places.<...>                                   what is remembered and is no annotation; see places.ts
 *   track(work), allStored()                             what is being stored: the window waits for it before it closes
 *   askToPersist(), storageFacts()                       room on the disk; see storage.ts
 *
 * Every refusal is a ProblemError (keys `store.*`), and then nothing was written.
 */
import { type Committed, onCommitted } from './committed'
import { closeDatabase, type Database, type OpenOptions, openDatabase } from './database'
import { goTo, recent, redo, redoable, undo, undoable } from './history'
import { liveCodebook, liveDocuments, liveHighlights, liveTaggings } from './live'
import { liveDocumentCounts, liveThemeCounts } from './live-counts'
import { liveMarks } from './live-marks'
import * as places from './places'
import * as read from './read'
import { steps } from './steps'
import { track } from './under-way'
import { collectContents, write } from './write'

export type { Committed } from './committed'
export type { Database, HistoryEntry, OpenOptions } from './database'
export { byPlace, type Delta, type Live, type Rows } from './live'
export type { Counts } from './live-counts'
export { type MarksNow, NO_MARKS } from './live-marks'
export type { Appearance, Place, SecondPage } from './places'
export { USUAL_APPEARANCE } from './places'
export type { Placed } from './read'
export { replaceRows } from './sorted-rows'
export type { Step, Steps } from './steps'
export { askToPersist, type StorageFacts, storageFacts } from './storage'
export { allStored, track } from './under-way'
export type { WriteOptions } from './write'

type Bound<F> = F extends (db: Database, ...rest: infer A) => infer R ? (...rest: A) => R : never
type BoundAll<M> = {
  readonly [N in keyof M as M[N] extends (db: Database, ...rest: never[]) => unknown ? N : never]: Bound<M[N]>
}

function bindAll<M extends object>(db: Database, module: M): BoundAll<M> {
  const functions = Object.entries(module).filter(([, each]) => typeof each === 'function')
  return Object.fromEntries(functions.map(([name, each]) => [name, each.bind(null, db)])) as BoundAll<M>
}

/** The same functions; what those named `set…` and `note…` store counts as under way until it is stored. */
function tracked<M extends object>(functions: M): M {
  const isWriting = (name: string): boolean => /^(?:set|note)[A-Z]/.test(name)
  const all = Object.entries(functions).map(([name, each]) => [
    name,
    isWriting(name) ? (...given: unknown[]) => track(each(...given)) : each,
  ])
  return Object.fromEntries(all)
}

const bound = (db: Database) => ({
  db,
  ...bindAll(db, {
    write,
    collectContents,
    undo,
    redo,
    undoable,
    redoable,
    recent,
    steps,
    goTo,
    liveDocuments,
    liveCodebook,
    liveHighlights,
    liveTaggings,
    liveThemeCounts,
    liveDocumentCounts,
    liveMarks,
  }),
  read: bindAll(db, read),
  places: tracked(bindAll(db, places)),
  onCommitted: (listener: (committed: Committed) => void): (() => void) => onCommitted(db, listener),
  close: (): void => closeDatabase(db),
})

/** The store's functions, bound to one open database. */
export interface Store extends Readonly<ReturnType<typeof bound>> {}
export const createStore = (db: Database): Store => bound(db)

/** Opens the library and its store. Throws as `openDatabase` does. */
export const openStore = async (name?: string, options?: OpenOptions): Promise<Store> =>
  createStore(await openDatabase(name, options))
