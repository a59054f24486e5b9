import { z } from 'zod'

/** Where a window stands on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What is remembered of the window. Without `bounds` the system places it. */
export interface WindowPlace {
  readonly bounds: Rectangle | null
  readonly maximised: boolean
}

/** The smallest size at which the three panes can be used. */
export const SMALLEST = { width: 800, height: 560 } as const
/** The size of the first start. */
export const USUAL = { width: 1280, height: 840 } as const

const NOWHERE: WindowPlace = { bounds: null, maximised: false }

const whole = z.number().int()
const stored = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole.positive(), height: whole.positive() }).nullable(),
  maximised: z.boolean(),
})

/** The part of a title bar that must be on a screen for the window to be caught with the mouse, in pixels. */
const GRIP = 80

const showsGrip = (window: Rectangle, screen: Rectangle): boolean =>
  window.x + window.width >= screen.x + GRIP &&
  window.x <= screen.x + screen.width - GRIP &&
  window.y >= screen.y &&
  window.y <= screen.y + screen.height - GRIP

/**
 * The place that a file's text remembers, at least `SMALLEST` large. A place that is on none of the `screens` any more
 * is forgotten, so that the window cannot open where nobody sees it.
 */
export function placeFrom(text: string, screens: readonly Rectangle[]): WindowPlace {
  let place: WindowPlace
  try {
    place = stored.parse(JSON.parse(text))
  } catch {
    return NOWHERE
  }
  const { bounds, maximised } = place
  if (!bounds || !screens.some((screen) => showsGrip(bounds, screen))) return { bounds: null, maximised }
  const width = Math.max(bounds.width, SMALLEST.width)
  const height = Math.max(bounds.height, SMALLEST.height)
  return { bounds: { ...bounds, width, height }, maximised }
}
