import type { EditorView } from 'prosemirror-view'
import type { DrawnHighlight } from './highlights'
import { assignLanes, type Laned, placeNames, type Stretch, settleLanes } from './lanes'
import type { Positions } from './positions'

/** CSS pixels from one lane to the next where there is room, and at least. */
const LANE_STEP = 7
const LEAST_STEP = 2.5
/** CSS pixels that a stripe is broad, and those that are left free beside it even where lanes are narrow. */
const STRIPE_WIDTH = 3
const LEAST_FREE = 1
/** CSS pixels from the outermost stripe to the names, and the height of a name. */
const NAME_GAP = 6
const NAME_HEIGHT = 17
/** Lanes that find room in the margin; what lies further out is drawn in the last. */
const MOST_LANES = 12
/**
 * How far beyond the window stripes are drawn, in heights of the window: on both sides while it rests, far ahead and
 * little behind while it scrolls, so that most of what is drawn is seen, and little when the next step leaves all that.
 */
const BEYOND = 1
const AHEAD = 2.5
const BEHIND = 0.5
const LITTLE = 0.5
/** They are drawn anew when less than this is left on a side, in heights of the window. */
const SLACK = 0.25

export interface StripesListener {
  onReach(highlight: string): void
  /** The pointer is on the stripe of this stretch; null when it has left. */
  onPreview(range: { readonly start: number; readonly end: number } | null): void
}

/** The side of the text on which stripes stand. */
export type Side = 'left' | 'right'

/** The margin beside the text: one thin stripe per theme of a highlight, its name beside it. */
export interface Stripes {
  /** Draws these from the next frame on; `highlights` in text order. */
  show(highlights: readonly DrawnHighlight[], names: ReadonlyMap<string, string>, side: Side): void
  destroy(): void
}

const stretchesOf = (highlights: readonly DrawnHighlight[]): Stretch[] =>
  highlights.flatMap(({ id, start, end, themes }) => themes.map((theme) => ({ highlight: id, theme, start, end })))

/** Draws stripes inside `scroller`. Only those near what is in view exist, so they cost a long document nothing. */
export function createStripes(
  scroller: HTMLElement,
  view: EditorView,
  positions: Positions,
  listener: StripesListener,
): Stripes {
  const layer = document.createElement('div')
  layer.className = 'stripes'
  layer.setAttribute('aria-hidden', 'true')
  scroller.append(layer)
  let laned: readonly Laned[] = []
  let names: ReadonlyMap<string, string> = new Map()
  let side: Side = 'right'
  let drawnFrom = 0
  let drawnTo = -1
  let lastTop = 0
  /** How far the last scrolling went, in CSS pixels; upwards it is negative. */
  let step = 0
  let frame = 0

  const offsetNear = (y: number): number => {
    const text = view.dom.getBoundingClientRect()
    const at = view.posAtCoords({
      left: text.left + text.width / 2,
      top: Math.min(Math.max(y, text.top + 1), text.bottom - 1),
    })
    return at ? positions.toOffset(at.pos) : 0
  }

  /** A click chooses the highlight, and leaves the keys with the text. */
  const reachedBy = (element: HTMLElement, { highlight }: Laned): void => {
    element.addEventListener('mousedown', (event) => event.preventDefault())
    element.addEventListener('click', () => {
      view.focus()
      listener.onReach(highlight)
    })
  }

  const stripe = (each: Laned, top: number, bottom: number, laneStep: number): HTMLElement => {
    const element = document.createElement('div')
    element.className = 'stripe'
    element.dataset.highlight = each.highlight
    element.title = names.get(each.theme) ?? ''
    const width = Math.min(STRIPE_WIDTH, laneStep - LEAST_FREE)
    const away = Math.min(each.lane, MOST_LANES - 1) * laneStep
    element.style.cssText = `top:${top}px;height:${bottom - top}px;width:${width}px;${side === 'right' ? 'left' : 'right'}:${away}px;--reach:${(width - laneStep) / 2}px;--colour:var(--theme-${each.theme});--strokes:var(--stripe-${each.theme}, var(--colour))`
    reachedBy(element, each)
    element.addEventListener('pointerenter', () => listener.onPreview(each))
    element.addEventListener('pointerleave', () => listener.onPreview(null))
    return element
  }

  const draw = (): void => {
    frame = 0
    const window = scroller.getBoundingClientRect()
    const [ahead, behind] =
      step === 0 ? [BEYOND, BEYOND] : Math.abs(step) > window.height / 2 ? [LITTLE, LITTLE] : [AHEAD, BEHIND]
    const above = window.height * (step < 0 ? ahead : behind)
    const below = window.height * (step < 0 ? behind : ahead)
    step = 0
    drawnFrom = scroller.scrollTop - above
    drawnTo = scroller.scrollTop + window.height + below
    const from = offsetNear(window.top - above)
    const to = offsetNear(window.bottom + below)
    const shift = scroller.scrollTop - window.top
    const section = view.dom.firstElementChild
    const style = section && getComputedStyle(section)
    const column = section?.getBoundingClientRect() ?? window
    const gap = Number.parseFloat(style?.getPropertyValue('--stripes-gap') || '0')
    const layerLeft =
      side === 'right'
        ? column.right - Number.parseFloat(style?.paddingRight ?? '0') - window.left + gap
        : column.left + Number.parseFloat(style?.paddingLeft ?? '0') - window.left - gap
    layer.style.left = `${layerLeft}px`
    const near = laned.filter((each) => each.start < to && each.end > from)
    const standing = settleLanes(
      near.map((each) => {
        const top = view.coordsAtPos(positions.toPos(Math.max(each.start, from)), 1).top + shift
        const bottom = view.coordsAtPos(positions.toPos(Math.min(each.end, to)), -1).bottom + shift
        return { each, lane: each.lane, top, bottom: Math.max(bottom, top + 4) }
      }),
    )
    const lanes = Math.min(
      MOST_LANES,
      standing.reduce((most, { lane }) => Math.max(most, lane + 1), 0),
    )
    const space = side === 'right' ? scroller.clientWidth - layerLeft - 2 : layerLeft - 2
    const share = Number.parseFloat(style?.getPropertyValue('--stripes-share') || '1')
    const fitting = Math.floor((2 * share * space) / Math.max(1, lanes)) / 2
    const laneStep = Math.min(LANE_STEP, Math.max(LEAST_STEP, fitting))
    const nameLeft = lanes * laneStep + NAME_GAP
    const nameRoom = space - nameLeft - (side === 'right' ? 0 : 10)
    const elements: HTMLElement[] = []
    const named: { name: string; top: number; each: Laned }[] = []
    for (const { each, lane, top, bottom } of standing) {
      elements.push(stripe({ ...each, lane }, top, bottom, laneStep))
      named.push({ name: names.get(each.theme) ?? '', top, each: { ...each, lane } })
    }
    named.sort((a, b) => a.top - b.top || a.each.lane - b.each.lane)
    const tops = placeNames(
      named.map(({ top }) => top),
      NAME_HEIGHT,
    )
    named.forEach(({ name, each }, at) => {
      const label = document.createElement('span')
      label.className = 'stripe-name'
      label.textContent = name
      label.title = name
      label.style.cssText = `top:${tops[at]}px;${side === 'right' ? 'left' : 'right'}:${nameLeft}px;max-width:${nameRoom}px`
      reachedBy(label, each)
      elements.push(label)
    })
    layer.replaceChildren(...elements)
  }
  const drawSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const onScroll = (): void => {
    const { scrollTop, clientHeight } = scroller
    const slack = clientHeight * SLACK
    step = scrollTop - lastTop
    lastTop = scrollTop
    if (scrollTop - slack < drawnFrom || scrollTop + clientHeight + slack > drawnTo) drawSoon()
  }
  scroller.addEventListener('scroll', onScroll, { passive: true })
  const resized = new ResizeObserver(drawSoon)
  resized.observe(view.dom)
  resized.observe(scroller)

  return {
    show(highlights, known, on) {
      laned = assignLanes(stretchesOf(highlights))
      names = known
      side = on
      drawSoon()
    },
    destroy() {
      if (frame !== 0) cancelAnimationFrame(frame)
      scroller.removeEventListener('scroll', onScroll)
      resized.disconnect()
      layer.remove()
    },
  }
}
