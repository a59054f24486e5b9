const WRITTEN =
  /^(\d{4})(?:(?:[-/.]|年)(\d{1,2})(?:(?:[-/.]|月)(\d{1,2})日?|月)?|年)?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

const two = (digits: string): string => digits.padStart(2, '0')

/**
 * A date as people and programs write it (`2021-12-30 08:26:54 +0800`, `2021/12`, `2021年12月30日`) as ISO 8601, as
 * far as it is known; undefined when it is none of these. A time without an offset stays without one, and fractions
 * of a second are dropped.
 */
export function isoDate(written: string): string | undefined {
  const match = WRITTEN.exec(written.trim())
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, zone] = match
  if (month === undefined) return hour === undefined && zone === undefined ? year : undefined
  if (Number(month) < 1 || Number(month) > 12) return undefined
  if (day === undefined) return hour === undefined && zone === undefined ? `${year}-${two(month)}` : undefined
  const date = `${year}-${two(month)}-${two(day)}`
  if (Number(day) < 1 || Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()) return undefined
  if (hour === undefined || minute === undefined) return zone === undefined ? date : undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined
  return `${date}T${two(hour)}:${minute}${second === undefined ? '' : `:${second}`}${isoZone(zone)}`
}

function isoZone(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (!/^[+-]/.test(zone)) return 'Z'
  return `${zone.slice(0, 3)}:${zone.slice(-2)}`
}
