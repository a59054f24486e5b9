import type { Found } from './found'

/**
 * How lines are ordered: as they stand (documents in library order), by the words that were found, by what stands before
 * or after them, by the title of the document or its date. Lines that are alike stay as they stand.
 */
export const LINE_ORDERS = ['text', 'found', 'left', 'right', 'document', 'date'] as const
export type LineOrder = (typeof LINE_ORDERS)[number]

/** How many characters around a place, or of the words found, take part in the order. */
const DEPTH = 12
const UNITS = 0x10000
/** Ends what takes part in the order: no character, and before all of them. */
const END = 0
/** Ends a paragraph. */
const LINE_FEED = 10

/** Where in the library a source stands, by its index among the sources. */
export type Rank = (source: number) => number

/** The ranks of UTF-16 units in the order of a language, of those that were asked for so far. */
let known: { readonly locale: string; readonly seen: Uint8Array; readonly ranks: Uint16Array } | null = null

/** The rank of each UTF-16 unit among those seen, in the order of a language, from 1; `END` has 0. */
function ranksOf(seen: Uint8Array, locale: string): Uint16Array {
  if (known?.locale === locale) {
    const before = known.seen
    if (seen.every((isSeen, unit) => isSeen === 0 || before[unit] === 1)) return known.ranks
    before.forEach((isSeen, unit) => {
      if (isSeen === 1) seen[unit] = 1
    })
  }
  const collator = new Intl.Collator(locale)
  const units = [...seen.keys()].filter((unit) => seen[unit] === 1 && unit !== END)
  units.sort((one, other) => collator.compare(String.fromCharCode(one), String.fromCharCode(other)) || one - other)
  const ranks = new Uint16Array(UNITS)
  units.forEach((unit, i) => {
    ranks[unit] = i + 1
  })
  known = { locale, seen, ranks }
  return ranks
}

/** The units that stand at each place, nearest first: a column for each of them, with `END` where there are no more. */
function contexts(found: Found, order: 'found' | 'left' | 'right', seen: Uint8Array): Uint16Array[] {
  const columns = Array.from({ length: DEPTH }, () => new Uint16Array(found.length))
  const step = order === 'left' ? -1 : 1
  found.sources.forEach(({ folded }, source) => {
    const [first, last] = found.placesOf(source)
    for (let place = first; place < last; place++) {
      const end = order === 'found' ? Math.min(found.end(place), folded.length) : folded.length
      let at = order === 'left' ? found.start(place) - 1 : order === 'right' ? found.end(place) : found.start(place)
      for (let depth = 0; depth < DEPTH && at >= 0 && at < end; depth++, at += step) {
        const unit = folded.charCodeAt(at)
        if (unit === LINE_FEED) break
        ;(columns[depth] as Uint16Array)[place] = unit
        seen[unit] = 1
      }
    }
  })
  return columns
}

/** Puts numbers in the order of a column of small keys, those of the same key as they were (a counting sort). */
function sortedBy(numbers: Uint32Array, keyOf: Uint16Array, ranks: Uint16Array): Uint32Array {
  const begins = new Uint32Array(UNITS + 1)
  for (const number of numbers) {
    const next = (ranks[keyOf[number] as number] as number) + 1
    begins[next] = (begins[next] as number) + 1
  }
  for (let key = 0; key < UNITS; key++) begins[key + 1] = (begins[key + 1] as number) + (begins[key] as number)
  const sorted = new Uint32Array(numbers.length)
  for (const number of numbers) {
    const key = ranks[keyOf[number] as number] as number
    sorted[begins[key] as number] = number
    begins[key] = (begins[key] as number) + 1
  }
  return sorted
}

/** The sources in an order, by their indexes. */
function sourcesInOrder(found: Found, order: LineOrder, locale: string, libraryRank: Rank): number[] {
  const ranks = found.sources.map((_, source) => libraryRank(source))
  const collator = new Intl.Collator(locale, { numeric: true })
  const [titles, dates] = [found.sources.map(({ title }) => title), found.sources.map(({ date }) => date ?? '\uffff')]
  const compare = (one: number, other: number): number => {
    if (order === 'document') return collator.compare(titles[one] as string, titles[other] as string)
    if (order !== 'date' || dates[one] === dates[other]) return 0
    return (dates[one] as string) < (dates[other] as string) ? -1 : 1
  }
  return found.sources
    .map((_, source) => source)
    .sort((one, other) => compare(one, other) || (ranks[one] as number) - (ranks[other] as number) || one - other)
}

/** The places source by source, as they stand in each. */
function placesIn(found: Found, sources: readonly number[]): Uint32Array {
  const numbers = new Uint32Array(found.length)
  let at = 0
  for (const source of sources) {
    const [from, until] = found.placesOf(source)
    for (let place = from; place < until; place++) numbers[at++] = place
  }
  return numbers
}

/**
 * The numbers of the places in an order. `locale` is a BCP 47 tag; contexts are compared without what a search overlooks,
 * character by character from the last to the first (radix sort), which takes the same time however they are.
 */
export function lineOrder(found: Found, order: LineOrder, locale: string, libraryRank: Rank): Uint32Array {
  const isOfSources = order === 'text' || order === 'document' || order === 'date'
  let numbers = placesIn(found, sourcesInOrder(found, isOfSources ? order : 'text', locale, libraryRank))
  if (isOfSources) return numbers
  const seen = new Uint8Array(UNITS)
  const columns = contexts(found, order, seen)
  const ranks = ranksOf(seen, locale)
  for (const column of columns.reverse()) {
    if (column.some((unit) => unit !== END)) numbers = sortedBy(numbers, column, ranks)
  }
  return numbers
}
