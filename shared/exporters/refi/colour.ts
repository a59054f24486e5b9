import { PIGMENTS, type Pigment, type ThemeColour } from '../../model/theme'
import { inkOf } from '../ink'

const PIGMENT_OF = new Map<string, Pigment>(PIGMENTS.map((pigment) => [inkOf(pigment), pigment]))

/** The names of colours that programs write (CSS Color 4, the sixteen of HTML 4 and orange). */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#c0c0c0',
  gray: '#808080',
  white: '#ffffff',
  maroon: '#800000',
  red: '#ff0000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  yellow: '#ffff00',
  navy: '#000080',
  blue: '#0000ff',
  teal: '#008080',
  aqua: '#00ffff',
  orange: '#ffa500',
}

/** A colour as it was read, and whether the standard allows it so (`#rgb` and `#rrggbb`). */
export interface ReadColour {
  readonly colour: ThemeColour
  readonly standard: boolean
}

/** `rgb(255, 0, 0)` without `#`, so that it is no colour by the standard; anything else as it is. */
function hexOf(plain: string): string {
  const [found, ...parts] = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\b/.exec(plain) ?? []
  if (!found || parts.some((part) => Number(part) > 255)) return plain
  return parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')
}

/**
 * The colour that is meant: `#rrggbb`, `#rgb`, `#aarrggbb` as NVivo writes it, with or without `#`, or a name of HTML.
 * Also `rgb(r, g, b)` as CSS has it. A colour that a pigment has is that pigment. Undefined when it is none.
 */
export function readColour(written: string): ReadColour | undefined {
  const plain = hexOf(written.trim().toLowerCase())
  const [, sign, digits] = /^(#?)([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(plain) ?? []
  if (digits === undefined) {
    const named = Object.hasOwn(NAMED, plain) ? NAMED[plain] : undefined
    return named === undefined ? undefined : { colour: named as ThemeColour, standard: false }
  }
  const rgb = `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits.slice(-6)}` as const
  return { colour: PIGMENT_OF.get(rgb) ?? rgb, standard: sign === '#' && digits.length !== 8 }
}
