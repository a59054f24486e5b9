import type { Dexie } from 'dexie'
import { type ChangeSet, type Touched, touched } from '#shared/model/changes'
import type { DocumentId, ProjectId, ThemeId } from '#shared/model/ids'

/** What a committed write touched. It says where to look, not what to see: the records are in the database. */
export interface Committed {
  readonly project: ProjectId
  /** Ids of the records that were created, updated or deleted. */
  readonly touched: Touched
  /** Themes whose taggings have become more, fewer or others. */
  readonly themes: readonly ThemeId[]
  /** Documents whose highlights have become more, fewer or others. */
  readonly documents: readonly DocumentId[]
  /** Whether highlights were lost, or lost ones placed again or removed. */
  readonly lost: boolean
}

type Listener = (committed: Committed) => void

interface Hub {
  readonly listeners: Set<Listener>
  readonly channel: BroadcastChannel
}

const hubs = new WeakMap<Dexie, Hub>()

function hubOf(db: Dexie): Hub {
  const known = hubs.get(db)
  if (known) return known
  const hub: Hub = { listeners: new Set(), channel: new BroadcastChannel(`${db.name} committed`) }
  hub.channel.onmessage = (event: MessageEvent<Committed>) => tell(hub, event.data)
  hubs.set(db, hub)
  return hub
}

/** Tells every listener. What one throws is reported by itself: the write has succeeded, and others listen too. */
function tell(hub: Hub, committed: Committed): void {
  for (const listener of [...hub.listeners]) {
    try {
      listener(committed)
    } catch (error) {
      queueMicrotask(() => {
        throw error
      })
    }
  }
}

/** Calls `listener` after every write that any window has committed. Returns a function that ends the listening. */
export function onCommitted(db: Dexie, listener: Listener): () => void {
  const { listeners } = hubOf(db)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What a ChangeSet of `project` touches. */
export function committedBy(project: ProjectId, set: ChangeSet): Committed {
  const both = <T extends 'taggings' | 'highlights'>(kind: T) => [
    ...(set.created[kind] ?? []),
    ...(set.deleted[kind] ?? []),
    ...(set.updated[kind] ?? []).flatMap(({ before, after }) => [before, after]),
  ]
  return {
    project,
    touched: touched(set),
    themes: [...new Set(both('taggings').flatMap((each) => ('theme' in each ? [each.theme] : [])))],
    documents: [...new Set(both('highlights').map((each) => each.document))],
    lost: both('highlights').some((each) => 'lost' in each && each.lost !== undefined),
  }
}

/** Tells every window what was committed. Only for a transaction that has completed. */
export function announce(db: Dexie, committed: Committed): void {
  const hub = hubOf(db)
  hub.channel.postMessage(committed)
  tell(hub, committed)
}

/** Ends the listening and telling of this handle. */
export function stopAnnouncing(db: Dexie): void {
  const hub = hubs.get(db)
  if (!hub) return
  hub.channel.close()
  hub.listeners.clear()
  hubs.delete(db)
}
