import type { Time } from '../model/ids'

/** `2026-11-22 13:06:23` in the time zone: sorts as it reads. */
const clock = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
const zones = new Map<string, Intl.DateTimeFormat>()

function inZone(time: Time, timeZone: string): string {
  let format = zones.get(timeZone)
  if (!format) {
    format = clock(timeZone)
    zones.set(timeZone, format)
  }
  return format.format(time)
}

/** Since 1973 every zone has been whole quarters of an hour from UTC, so that all of such a quarter is on one day. */
const QUARTER = 15 * 60 * 1000
const QUARTERS_FROM = Date.UTC(1973, 0, 1)
const MOST_DAYS = 10_000
const days = new Map<string, string>()

/**
 * The day in the time zone (IANA), as `2026-11-22`. Throws a RangeError for a zone that does not exist. A report asks it
 * several times for each passage, so it is looked up once for each quarter of an hour.
 */
export function dayIn(time: Time, timeZone: string): string {
  if (!(time >= QUARTERS_FROM)) return inZone(time, timeZone).slice(0, 10)
  const key = `${Math.floor(time / QUARTER)} ${timeZone}`
  const known = days.get(key)
  if (known !== undefined) return known
  const day = inZone(time, timeZone).slice(0, 10)
  if (days.size >= MOST_DAYS) days.clear()
  days.set(key, day)
  return day
}

/** Day and time in the time zone, as `2026-11-22T13:06:23`, which Obsidian reads as a date property. */
export const timeIn = (time: Time, timeZone: string): string => inZone(time, timeZone).replace(' ', 'T')

/** The moment in UTC, as ISO 8601 writes it: `2026-11-22T05:06:23.000Z`. */
export const utc = (time: Time): string => new Date(time).toISOString()
