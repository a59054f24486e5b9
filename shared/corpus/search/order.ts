import type { Found } from './found'

/**
 * How lines are ordered: as they stand (documents in library order), by the words that were found, by what stands before
 * or after them, by the title of the document or its date. Lines that are alike stay as they stand.
 */
export const LINE_ORDERS = ['text', 'found', 'left', 'right', 'document', 'date'] as const
export type LineOrder = (typeof LINE_ORDERS)[number]

/** How many characters around a place, or of the words found, take part in the order. */
const DEPTH = 12
/** How many ranks fit into one number that is still exact. */
const PACKED = 3

/** The rank of each UTF-16 unit among those of the texts found, in the order of a language; 0 ends a paragraph. */
function ranksOf(found: Found, locale: string): Uint16Array {
  const seen = new Uint8Array(0x10000)
  for (const { folded } of found.sources) {
    for (let i = 0; i < folded.length; i++) seen[folded.charCodeAt(i)] = 1
  }
  const collator = new Intl.Collator(locale)
  const units = [...seen.keys()].filter((unit) => seen[unit] === 1 && unit !== 10)
  units.sort((one, other) => collator.compare(String.fromCharCode(one), String.fromCharCode(other)) || one - other)
  const ranks = new Uint16Array(0x10000)
  units.forEach((unit, i) => {
    ranks[unit] = i + 1
  })
  return ranks
}

/** The ranks of what stands at each place, nearest first: `DEPTH / PACKED` numbers for each, the heaviest first. */
function contextKeys(found: Found, order: 'found' | 'left' | 'right', locale: string): Float64Array[] {
  const ranks = ranksOf(found, locale)
  const columns = Array.from({ length: DEPTH / PACKED }, () => new Float64Array(found.length))
  const step = order === 'left' ? -1 : 1
  for (let place = 0; place < found.length; place++) {
    const { folded } = found.source(place)
    const end = order === 'found' ? found.end(place) : folded.length
    let at = order === 'left' ? found.start(place) - 1 : order === 'right' ? found.end(place) : found.start(place)
    for (const column of columns) {
      let packed = 0
      for (let i = 0; i < PACKED; i++) {
        const rank = at >= 0 && at < end ? (ranks[folded.charCodeAt(at)] as number) : 0
        packed = packed * 0x10000 + rank
        at = rank === 0 ? -1 : at + step
      }
      column[place] = packed
    }
  }
  return columns
}

/** What each place has in common with the others of its text, as one number: its text's rank. */
function sourceKeys(
  found: Found,
  order: 'text' | 'document' | 'date',
  locale: string,
  libraryRank: Rank,
): Float64Array[] {
  const indexes = found.sources.map((_, i) => i)
  const asTheyStand = [...indexes].sort((one, other) => libraryRank(one) - libraryRank(other) || one - other)
  const place = new Map(asTheyStand.map((source, i) => [source, i]))
  const collator = new Intl.Collator(locale, { numeric: true })
  const [titles, dates] = [found.sources.map(({ title }) => title), found.sources.map(({ date }) => date ?? '\uffff')]
  const compare = (one: number, other: number): number => {
    if (order === 'document') return collator.compare(titles[one] as string, titles[other] as string)
    if (order === 'date')
      return (dates[one] as string) < (dates[other] as string) ? -1 : dates[one] === dates[other] ? 0 : 1
    return 0
  }
  const sorted = indexes.sort(
    (one, other) => compare(one, other) || (place.get(one) as number) - (place.get(other) as number),
  )
  const rank = new Float64Array(found.sources.length)
  sorted.forEach((source, i) => {
    rank[source] = i
  })
  return [Float64Array.from({ length: found.length }, (_, at) => rank[found.sourceOf(at)] as number)]
}

/** Where in the library a source stands, by its index among the sources. */
export type Rank = (source: number) => number

/** The numbers of the places in an order. `locale` is a BCP 47 tag; contexts are compared without what a search overlooks. */
export function lineOrder(found: Found, order: LineOrder, locale: string, libraryRank: Rank): Uint32Array {
  const keys =
    order === 'text' || order === 'document' || order === 'date'
      ? sourceKeys(found, order, locale, libraryRank)
      : contextKeys(found, order, locale)
  const stands = order === 'text' ? [] : sourceKeys(found, 'text', locale, libraryRank)
  const all = [...keys, ...stands]
  const numbers = Uint32Array.from({ length: found.length }, (_, place) => place)
  return numbers.sort((one, other) => {
    for (const column of all) {
      const apart = (column[one] as number) - (column[other] as number)
      if (apart !== 0) return apart
    }
    return one - other
  })
}
