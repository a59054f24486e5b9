/** The colours of a chart as `#rrggbb`, so that what is exported looks as it does here, in any program. */
export interface ChartLook {
  readonly ink: string
  readonly second: string
  readonly rule: string
  readonly paper: string
  readonly accent: string
  /** The colour of a theme; the accent where it has none. */
  readonly theme: (id: string) => string
}

/** Any CSS colour as `#rrggbb`: drawn on one pixel, for other programs know no oklch(). */
function hex(colour: string): string {
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return colour
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
  return `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`
}

/** The look of the scheme that is shown now. */
export function chartLook(): ChartLook {
  const probe = document.createElement('span')
  document.body.append(probe)
  const known = new Map<string, string>()
  const resolved = (value: string): string => {
    const made = known.get(value)
    if (made) return made
    document.body.append(probe)
    probe.style.color = ''
    probe.style.color = value
    const found = hex(getComputedStyle(probe).color)
    probe.remove()
    known.set(value, found)
    return found
  }
  const accent = resolved('var(--azurite)')
  const root = getComputedStyle(document.documentElement)
  return {
    ink: resolved('var(--ink)'),
    second: resolved('var(--ink-second)'),
    rule: resolved('var(--rule)'),
    paper: resolved('var(--paper)'),
    accent,
    theme: (id) => (root.getPropertyValue(`--theme-${id}`) === '' ? accent : resolved(`var(--theme-${id})`)),
  }
}

/** Two colours mixed, by how much of the second: 0 to 1. Both `#rrggbb`, mixed in sRGB. */
export function mixed(one: string, other: string, part: number): string {
  const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
  const mix = (at: number): string =>
    Math.round(channel(one, at) * (1 - part) + channel(other, at) * part)
      .toString(16)
      .padStart(2, '0')
  return `#${mix(1)}${mix(3)}${mix(5)}`
}

/** The relative luminance of a colour `#rrggbb`, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const channel = (at: number): number => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** The one of two colours that is told better from the ground, by the contrast of WCAG 2.2. All `#rrggbb`. */
export function legibleOn(ground: string, one: string, other: string): string {
  const contrast = (colour: string): number => {
    const [low = 0, high = 0] = [luminance(ground), luminance(colour)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  return contrast(one) >= contrast(other) ? one : other
}
