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

/** The day in the time zone (IANA), as `2026-11-22`. Throws a RangeError for a zone that does not exist. */
export const dayIn = (time: Time, timeZone: string): string => inZone(time, timeZone).slice(0, 10)

/** Day and time in the time zone, as `2026-11-22T13:06:23`, which Obsidian reads as a date property. */
export const timeIn = (time: Time, timeZone: string): string => inZone(time, timeZone).replace(' ', 'T')

/** The moment in UTC, as ISO 8601 writes it: `2026-11-22T05:06:23.000Z`. */
export const utc = (time: Time): string => new Date(time).toISOString()
