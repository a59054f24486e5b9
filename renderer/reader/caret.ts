import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { scrollIntoView } from './scrolling'

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

/** Makes the caret of `view`, drawn inside `scroller`. */
export function createCaret(scroller: HTMLElement, view: EditorView): Caret {
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

  /** To the end of this text, wherever the selection is: the browser's own end would be that of the whole window. */
  const toBoundary = (selection: Selection, way: Step[0], extend: boolean): void => {
    const { doc } = view.state
    const { head } = way === 'backward' ? TextSelection.atStart(doc) : TextSelection.atEnd(doc)
    const { node, offset } = view.domAtPos(head)
    if (extend && inside(view, selection)) selection.extend(node, offset)
    else selection.collapse(node, offset)
    if (way === 'backward') scroller.scrollTop = 0
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
      selection.modify(event.shiftKey ? 'extend' : 'move', step[0], step[1])
    }
    if (inside(view, selection)) {
      const head = view.posAtDOM(selection.focusNode as Node, selection.focusOffset)
      scrollIntoView(scroller, view.coordsAtPos(head))
    }
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
