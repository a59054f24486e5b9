import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from '@recogito/text-annotator'
import css from '@recogito/text-annotator/text-annotator.css?inline'
import type { Evenness } from './evenness'
import { frameWhere, jumpToMiddle, scrollEvenly, untilShown } from './frames'
import { spansOf, textOf, type Wanted } from './library'
import type { Span } from './text'

const SPAN = '.r6o-annotation'
let scroller: HTMLElement | null = null
let annotator: TextAnnotator | null = null
let plain = ''

/** The peer counts in the characters of its paragraphs, between which there is nothing. */
const annotationOf = ({ start, end }: Span, id: string): TextAnnotation =>
  ({
    id,
    bodies: [{ id: `${id}-0`, annotation: id, purpose: 'tagging', value: 'theme' }],
    target: { annotation: id, selector: [{ quote: plain.slice(start, end), start, end }] },
  }) as unknown as TextAnnotation

/**
 * Shows the text in paragraphs over our reader, in a scroller of its size and in its type, with the same highlights
 * drawn by the peer's span renderer. Gives the milliseconds from before the first node was made until it is painted.
 */
export async function openPeer(wanted: Wanted): Promise<number> {
  const blocks = textOf(wanted)
  const spans = spansOf(wanted, blocks)
  let index = 0
  let after = (blocks[0]?.text.length ?? 0) + 1
  const shifted = spans.map(({ start, end }) => {
    while (after <= start) {
      index += 1
      after += (blocks[index]?.text.length ?? 0) + 1
    }
    return { start: start - index, end: end - index }
  })
  plain = blocks.map((block) => block.text).join('')
  const annotations = shifted.map((span, at) => annotationOf(span, `peer-${at}`))
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
  const ours = document.querySelector<HTMLElement>('.reader-scroll')
  const type = getComputedStyle(document.querySelector('.page-text') ?? document.body)
  const place = ours?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight)

  const began = performance.now()
  const outer = document.createElement('div')
  const style = { position: 'fixed', overflow: 'hidden auto', zIndex: '100', background: 'white', color: 'black' }
  const box = { left: `${place.x}px`, top: `${place.y}px`, width: `${place.width}px`, height: `${place.height}px` }
  Object.assign(outer.style, style, box, { fontFamily: type.fontFamily, fontSize: type.fontSize })
  const container = document.createElement('div')
  Object.assign(container.style, { width: '38em', margin: '0 auto', lineHeight: '2', userSelect: 'text' })
  for (const block of blocks) {
    const paragraph = document.createElement('p')
    paragraph.textContent = block.text
    container.append(paragraph)
  }
  outer.append(container)
  document.body.append(outer)
  scroller = outer
  annotator = createTextAnnotator(container, { renderer: 'SPANS', annotatingEnabled: true }) as TextAnnotator
  annotator.setAnnotations(annotations)
  return (await frameWhere(isDrawn)) - began
}

/** Whether a span of the peer's is in view; a point does not hit them, and it makes only those near the view. */
const isDrawn = (): boolean => {
  const { top, bottom } = opened().getBoundingClientRect()
  return [...opened().querySelectorAll(SPAN)].some((span) => {
    const rect = span.getBoundingClientRect()
    return rect.height > 0 && rect.bottom > top && rect.top < bottom
  })
}

/** The milliseconds from before adding one annotation until its span is painted. */
export function addToPeer(at: number): Promise<number> {
  const id = `peer-new-${at}`
  // In view at the top: the peer draws nothing else.
  const span = { start: 10 + at * 25, end: 18 + at * 25 }
  if (!annotator || !scroller) throw new Error('The peer is not open.')
  const annotation = annotationOf(span, id)
  const into = annotator
  const isNew = (element: Element): boolean => element instanceof HTMLElement && element.dataset.annotation === id
  return untilShown(scroller, isNew, () => {
    const began = performance.now()
    into.addAnnotation(annotation)
    return began
  })
}

const opened = (): HTMLElement => {
  if (!scroller) throw new Error('The peer is not open.')
  return scroller
}
export const scrollPeer = (speed: number): Promise<Evenness> => scrollEvenly(opened(), speed)
export const jumpPeer = (): Promise<number> => jumpToMiddle(opened(), isDrawn)
export const peerSpeed = (): number => opened().scrollHeight / 3
export function closePeer(): void {
  annotator?.destroy()
  scroller?.remove()
}
