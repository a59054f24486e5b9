import type { Highlight, Tagging } from '#shared/model/highlight'
import type { DocumentId, HighlightId } from '#shared/model/ids'
import { byPlace, type Live, replaceRows, type Store } from '../store'

/** A highlight with its taggings, the oldest first. */
export interface Marked {
  readonly highlight: Highlight
  readonly taggings: readonly Tagging[]
}

export interface MarkedRows {
  /** False until the first read is in; the rows are then those that were given to begin with. */
  readonly ready: boolean
  /** In text order. */
  readonly rows: readonly Marked[]
  /** Those whose words are not in the text any more, in the order in which they stood. They are in no delta. */
  readonly lost: readonly Marked[]
}

/** Rows that are no longer as they were, and rows as they are now. A changed row is in both. */
export interface MarkedDelta {
  readonly removed: readonly Marked[]
  readonly added: readonly Marked[]
}

/** The highlights, in their order, each with its taggings. */
export function pair(highlights: readonly Highlight[], taggings: readonly Tagging[]): Marked[] {
  const tagged = new Map<HighlightId, Tagging[]>()
  for (const each of taggings) tagged.set(each.highlight, [...(tagged.get(each.highlight) ?? []), each])
  return highlights.map((highlight) => ({ highlight, taggings: tagged.get(highlight.id) ?? [] }))
}

const inTextOrder = (a: Marked, b: Marked): number => byPlace(a.highlight, b.highlight)

/**
 * A document's highlights with their taggings, following the database. A write costs what it touched, not what the
 * document holds, and is seen as one change, though it is read from two tables. `near` is what was read before all:
 * the rows until then.
 */
export function liveMarked(
  store: Store,
  document: DocumentId,
  near: readonly Marked[] = [],
): Live<MarkedRows, MarkedDelta> {
  const highlights = store.liveHighlights(document)
  const taggings = store.liveTaggings(document)
  const standing = new Map<HighlightId, Highlight>()
  const tagged = new Map<HighlightId, Tagging[]>()
  const drawn = new Map<HighlightId, Marked>()
  const listeners = new Set<(delta: MarkedDelta) => void>()
  let touched = new Set<HighlightId>()
  let ready = false
  let waiting = false
  let value: MarkedRows = { ready: false, rows: near, lost: [] }

  const retag = (id: HighlightId, change: (list: readonly Tagging[]) => Tagging[]): void => {
    const list = change(tagged.get(id) ?? [])
    if (list.length > 0) tagged.set(id, list)
    else tagged.delete(id)
    touched.add(id)
  }

  const settle = (): void => {
    if (!ready || touched.size === 0) return
    const removed: Marked[] = []
    const added: Marked[] = []
    const lost = value.lost.filter(({ highlight }) => !touched.has(highlight.id))
    const known = lost.length
    for (const id of touched) {
      const before = drawn.get(id)
      const highlight = standing.get(id)
      if (before) removed.push(before)
      const after = highlight && { highlight, taggings: tagged.get(id) ?? [] }
      if (after && highlight.lost !== undefined) {
        drawn.delete(id)
        lost.push(after)
      } else if (after) {
        drawn.set(id, after)
        added.push(after)
      } else drawn.delete(id)
    }
    touched = new Set()
    const sameLost = lost.length === known && known === value.lost.length
    value = {
      ready: true,
      rows: replaceRows(value.rows, removed, added, inTextOrder),
      lost: sameLost ? value.lost : lost.sort(inTextOrder),
    }
    for (const listener of [...listeners]) listener({ removed, added })
  }
  const settled = async (): Promise<void> => {
    await Promise.all([highlights.idle(), taggings.idle()])
    waiting = false
    settle()
  }
  const settleSoon = (): void => {
    if (waiting || !ready) return
    waiting = true
    void settled()
  }

  highlights.subscribe((delta) => {
    for (const { id } of delta.removed) {
      standing.delete(id)
      touched.add(id)
    }
    for (const each of [...delta.added, ...delta.changed.map(({ after }) => after)]) {
      standing.set(each.id, each)
      touched.add(each.id)
    }
    settleSoon()
  })
  taggings.subscribe((delta) => {
    for (const each of delta.removed) retag(each.highlight, (list) => list.filter(({ id }) => id !== each.id))
    for (const { before, after } of delta.changed) {
      retag(before.highlight, (list) => list.filter(({ id }) => id !== before.id))
      retag(after.highlight, (list) => [...list, after])
    }
    for (const each of delta.added) {
      const list = tagged.get(each.highlight)
      if (list && !ready) list.push(each)
      else retag(each.highlight, (known) => [...known, each])
    }
    settleSoon()
  })

  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ready: Promise.all([highlights.ready, taggings.ready]).then(() => {
      ready = true
      value = { ready: true, rows: [], lost: [] }
      settle()
    }),
    idle: settled,
    close: () => {
      highlights.close()
      taggings.close()
    },
  }
}
