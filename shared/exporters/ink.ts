import type { Pigment, ThemeColour } from '../model/theme'

/** The pigments on white paper, in sRGB: what the window's light scheme has in OKLCH, for formats that know no other. */
const INKS: Readonly<Record<Pigment, string>> = {
  cinnabar: '#da4433',
  azurite: '#3275b4',
  gamboge: '#dfb127',
  malachite: '#499971',
  rouge: '#b83b76',
  ochre: '#a36b44',
  indigo: '#225f7e',
  rosewood: '#784d96',
}
/** A colour that came from a file is trusted to be one only when it looks like one. */
const OWN = /^#[0-9a-f]{6}$/i
const GREY = '#888888'
/** How much of its colour a highlight has on the page; the rest is paper, so that black words stay well readable. */
const WASH = 0.28

/** A theme's colour as `#rrggbb`; grey for what is no colour. */
export function inkOf(colour: ThemeColour): string {
  if (!colour.startsWith('#')) return INKS[colour as Pigment] ?? GREY
  return OWN.test(colour) ? colour.toLowerCase() : GREY
}

const channels = (ink: string): number[] => [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16))

/**
 * The ground of words that are highlighted in these colours, as `#rrggbb`: their mean, thinned with white. Where several
 * highlights lie over each other it is a little stronger. Grey for no colours.
 */
export function washOf(colours: readonly ThemeColour[]): string {
  const inks = (colours.length === 0 ? [GREY] : colours.map(inkOf)).map(channels)
  const strength = Math.min(0.5, WASH + (inks.length - 1) * 0.08)
  return `#${[0, 1, 2]
    .map((channel) => inks.reduce((sum, ink) => sum + (ink[channel] as number), 0) / inks.length)
    .map((value) => Math.round(255 - (255 - value) * strength))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}

/** `#e8c3b9` as Word and Excel write it: `E8C3B9`. */
export const fillOf = (ink: string): string => ink.slice(1).toUpperCase()
