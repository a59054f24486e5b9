import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { Positions } from './positions'
import type { Range } from './reader'

/** A stretch of the text that stands in other documents too: UTF-16 offsets, `end` exclusive. */
export interface ParallelMark extends Range {
  /** In how many other documents. */
  readonly documents: number
  /** What is said of it. */
  readonly label: string
}

/** Quiet marks in the margin, one at the line where each stretch begins. */
export interface ParallelMarks {
  readonly plugin: Plugin
  /** Draws these, in text order and not overlapping; none for an empty list. */
  show(marks: readonly ParallelMark[]): void
}

const key = new PluginKey<DecorationSet>('parallels')

/**
 * The marks are buttons in the text's own flow that the style sheet puts into the margin: the browser keeps them at their
 * lines and scrolls them with the text, and nothing is reckoned or drawn anew for that.
 */
export function createParallelMarks(positions: Positions, onOpen: (range: Range) => void): ParallelMarks {
  let view: EditorView | null = null
  const markOf = ({ start, end, documents, label }: ParallelMark): Decoration =>
    Decoration.widget(
      positions.toPos(start),
      () => {
        const element = document.createElement('button')
        element.type = 'button'
        element.tabIndex = -1
        element.className = 'parallel-mark'
        element.contentEditable = 'false'
        element.title = label
        element.ariaLabel = label
        element.dataset.documents = String(documents)
        element.addEventListener('mousedown', (event) => event.preventDefault())
        element.addEventListener('click', () => onOpen({ start, end }))
        return element
      },
      { key: `parallel ${start} ${end} ${label}`, side: -1, ignoreSelection: true, stopEvent: () => true },
    )
  return {
    plugin: new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, set) => (tr.getMeta(key) as DecorationSet | undefined) ?? set,
      },
      props: { decorations: (state) => key.getState(state) },
      view: (made) => {
        view = made
        return {}
      },
    }),
    show(marks) {
      if (!view || view.isDestroyed) return
      const { doc, tr } = view.state
      view.dispatch(tr.setMeta(key, DecorationSet.create(doc, marks.map(markOf))))
    },
  }
}
