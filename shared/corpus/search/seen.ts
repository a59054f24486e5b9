import type { Found } from './found'

/**
 * Places that were looked at: a number for each, ascending, made of the text it stands in and the words around it. It
 * stays the same when the text is corrected elsewhere, or another document comes in before it.
 */
export type Seen = Float64Array

/** How much on either side of a place makes it the place that it is, in UTF-16 units, as far as its sentence goes. */
const AROUND = 8
const isEnd = (unit: number): boolean => unit === 10 || unit === 0x3002

/** Two hashes of 32 bits (FNV-1a with two primes) go on over a stretch of a string. */
class Hash {
  one = 0x811c9dc5
  other = 0x9dc5811c

  take(text: string, from: number, until: number): void {
    for (let i = from; i < until; i++) {
      const unit = text.charCodeAt(i)
      this.one = Math.imul(this.one ^ unit, 0x01000193)
      this.other = Math.imul(this.other ^ unit, 0x5bd1e995)
    }
  }

  /** 53 bits of them, as a whole number. */
  get number(): number {
    return (this.one >>> 0) * 0x200000 + (this.other >>> 11)
  }
}

/** The mark of each place, by its number. */
function marks(found: Found): Float64Array {
  const all = new Float64Array(found.length)
  found.sources.forEach(({ kind, id, folded }, source) => {
    const named = new Hash()
    named.take(`${kind} ${id}`, 0, kind.length + 1 + id.length)
    const hash = new Hash()
    const [first, last] = found.placesOf(source)
    for (let place = first; place < last; place++) {
      let [from, until] = [found.start(place), found.end(place)]
      const [least, most] = [Math.max(0, from - AROUND), Math.min(folded.length, until + AROUND)]
      while (from > least && !isEnd(folded.charCodeAt(from - 1))) from--
      while (until < most && !isEnd(folded.charCodeAt(until))) until++
      hash.one = named.one
      hash.other = named.other
      hash.take(folded, from, until)
      all[place] = hash.number
    }
  })
  return all
}

/** All places of a search as looked at. */
export const seenIn = (found: Found): Seen => marks(found).sort()

/** The places that are not among those looked at, by their numbers, ascending: those of which there are more than before. */
export function freshIn(found: Found, seen: Seen): Uint32Array {
  const before = new Map<number, number>()
  for (const mark of seen) before.set(mark, (before.get(mark) ?? 0) + 1)
  const fresh: number[] = []
  marks(found).forEach((mark, place) => {
    const left = before.get(mark) ?? 0
    if (left === 0) fresh.push(place)
    else before.set(mark, left - 1)
  })
  return Uint32Array.from(fresh)
}
