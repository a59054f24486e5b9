import type { LiveTheme } from '#shared/model/live-theme'
import type { ThemesById } from '#shared/model/theme'
import type { DrawnHighlight } from '../reader/highlights'
import type { HighlightSource } from '../reader/reader-pane'
import type { Live } from '../store'
import { type LiveMembers, NO_MEMBERS, sameThemes } from './live-members'
import type { Marked, MarkedDelta, MarkedRows } from './marked'

/** A highlight as the reader draws it, the live themes that show it last; `withoutTheme` is said of one that has none. */
export function drawn(
  { highlight, taggings }: Marked,
  themes: ThemesById,
  withoutTheme: string,
  live: readonly LiveTheme[] = [],
): DrawnHighlight {
  const ids = [...new Set(taggings.map((each) => each.theme))]
  const names = [...ids.map((id) => themes.get(id)?.name ?? ''), ...live.map(({ name }) => name)]
  return {
    id: highlight.id,
    start: highlight.passage.start,
    end: highlight.passage.end,
    themes: [...ids, ...live.map(({ id }) => id)],
    label: names.join(', ') || withoutTheme,
  }
}

/** The highlights of a document for the reader, which learns from outside what live themes show them. */
export interface MarkedSource extends HighlightSource {
  /** From now on these live themes show the highlights; those of which others do are drawn anew. */
  readonly showLive: (members: LiveMembers) => void
}

type Listen = Parameters<HighlightSource['subscribe']>[0]

/** The reader's view of a document's highlights. `themes` is asked each time, so that it is never stale. */
export function highlightSource(
  live: Live<MarkedRows, MarkedDelta>,
  themes: () => ThemesById,
  withoutTheme: () => string,
): MarkedSource {
  // Rows never change, so each is worked out once for as long as the words stay the same.
  let known = new WeakMap<Marked, DrawnHighlight>()
  let words: readonly unknown[] = []
  let members = NO_MEMBERS
  const listeners = new Set<Listen>()
  const draw = (marked: Marked): DrawnHighlight => {
    const [byId, without] = [themes(), withoutTheme()]
    if (words[0] !== byId || words[1] !== without) {
      known = new WeakMap()
      words = [byId, without]
    }
    const made = known.get(marked) ?? drawn(marked, byId, without, members.get(marked.highlight.id))
    known.set(marked, made)
    return made
  }
  return {
    all: () => live.get().rows.map(draw),
    find: (id) => {
      const row = live.get().rows.find((each) => each.highlight.id === id)
      return row ? draw(row) : null
    },
    subscribe: (listen) => {
      listeners.add(listen)
      const end = live.subscribe(({ removed, added }) => listen({ removed: removed.map(draw), added: added.map(draw) }))
      return () => {
        listeners.delete(listen)
        end()
      }
    },
    showLive: (next) => {
      if (next === members) return
      const before = members
      const rows = live.get().rows.filter(({ highlight: { id } }) => !sameThemes(before.get(id), next.get(id)))
      const removed = rows.map(draw)
      members = next
      for (const each of rows) known.delete(each)
      const added = rows.map(draw)
      if (rows.length > 0) for (const listen of [...listeners]) listen({ removed, added })
    },
  }
}
