import type { TimeSpan } from '../../model/document'

const TIME = String.raw`(?:(\d{1,4})[:：])?(\d{1,2})[:：](\d{1,2})(?:[.,，．](\d{1,9}))?`
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-{1,3}>\s*${TIME}(?:\s+(\S.*))?$`)
/** A line that was meant to be one: an arrow with something like a time on one side. */
const ARROW = /^\s*[\d:.,：，]+\s*-->|^[^-]*-->\s*\d[\d:.,：，]*\s*$|^\s*-->\s*$/

/** The line above a subtitle that says when it is shown. */
export interface Timing {
  /** Milliseconds; absent where the line's times cannot be read, or where the end is before the beginning. */
  readonly time?: TimeSpan
  /** Where on the screen it stands (`line:80% align:start`), as it is written. */
  readonly settings?: string
  /** Whether something is wrong with its times. */
  readonly broken: boolean
}

/**
 * What a timing line says (`00:01:02,500 --> 00:01:04,000`, WebVTT also without hours and with settings behind);
 * undefined for a line that is none. A line that has the arrow and times that cannot be read is one, and broken.
 */
export function timingOf(line: string): Timing | undefined {
  if (!line.includes('->') || line.length > 1_000) return undefined
  const match = TIMING.exec(line)
  if (!match) return ARROW.test(line) ? { broken: true } : undefined
  const start = milliseconds(match.slice(1, 5))
  const end = milliseconds(match.slice(5, 9))
  const settings = match[9]?.trim()
  const time = start === undefined ? undefined : { start, ...(end !== undefined && end >= start && { end }) }
  return { ...(time && { time }), ...(settings && { settings }), broken: time?.end === undefined }
}

/** Hours, minutes, seconds and the digits of a fraction as milliseconds; undefined when a minute has more than 59 seconds. */
function milliseconds([hours = '0', minutes, seconds, fraction = '']: readonly (string | undefined)[]) {
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return whole * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
}
