import type { ThemesById } from '#shared/model/theme'
import type { DrawnHighlight } from '../reader/highlights'
import type { HighlightSource } from '../reader/reader-pane'
import type { Live } from '../store'
import type { Marked, MarkedDelta, MarkedRows } from './marked'

/** A highlight as the reader draws it; `withoutTheme` is said of one that has none. */
export function drawn({ highlight, taggings }: Marked, themes: ThemesById, withoutTheme: string): DrawnHighlight {
  const ids = [...new Set(taggings.map((each) => each.theme))]
  return {
    id: highlight.id,
    start: highlight.passage.start,
    end: highlight.passage.end,
    themes: ids,
    label: ids.map((id) => themes.get(id)?.name ?? '').join(', ') || withoutTheme,
  }
}

/** The reader's view of a document's highlights. `themes` is asked each time, so that it is never stale. */
export function highlightSource(
  live: Live<MarkedRows, MarkedDelta>,
  themes: () => ThemesById,
  withoutTheme: () => string,
): HighlightSource {
  // Rows never change, so each is worked out once for as long as the words stay the same.
  let known = new WeakMap<Marked, DrawnHighlight>()
  let words: readonly unknown[] = []
  const draw = (marked: Marked): DrawnHighlight => {
    const [byId, without] = [themes(), withoutTheme()]
    if (words[0] !== byId || words[1] !== without) {
      known = new WeakMap()
      words = [byId, without]
    }
    const made = known.get(marked) ?? drawn(marked, byId, without)
    known.set(marked, made)
    return made
  }
  return {
    all: () => live.get().rows.map(draw),
    find: (id) => {
      const row = live.get().rows.find((each) => each.highlight.id === id)
      return row ? draw(row) : null
    },
    subscribe: (listen) =>
      live.subscribe(({ removed, added }) => listen({ removed: removed.map(draw), added: added.map(draw) })),
  }
}
