const SECOND = 1000
const DAY = 86_400 * SECOND
/** Serial dates below 1 are times of day; the reader puts them on the day before 1900-01-01. */
const FIRST_DAY = Date.UTC(1899, 11, 31)

/**
 * The words of a spreadsheet's cell: a date as ISO 8601 (a time of day alone as `08:26:54`), a number with the 15
 * digits that a spreadsheet has, a truth value as TRUE or FALSE; empty for an empty cell.
 */
export function cellWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateWords(value.getTime())
  if (typeof value === 'number') return String(Number(value.toPrecision(15)))
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

function dateWords(time: number): string {
  const exact = new Date(Math.round(time / SECOND) * SECOND)
  if (Number.isNaN(exact.getTime())) return ''
  const iso = exact.toISOString()
  const clock = iso.slice(-13, -5)
  if (exact.getTime() < FIRST_DAY) return clock
  const day = iso.slice(0, -14)
  return exact.getTime() % DAY === 0 ? day : `${day}T${clock}`
}
