import type { EditorView } from 'prosemirror-view'
import type { DrawnHighlight } from './highlights'
import type { Positions } from './positions'
import { scrollIntoView } from './scrolling'

/** UTF-16 offsets into the plain text; `start` is less than `end`. */
interface Extent {
  readonly start: number
  readonly end: number
}
type End = keyof Extent

export interface HandlesListener {
  /** An end is being drawn: this would be the highlight. null when it was given up, or let go. */
  onPreview(extent: Extent | null): void
  /** An end was let go at another place. Says whether the highlight will be changed. */
  onResize(highlight: string, extent: Extent): boolean
}

/** The two ends of the chosen highlight, to be drawn with the pointer. Keys have their own way, so they are no controls. */
export interface Handles {
  /** Puts them at this highlight; null takes them away. */
  show(highlight: DrawnHighlight | null): void
  /** Puts them where the highlight is now, when it is among `highlights`; takes them away when it is among `removed` alone. */
  change(change: { readonly removed: readonly DrawnHighlight[]; readonly added: readonly DrawnHighlight[] }): void
  destroy(): void
}

/** How near the pointer may come to the upper or the lower edge before the text scrolls, in CSS pixels. */
const EDGE = 12

/** The extent with one end at `offset`; no end passes the other. */
export const drawnTo = (extent: Extent, end: End, offset: number): Extent =>
  end === 'start'
    ? { start: Math.min(offset, extent.end - 1), end: extent.end }
    : { start: extent.start, end: Math.max(offset, extent.start + 1) }

/** Makes the handles of `view` inside `scroller`. */
export function createHandles(
  scroller: HTMLElement,
  view: EditorView,
  positions: Positions,
  listener: HandlesListener,
): Handles {
  let shown: DrawnHighlight | null = null
  let extent: Extent | null = null

  const make = (end: End): HTMLElement => {
    const element = document.createElement('div')
    element.className = 'handle'
    element.dataset.end = end
    element.hidden = true
    element.setAttribute('aria-hidden', 'true')
    const knob = document.createElement('div')
    knob.className = 'handle-knob'
    knob.addEventListener('pointerdown', (event) => draw(event, knob, end))
    element.append(knob)
    scroller.append(element)
    return element
  }

  const update = (): void => {
    const frame = scroller.getBoundingClientRect()
    for (const [end, element] of [
      ['start', start],
      ['end', last],
    ] as const) {
      element.hidden = extent === null
      if (extent === null) continue
      const { left, top, bottom } = view.coordsAtPos(positions.toPos(extent[end]), end === 'start' ? 1 : -1)
      element.style.transform = `translate(${left - frame.left + scroller.scrollLeft}px, ${top - frame.top + scroller.scrollTop}px)`
      element.style.height = `${bottom - top}px`
      const theme = shown?.themes[0]
      element.style.setProperty('--colour', theme === undefined ? 'var(--ink-third)' : `var(--theme-${theme})`)
    }
  }
  const show = (highlight: DrawnHighlight | null): void => {
    shown = highlight
    extent = highlight && { start: highlight.start, end: highlight.end }
    update()
  }

  /** Follows the pointer from the knob until it is let go. The keys stay with the text. */
  const draw = (down: PointerEvent, knob: HTMLElement, end: End): void => {
    if (down.button !== 0 || !shown) return
    down.preventDefault()
    const highlight = shown
    const { top, bottom } = (knob.parentElement as HTMLElement).getBoundingClientRect()
    const toLine = (top + bottom) / 2 - down.clientY
    const move = (event: PointerEvent): void => {
      const y = event.clientY + toLine
      scrollIntoView(scroller, { top: y - EDGE, bottom: y + EDGE })
      const at = view.posAtCoords({ left: event.clientX, top: y })
      if (!at) return
      extent = drawnTo(highlight, end, positions.toOffset(at.pos))
      listener.onPreview(extent)
      update()
    }
    const stop = (isDone: boolean): void => {
      knob.removeEventListener('pointermove', move)
      knob.removeEventListener('pointerup', done)
      knob.removeEventListener('pointercancel', give)
      window.removeEventListener('keydown', onKey, { capture: true })
      listener.onPreview(null)
      const to = extent
      const hasMoved = to !== null && (to.start !== highlight.start || to.end !== highlight.end)
      const changes = isDone && to !== null && hasMoved && listener.onResize(highlight.id, to)
      if (!changes) show(shown)
    }
    const done = (): void => stop(true)
    const give = (): void => stop(false)
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      give()
    }
    knob.setPointerCapture(down.pointerId)
    knob.addEventListener('pointermove', move)
    knob.addEventListener('pointerup', done)
    knob.addEventListener('pointercancel', give)
    window.addEventListener('keydown', onKey, { capture: true })
  }

  const start = make('start')
  const last = make('end')
  const resized = new ResizeObserver(update)
  resized.observe(view.dom)
  resized.observe(scroller)
  scroller.addEventListener('scrollend', update)

  return {
    show,
    change({ removed, added }) {
      if (!shown) return
      const { id } = shown
      const now = added.find((each) => each.id === id)
      if (now) show(now)
      else if (removed.some((each) => each.id === id)) show(null)
    },
    destroy() {
      resized.disconnect()
      scroller.removeEventListener('scrollend', update)
      start.remove()
      last.remove()
    },
  }
}
