import { type Evenness, evennessOf } from './evenness'

/** Resolves right after the next frame: its style, layout and painting are done, its tiles are with the compositor. */
export const nextFrame = (): Promise<number> =>
  new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        done(performance.now())
      }
      port2.postMessage(null)
    })
  })

/** Resolves with the time of the first frame after which `holds`. Rejects after `patience` milliseconds. */
export async function frameWhere(holds: () => boolean, patience = 240_000): Promise<number> {
  const until = performance.now() + patience
  for (;;) {
    const at = await nextFrame()
    if (holds()) return at
    if (at > until) throw new Error(`Nothing was painted within ${patience / 1000} seconds.`)
  }
}

/**
 * Whether something that matches `selector` stands at one of 100 points spread over what is seen of `scroller`. It is
 * asked after each frame, so what takes no place anywhere is found out without looking at the points.
 */
export function isSeen(scroller: Element, selector: string): boolean {
  if (!scroller.querySelector(selector)) return false
  const { left, top, width, height } = scroller.getBoundingClientRect()
  for (let row = 0.5; row < 10; row += 1) {
    for (let column = 0.5; column < 10; column += 1) {
      const at = document.elementFromPoint(left + (width * column) / 10, top + (height * row) / 10)
      if (at?.closest(selector)) return true
    }
  }
  return false
}

/**
 * Calls `act`, waits until an element under `root` is what it asks for, be it new or an old one that was given other
 * attributes, and gives the milliseconds from what `act` returns until that is painted.
 */
export function untilShown(root: Element, isIt: (element: Element) => boolean, act: () => number): Promise<number> {
  return new Promise((done) => {
    const observer = new MutationObserver((records) => {
      const nodes = records.flatMap(({ target, addedNodes }) => [target, ...addedNodes])
      const elements = nodes.filter((node) => node instanceof Element)
      if (!elements.some((each) => isIt(each) || [...each.querySelectorAll('mark')].some(isIt))) return
      observer.disconnect()
      void nextFrame().then((at) => done(at - began))
    })
    observer.observe(root, { childList: true, subtree: true, attributes: true })
    const began = act()
  })
}

/** How often `idle` looks, in milliseconds; a task that keeps it waiting as long again was work. */
const LOOK_EVERY = 50

/** Resolves once nothing has changed in the window, and no long task has run there, for `quiet` milliseconds. */
export function idle(quiet = 500): Promise<void> {
  return new Promise((done) => {
    let last = performance.now()
    let since = last
    const observer = new MutationObserver(() => {
      since = performance.now()
    })
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
    const timer = setInterval(() => {
      const now = performance.now()
      if (now - last > 2 * LOOK_EVERY) since = now
      last = now
      if (now - since < quiet) return
      clearInterval(timer)
      observer.disconnect()
      done()
    }, LOOK_EVERY)
  })
}

/** Scrolls `scroller` down from its top, `speed` pixels a second, for `duration` milliseconds, a step each frame. */
export async function scrollEvenly(scroller: Element, speed: number, duration = 3000): Promise<Evenness> {
  scroller.scrollTop = 0
  await nextFrame()
  await nextFrame()
  const times: number[] = []
  await new Promise<void>((done) => {
    const step = (now: number): void => {
      times.push(now)
      const passed = now - (times[0] ?? now)
      scroller.scrollTop = (speed * passed) / 1000
      if (passed < duration) requestAnimationFrame(step)
      else done()
    }
    requestAnimationFrame(step)
  })
  return evennessOf(times)
}

/** Puts the middle of `scroller` into view and gives the milliseconds until `isThere` of a painted frame. */
export async function jumpToMiddle(scroller: Element, isThere: () => boolean): Promise<number> {
  scroller.scrollTop = 0
  await nextFrame()
  await nextFrame()
  const began = performance.now()
  scroller.scrollTop = scroller.scrollHeight / 2
  return (await frameWhere(isThere)) - began
}
