import type { Appearance } from '../store'

/** Text sizes stay between these factors of the usual one. */
const SIZES = { least: 0.7, most: 2, step: 0.1 } as const

/** The text size one step larger (1) or smaller (-1). */
export const resized = (size: number, by: 1 | -1): number =>
  Math.round(Math.min(SIZES.most, Math.max(SIZES.least, size + by * SIZES.step)) * 10) / 10

/** The factors by which the whole window is enlarged, in order. */
export const ZOOMS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

/** The next larger (1) or smaller (-1) factor; the last one is the end. */
export function zoomed(zoom: number, by: 1 | -1): number {
  const next = by === 1 ? ZOOMS.find((each) => each > zoom) : ZOOMS.findLast((each) => each < zoom)
  return next ?? zoom
}

/** What can be chosen about how the text is set, in the order in which it is offered. */
export const CHOICES = {
  scheme: ['light', 'dark', 'sepia', 'system'],
  font: ['serif', 'sans'],
  measure: ['narrow', 'usual', 'wide'],
  spacing: ['close', 'usual', 'open'],
  alignment: ['byScript', 'justified', 'ragged'],
  stripes: ['right', 'left', 'hidden'],
  snap: ['off', 'words', 'sentences'],
  citation: ['plain', 'gb7714', 'chicago', 'apa'],
} as const satisfies { readonly [K in keyof Appearance]?: readonly Appearance[K][] }
export type Choice = keyof typeof CHOICES

/** The appearance's next value of `what`, after the last again the first. */
export function nextOf<C extends Choice>(what: C, appearance: Appearance): Partial<Appearance> {
  const offered: readonly string[] = CHOICES[what]
  return { [what]: offered[(offered.indexOf(appearance[what]) + 1) % offered.length] }
}

/** Dresses the window: the style sheets read these attributes of its root. */
export function dress(root: HTMLElement, appearance: Appearance, systemIsDark: boolean): void {
  const { scheme, font, measure, spacing, alignment, numbers, stripes } = appearance
  const shown = scheme === 'system' ? (systemIsDark ? 'dark' : 'light') : scheme
  Object.assign(root.dataset, { scheme: shown, font, measure, spacing, alignment, stripes, numbers: String(numbers) })
  root.style.setProperty('--text-scale', String(appearance.textSize))
}
