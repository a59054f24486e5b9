/** A document in which a phrase stands. */
export interface DatedDocument {
  readonly id: string
  /** ISO 8601 as far as it is known; a year, a month or a day. */
  readonly date?: string
}

/** When a phrase is met. */
export interface PhraseHistory {
  /** The earliest document with a date in which it stands; undefined when none has a date. */
  readonly first?: { readonly document: string; readonly date: string }
  /** How often in each period, in order, without gaps between the first and the last; empty without dates. */
  readonly periods: readonly { readonly period: string; readonly count: number }[]
  /** How many places stand in documents without a date. */
  readonly undated: number
}

/** More periods than this are not drawn one by one: years are taken, not months. */
const MONTHS = 36

/** How a phrase appears and lives on, by the dates of the documents in which it stands, one for each place. */
export function phraseHistory(documents: readonly DatedDocument[]): PhraseHistory {
  const dated = documents
    .flatMap(({ id, date }) => (date && /^\d{4}/.test(date) ? [{ document: id, date }] : []))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const undated = documents.length - dated.length
  const [first, last] = [dated[0], dated.at(-1)]
  if (!first || !last) return { periods: [], undated }
  const byMonth = dated.every(({ date }) => date.length >= 7)
  const months = byMonth ? monthsBetween(first.date, last.date) : null
  const width = months ? 7 : 4
  const periods = months ?? yearsBetween(first.date, last.date)
  const counts = new Map<string, number>()
  for (const { date } of dated) counts.set(date.slice(0, width), (counts.get(date.slice(0, width)) ?? 0) + 1)
  return { first, periods: periods.map((period) => ({ period, count: counts.get(period) ?? 0 })), undated }
}

/** From the first to the last month; null when they are too many. */
function monthsBetween(first: string, last: string): string[] | null {
  const number = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
  const [from, until] = [number(first), number(last)]
  if (!(until - from < MONTHS)) return null
  return Array.from({ length: until - from + 1 }, (_, i) => {
    const month = from + i
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

const yearsBetween = (first: string, last: string): string[] => {
  const [from, until] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  return Array.from({ length: until - from + 1 }, (_, i) => String(from + i).padStart(4, '0'))
}
