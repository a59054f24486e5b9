import type { Evenness } from './evenness'
import { frameWhere, isSeen, jumpToMiddle, scrollEvenly, untilShown } from './frames'
import type { Wanted } from './library'

const MARK = 'mark[data-highlight]'

function found(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`The window has no ${selector}.`)
  return element
}
const scroller = (): HTMLElement => found('.reader-scroll')
const page = (): HTMLElement => found('.page-text')

/** Milliseconds from the click until something has been painted. */
export interface Opening {
  /** The text in view. */
  readonly text: number
  /** The text in view with its highlights. */
  readonly highlights: number
  /** Every highlight of the document, in view or not. */
  readonly whole: number
}

let opening: Promise<Opening> | null = null

/** Begins to wait for the next click; `opened` tells of the document that it opens. */
export function awaitOpening({ title, highlights }: Wanted): void {
  const shows = (selector: string): boolean =>
    document.querySelector(`.page-text[aria-label="${title}"]`) !== null && isSeen(scroller(), selector)
  const follow = async (began: number): Promise<Opening> => {
    const text = await frameWhere(() => shows('.block'))
    const marks = shows(MARK) ? text : await frameWhere(() => shows(MARK))
    const all = page().getElementsByTagName('mark')
    const whole = await frameWhere(() => all.length >= highlights)
    return { text: text - began, highlights: marks - began, whole: whole - began }
  }
  opening = new Promise((done, failed) => {
    const onClick = (event: MouseEvent): void => void follow(event.timeStamp).then(done, failed)
    window.addEventListener('click', onClick, { capture: true, once: true })
  })
}

/** How long the document took to open. */
export function opened(): Promise<Opening> {
  if (!opening) throw new Error('No click was waited for.')
  return opening
}

/** Gives the keys to the text. */
export const focusText = (): void => page().focus()

let marking: Promise<number> | null = null

/** Begins to wait for the next key; `marked` tells of the highlight that it makes. */
export function awaitMark(): void {
  const known = new Set([...page().querySelectorAll<HTMLElement>(MARK)].map(({ dataset }) => dataset.highlight))
  const isNew = (element: Element): boolean =>
    element instanceof HTMLElement && element.matches(MARK) && !known.has(element.dataset.highlight)
  marking = new Promise((done, failed) => {
    const onKey = (event: KeyboardEvent): void =>
      void untilShown(page(), isNew, () => event.timeStamp).then(done, failed)
    window.addEventListener('keydown', onKey, { capture: true, once: true })
  })
}

/** The milliseconds from the key until the highlight has been painted. */
export function marked(): Promise<number> {
  if (!marking) throw new Error('No key was waited for.')
  return marking
}

export const scrollOurs = (speed: number): Promise<Evenness> => scrollEvenly(scroller(), speed)
export const jumpOurs = (): Promise<number> => jumpToMiddle(scroller(), () => isSeen(scroller(), MARK))
/** Pixels a second that go through the whole document in three seconds. */
export const wholeSpeed = (): number => scroller().scrollHeight / 3
