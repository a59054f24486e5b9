import type { EditorView } from 'prosemirror-view'
import { type DrawnChange, type DrawnChoice, type DrawnHighlight, drawAll, drawChange, drawChosen } from './highlights'

/** How far from what is in view a highlight is drawn with the first ones, in UTF-16 units: a few screens. */
const NEAR = 8000

/** How many of the others are drawn at a time, so that the page can scroll and answer in between. */
const AT_A_TIME = 400

/** Draws highlights into a view: those near what is in view at once, the others of a long text soon after. */
export interface Drawing {
  /** Draws some highlights before all are known. */
  drawFirst(highlights: readonly DrawnHighlight[]): void
  draw(highlights: readonly DrawnHighlight[]): void
  change(change: DrawnChange): void
  choose(choice: DrawnChoice): void
  destroy(): void
}

/** Makes the drawing of `view`; `inView` says which offsets are in view. */
export function createDrawing(view: EditorView, inView: () => { start: number; end: number }): Drawing {
  let drawn = false
  let later = new Map<string, DrawnHighlight>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const drawMore = (): void => {
    const added: DrawnHighlight[] = []
    for (const each of later.values()) {
      if (added.length === AT_A_TIME) break
      added.push(each)
    }
    for (const { id } of added) later.delete(id)
    view.dispatch(drawChange(view.state.tr, { removed: [], added }))
    if (later.size > 0) timer = setTimeout(drawMore)
  }

  return {
    drawFirst: (highlights) => view.dispatch(drawAll(view.state.tr, highlights)),
    draw(highlights) {
      clearTimeout(timer)
      later = new Map()
      if (drawn || highlights.length <= AT_A_TIME) {
        view.dispatch(drawAll(view.state.tr, highlights))
      } else {
        const { start, end } = inView()
        const near = highlights.filter((each) => each.start < end + NEAR && each.end > start - NEAR)
        view.dispatch(drawAll(view.state.tr, near))
        const known = new Set(near)
        const others = highlights.filter((each) => !known.has(each))
        const after = others.filter((each) => each.start >= start)
        const before = others.filter((each) => each.start < start)
        later = new Map([...after, ...before].map((each) => [each.id, each]))
        if (later.size > 0) timer = setTimeout(drawMore)
      }
      drawn = true
    },
    change(change) {
      for (const { id } of [...change.removed, ...change.added]) later.delete(id)
      view.dispatch(drawChange(view.state.tr, change))
    },
    choose(choice) {
      for (const each of [choice.before, choice.after]) if (each) later.delete(each.id)
      view.dispatch(drawChosen(view.state.tr, choice))
    },
    destroy: () => clearTimeout(timer),
  }
}
