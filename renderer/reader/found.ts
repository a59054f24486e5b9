import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { BLOCKS_PER_SECTION, type Positions } from './positions'

/** A stretch of text that was found: UTF-16 offsets, `end` exclusive. */
export interface Found {
  readonly start: number
  readonly end: number
}

/** The names under which the style sheet draws hits. */
const HIT = 'hit'
const CURRENT = 'current-hit'
/** How far beyond the window hits are drawn, as a share of its height. */
const BEYOND = 0.5

/** Shows what was found, without touching the text: the browser draws over it. */
export interface FoundLayer {
  readonly plugin: Plugin
  /** Draws these, ordered by `start` and not overlapping, and one of them as the current one. */
  show(found: readonly Found[], current: Found | null): void
  destroy(): void
}

/** The index of the first of `count` for which `is` holds, where it holds for all after it as well. */
function firstThat(count: number, is: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (is(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Draws hits of a search with the CSS Custom Highlight API. Ranges exist only for the sections in view, so twenty
 * thousand hits cost no more than those that are seen.
 */
export function createFoundLayer(scroller: HTMLElement, positions: Positions): FoundLayer {
  const { starts } = positions
  let found: readonly Found[] = []
  let current: Found | null = null
  let view: EditorView | null = null
  let frame = 0
  let drawnFrom = 0
  let drawnTo = -1

  const rangeOf = (target: EditorView, { start, end }: Found): StaticRange => {
    const from = target.domAtPos(positions.toPos(start), 1)
    const to = target.domAtPos(positions.toPos(end), -1)
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
  }

  const draw = (): void => {
    frame = 0
    if (!view || view.isDestroyed) return
    const target = view
    const window = scroller.getBoundingClientRect()
    const beyond = window.height * BEYOND
    const sections = target.dom.children
    const rect = (index: number): DOMRect => (sections[index] as Element).getBoundingClientRect()
    const first = firstThat(sections.length, (index) => rect(index).bottom > window.top - beyond)
    const last = firstThat(sections.length, (index) => rect(index).top > window.bottom + beyond)
    drawnFrom = scroller.scrollTop - beyond
    drawnTo = scroller.scrollTop + window.height + beyond
    const from = starts[first * BLOCKS_PER_SECTION] ?? positions.length
    const to = starts[last * BLOCKS_PER_SECTION] ?? positions.length + 1
    const begin = firstThat(found.length, (index) => (found[index] as Found).end > from)
    const end = firstThat(found.length, (index) => (found[index] as Found).start >= to)
    const others = found.slice(begin, end).filter((each) => each !== current)
    CSS.highlights.set(HIT, new Highlight(...others.map((each) => rangeOf(target, each))))
    const marked = new Highlight(...(current ? [rangeOf(target, current)] : []))
    marked.priority = 1
    CSS.highlights.set(CURRENT, marked)
  }
  const drawSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const onScroll = (): void => {
    const slack = (scroller.clientHeight * BEYOND) / 2
    const { scrollTop, clientHeight } = scroller
    if (found.length > 0 && (scrollTop - slack < drawnFrom || scrollTop + clientHeight + slack > drawnTo)) drawSoon()
  }
  const clear = (): void => {
    CSS.highlights.delete(HIT)
    CSS.highlights.delete(CURRENT)
  }
  scroller.addEventListener('scroll', onScroll, { passive: true })
  const resized = new ResizeObserver(() => {
    if (found.length > 0) drawSoon()
  })
  resized.observe(scroller)

  return {
    plugin: new Plugin({
      view: (made) => {
        view = made
        return {
          // Drawn highlights split the text's nodes, which the ranges stand in.
          update: () => {
            if (found.length > 0) drawSoon()
          },
        }
      },
    }),
    show(wanted, chosen) {
      const nothing = wanted.length === 0 && found.length === 0
      found = wanted
      current = chosen
      if (nothing) return
      if (wanted.length > 0) drawSoon()
      else clear()
    },
    destroy() {
      if (frame !== 0) cancelAnimationFrame(frame)
      scroller.removeEventListener('scroll', onScroll)
      resized.disconnect()
      if (found.length > 0) clear()
    },
  }
}
