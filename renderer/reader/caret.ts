import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { scrollIntoView } from './scrolling'
import { takeSelection } from './take-selection'

/**
 * The caret of a text that cannot be edited. The browser draws none there, so this draws one, and moves the selection
 * with `Selection.modify`. Nothing is editable: no input method can start a composition in the text, and a paste or a
 * drop has nothing to change.
 */
export interface Caret {
  /** Moves or extends the selection when `event` is one of its keys, and says whether it was. */
  handleKey(event: KeyboardEvent): boolean
  /** Draws it where it now is. */
  update(): void
  destroy(): void
}

type Step = readonly ['forward' | 'backward', 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary']

const MAC = navigator.platform.startsWith('Mac')

function stepOf(event: KeyboardEvent): Step | null {
  const byWord = MAC ? event.altKey : event.ctrlKey
  const toEnd = MAC && event.metaKey
  if (!byWord && (event.altKey || event.metaKey || event.ctrlKey) && !toEnd) return null
  switch (event.key) {
    case 'ArrowRight':
      return ['forward', toEnd ? 'lineboundary' : byWord ? 'word' : 'character']
    case 'ArrowLeft':
      return ['backward', toEnd ? 'lineboundary' : byWord ? 'word' : 'character']
    case 'ArrowDown':
      return ['forward', toEnd ? 'documentboundary' : 'line']
    case 'ArrowUp':
      return ['backward', toEnd ? 'documentboundary' : 'line']
    case 'End':
      return ['forward', byWord ? 'documentboundary' : 'lineboundary']
    case 'Home':
      return ['backward', byWord ? 'documentboundary' : 'lineboundary']
    default:
      return null
  }
}

const inside = (view: EditorView, selection: Selection): boolean =>
  selection.focusNode !== null && view.dom.contains(selection.focusNode)

/** Whether the selection has come to rest in the line of a fold, which is no text. */
const inFold = ({ focusNode }: Selection): boolean => focusNode?.parentElement?.closest('.fold') != null

/** The text around what is folded, in ProseMirror positions. */
export interface AroundFolds {
  /** The nearest position that is not folded. */
  readonly outside: (pos: number) => number
  /** From the line of a fold to the text behind or before it. */
  readonly past: (pos: number, way: Step[0]) => number
}

/** Makes the caret of `view`, drawn inside `scroller`. */
export function createCaret(scroller: HTMLElement, view: EditorView, folds: AroundFolds): Caret {
  const bar = document.createElement('div')
  bar.className = 'caret'
  bar.setAttribute('aria-hidden', 'true')
  scroller.append(bar)

  const update = (): void => {
    const selection = window.getSelection()
    const shown =
      selection !== null && inside(view, selection) && selection.isCollapsed && document.activeElement === view.dom
    bar.hidden = !shown
    if (!shown) return
    const place = view.coordsAtPos(view.posAtDOM(selection.focusNode as Node, selection.focusOffset))
    const frame = scroller.getBoundingClientRect()
    bar.style.transform = `translate(${place.left - frame.left + scroller.scrollLeft}px, ${place.top - frame.top + scroller.scrollTop}px)`
    bar.style.height = `${place.bottom - place.top}px`
  }

  const begin = (selection: Selection): void => {
    const frame = scroller.getBoundingClientRect()
    const text = view.dom.getBoundingClientRect()
    const at = view.posAtCoords({ left: text.left + text.width / 4, top: Math.max(frame.top, text.top) + 40 })
    const { node, offset } = view.domAtPos(at?.pos ?? 2)
    selection.collapse(node, offset)
  }

  const put = (selection: Selection, pos: number, extend: boolean): void => {
    const { node, offset } = view.domAtPos(pos)
    if (extend && inside(view, selection)) selection.extend(node, offset)
    else selection.collapse(node, offset)
  }

  /** To the end of this text, wherever the selection is: the browser's own end would be that of the whole window. */
  const toBoundary = (selection: Selection, way: Step[0], extend: boolean): void => {
    const { doc } = view.state
    const { head } = way === 'backward' ? TextSelection.atStart(doc) : TextSelection.atEnd(doc)
    put(selection, folds.outside(head), extend)
    if (way === 'backward') scroller.scrollTop = 0
  }

  /** Moves over the lines of folds, which the browser takes for text; at an end of the text it comes back out of one. */
  const move = (selection: Selection, extend: boolean, [way, unit]: Step): void => {
    const how = extend ? 'extend' : 'move'
    selection.modify(how, way, unit)
    if (inFold(selection) && unit === 'line') selection.modify(how, way, unit)
    if (!inFold(selection)) return
    const at = view.posAtDOM(selection.focusNode as Node, selection.focusOffset)
    put(selection, folds.past(at, way), extend)
  }

  const handleKey = (event: KeyboardEvent): boolean => {
    const step = stepOf(event)
    const selection = window.getSelection()
    if (!step || !selection) return false
    if (step[1] === 'documentboundary') {
      toBoundary(selection, step[0], event.shiftKey)
    } else if (!inside(view, selection)) {
      begin(selection)
    } else if (!event.shiftKey && !selection.isCollapsed && step[1] === 'character') {
      if (step[0] === 'forward') selection.collapseToEnd()
      else selection.collapseToStart()
    } else {
      move(selection, event.shiftKey, step)
    }
    if (inside(view, selection)) {
      const head = view.posAtDOM(selection.focusNode as Node, selection.focusOffset)
      scrollIntoView(scroller, view.coordsAtPos(head))
    }
    takeSelection(view)
    update()
    return true
  }

  document.addEventListener('selectionchange', update)
  view.dom.addEventListener('focus', update)
  view.dom.addEventListener('blur', update)
  const resized = new ResizeObserver(update)
  resized.observe(view.dom)
  update()

  return {
    handleKey,
    update,
    destroy() {
      document.removeEventListener('selectionchange', update)
      resized.disconnect()
      bar.remove()
    },
  }
}
