/** A document in which a phrase stands. */
export interface DatedDocument {
  readonly id: string
  /** ISO 8601 as far as it is known; a year, a month or a day. */
  readonly date?: string
}

/** When a phrase is met. */
export interface PhraseHistory {
  /** The earliest document with a date in which it stands; undefined when none has a date. */
  readonly first?: { readonly document: string; readonly date: string } | undefined
  /** How often in each period, in order, without gaps between the first and the last; empty without dates. */
  readonly periods: readonly {
    readonly period: string
    readonly count: number
  }[]
  /** How many places stand in documents without a date. */
  readonly undated: number
}

/** More periods than this are not drawn one by one: years are taken, not months. */
const MONTHS = 36

/** How often a phrase stands in each dated document, and in those without a date; `places` are indexes into documents. */
function byDocument(documents: readonly DatedDocument[], places: Uint32Array) {
  const dated: {
    readonly document: string
    readonly date: string
    count: number
  }[] = []
  let [undated, last] = [0, -1]
  for (const place of places) {
    const { id, date } = documents[place] as DatedDocument
    const before = place === last ? dated.at(-1) : undefined
    if (before) before.count++
    else if (date && /^\d{4}/.test(date)) dated.push({ document: id, date, count: 1 })
    else undated++
    last = date ? place : -1
  }
  return { dated, undated }
}

/** The first and the last of some dated documents; of those of one date the first that is named. */
function ends<T extends { readonly date: string }>(dated: readonly T[]): readonly [first: T, last: T] | null {
  let [first, last] = [dated[0], dated[0]]
  if (!first || !last) return null
  for (const each of dated) {
    if (each.date < first.date) first = each
    if (each.date > last.date) last = each
  }
  return [first, last]
}

/** The earliest document with a date in which a phrase stands. `places` are the documents' indexes, ascending. */
export function firstAppearance(documents: readonly DatedDocument[], places: Uint32Array): PhraseHistory['first'] {
  const first = ends(byDocument(documents, places).dated)?.[0]
  return first && { document: first.document, date: first.date }
}

/** How a phrase appears and lives on, by the dates of the documents in which it stands: the index of one for each place. */
export function phraseHistory(documents: readonly DatedDocument[], places: Uint32Array): PhraseHistory {
  const { dated, undated } = byDocument(documents, places)
  const found = ends(dated)
  if (!found) return { periods: [], undated }
  const [first, last] = found
  const byMonth = dated.every(({ date }) => date.length >= 7)
  const months = byMonth ? monthsBetween(first.date, last.date) : null
  const width = months ? 7 : 4
  const periods = months ?? yearsBetween(first.date, last.date)
  const counts = new Map<string, number>()
  for (const { date, count } of dated) {
    const period = date.slice(0, width)
    counts.set(period, (counts.get(period) ?? 0) + count)
  }
  return {
    first: { document: first.document, date: first.date },
    periods: periods.map((period) => ({ period, count: counts.get(period) ?? 0 })),
    undated,
  }
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
