import type { ThemeId } from '#shared/model/ids'
import { PIGMENTS, type ThemeColour } from '#shared/model/theme'

/** The CSS colour of a theme's colour, which follows the light or dark scheme where it is a pigment. */
export const cssColour = (colour: ThemeColour): string => (colour.startsWith('#') ? colour : `var(--${colour})`)

export const PALETTE: readonly ThemeColour[] = PIGMENTS

/** What is painted: a theme, or a live theme, whose stripe is broken into strokes because nobody gave it by hand. */
export interface Painted {
  readonly id: ThemeId
  readonly colour: ThemeColour
  readonly isLive?: boolean
}

/** A stripe of strokes, in CSS pixels. */
const strokes = (id: string): string =>
  `--stripe-${id}: repeating-linear-gradient(var(--theme-${id}) 0 6px, transparent 6px 9px);`

const sheet = new CSSStyleSheet()
let painted: ReadonlyMap<ThemeId, ThemeColour> = new Map()

/**
 * Sets `--theme-<id>` for every theme in one style sheet, and `--stripe-<id>` for every live theme: the text, the chips and the lists only name the property, so
 * that a theme given another colour repaints at once and nothing is drawn anew. Themes of the same colours as before set
 * nothing: a sheet that is replaced has the style of the whole window worked out again.
 */
export function paintThemes(themes: readonly Painted[]): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
  if (themes.length === painted.size && themes.every(({ id, colour }) => painted.get(id) === colour)) return
  painted = new Map(themes.map(({ id, colour }) => [id, colour]))
  const rules = themes.map(
    ({ id, colour, isLive }) => `--theme-${id}: ${cssColour(colour)};${isLive ? strokes(id) : ''}`,
  )
  sheet.replaceSync(`:root { ${rules.join(' ')} }`)
}
