import type { ThemeId } from '#shared/model/ids'
import { PIGMENTS, type Theme, type ThemeColour } from '#shared/model/theme'

/** The CSS colour of a theme's colour, which follows the light or dark scheme where it is a pigment. */
export const cssColour = (colour: ThemeColour): string => (colour.startsWith('#') ? colour : `var(--${colour})`)

export const PALETTE: readonly ThemeColour[] = PIGMENTS

const sheet = new CSSStyleSheet()
let painted: ReadonlyMap<ThemeId, ThemeColour> = new Map()

/**
 * Sets `--theme-<id>` for every theme in one style sheet: the text, the chips and the lists only name the property, so
 * that a theme given another colour repaints at once and nothing is drawn anew. Themes of the same colours as before set
 * nothing: a sheet that is replaced has the style of the whole window worked out again.
 */
export function paintThemes(themes: readonly Theme[]): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
  if (themes.length === painted.size && themes.every(({ id, colour }) => painted.get(id) === colour)) return
  painted = new Map(themes.map(({ id, colour }) => [id, colour]))
  const rules = themes.map((theme) => `--theme-${theme.id}: ${cssColour(theme.colour)};`)
  sheet.replaceSync(`:root { ${rules.join(' ')} }`)
}
