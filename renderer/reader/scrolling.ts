import type { EditorView } from 'prosemirror-view'
import type { Positions } from './positions'

/** Space left above a line that is scrolled to, in CSS pixels. */
const MARGIN = 24

/** Sections out of view have only estimated heights, so a place is approached: each frame lays out more of them. */
const MOST_FRAMES = 8

/** The offset of the first character of the line at the top of `scroller`; 0 when it is scrolled to the very top. */
export function topOffset(scroller: HTMLElement, view: EditorView, positions: Positions): number {
  if (scroller.scrollTop <= 0) return 0
  const frame = scroller.getBoundingClientRect()
  const left = view.dom.getBoundingClientRect().left
  const style = getComputedStyle(view.dom)
  const at = view.posAtCoords({ left: left + Number.parseFloat(style.paddingLeft) + 3, top: frame.top + MARGIN + 2 })
  return at ? positions.toOffset(at.pos) : 0
}

/** Scrolls so that the line with `offset` is at the top of `scroller`, or in its middle. */
export function scrollToOffset(
  scroller: HTMLElement,
  view: EditorView,
  positions: Positions,
  offset: number,
  where: 'top' | 'middle',
): void {
  if (offset === 0 && where === 'top') {
    scroller.scrollTop = 0
    return
  }
  const pos = positions.toPos(offset)
  const approach = (framesLeft: number): void => {
    if (view.isDestroyed) return
    const line = view.coordsAtPos(pos, 1)
    const frame = scroller.getBoundingClientRect()
    const wanted = where === 'top' ? frame.top + MARGIN : frame.top + (frame.height - (line.bottom - line.top)) / 2
    const step = line.top - wanted
    if (Math.abs(step) < 1) return
    const before = scroller.scrollTop
    scroller.scrollTop = before + step
    if (framesLeft > 0 && scroller.scrollTop !== before) requestAnimationFrame(() => approach(framesLeft - 1))
  }
  approach(MOST_FRAMES)
}

/** Scrolls as little as needed for `offset`'s line to be in view; not at all when it is. */
export function scrollIntoView(scroller: HTMLElement, rect: { top: number; bottom: number }): void {
  const frame = scroller.getBoundingClientRect()
  if (rect.top < frame.top + MARGIN) scroller.scrollTop += rect.top - frame.top - MARGIN
  else if (rect.bottom > frame.bottom - MARGIN) scroller.scrollTop += rect.bottom - frame.bottom + MARGIN
}

/** What is in view, from the beginning of the line at the top to the end of the line at the bottom. */
export function offsetsInView(
  scroller: HTMLElement,
  view: EditorView,
  positions: Positions,
): { start: number; end: number } {
  const frame = scroller.getBoundingClientRect()
  const text = view.dom.getBoundingClientRect()
  const bottom = Math.min(frame.bottom, text.bottom) - 4
  const at = view.posAtCoords({ left: text.left + text.width / 2, top: bottom })
  const start = topOffset(scroller, view, positions)
  return { start, end: Math.max(start, at ? positions.toOffset(at.pos) : positions.length) }
}

/** Scrolls the beginning of the range to the middle, unless it is in view. */
export function reveal(
  scroller: HTMLElement,
  view: EditorView,
  positions: Positions,
  range: { readonly start: number },
): void {
  const frame = scroller.getBoundingClientRect()
  const line = view.coordsAtPos(positions.toPos(range.start), 1)
  if (line.top >= frame.top + MARGIN && line.bottom <= frame.bottom - MARGIN) return
  scrollToOffset(scroller, view, positions, range.start, 'middle')
}
