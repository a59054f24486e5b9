import { type Finding, type FindOptions, find, type Hit } from '../find'
import { hitsOf, mergedPlaces, NO_PLACES, type Places, placesOf, wantedOf } from './places'
import type { NearUnit, SearchQuery } from './query'

/** What a search overlooks, and how long it may take; see `FindOptions`. */
export type SearchOptions = Pick<
  FindOptions,
  'script' | 'width' | 'case' | 'quotes' | 'wholeWords' | 'limit' | 'patience'
>

/** What a query finds in one text. */
export interface Matched {
  /** Whether the text is one that the query asks for. */
  readonly matches: boolean
  /** The places that are asked for, in text order, each once; UTF-16 offsets. None when the text does not match. */
  readonly hits: readonly Hit[]
  /** Whether there may be more: a limit was met, or a regular expression ran out of patience. */
  readonly stopped: boolean
}

/** Ends of sentences: a stop with closing marks after it, or the end of a paragraph. */
const SENTENCE_END = /[。！？!?；;…]+[”’」』）)"']*|\.(?=\s)|\n/g

/** How many characters `*` stands for at most; a stop ends it sooner. */
const WIDEST = 40

/**
 * What a query finds in a text. AND, OR and NOT choose texts; the places shown are those of all words that are not
 * negated. Throws a ProblemError for a regular expression that is not valid or that could run for ever; see `find`.
 */
export function matchText(text: string, query: SearchQuery, options: SearchOptions = {}): Matched {
  let isStopped = false
  const { matches, places } = matchParts(text, query, (part) => {
    const { hits, stopped } = findPart(text, part, options)
    isStopped ||= stopped !== null
    return placesOf(hits)
  })
  return { matches, hits: hitsOf(places), stopped: isStopped }
}

/** A part of a query that has no parts itself: words, words with gaps, or an expression. */
export type QueryPart = SearchQuery & { readonly kind: 'phrase' | 'wildcard' | 'regex' }

/** The places of one part of a query in a text; see `find`, which throws for some expressions. */
export const findPart = (text: string, part: QueryPart, options: SearchOptions = {}): Finding =>
  part.kind === 'phrase'
    ? find(text, part.text, { ...options, regex: false })
    : find(text, part.kind === 'regex' ? part.source : expressionOf(part.text), { ...options, regex: true })

/** Whether a text is one that a query asks for, and the places that are; none when it is not. */
export interface MatchedPlaces {
  readonly matches: boolean
  readonly places: Places
}

/** `matchText` where the places of each part are known otherwise: `placesIn` says them. */
export function matchParts(text: string, query: SearchQuery, placesIn: (part: QueryPart) => Places): MatchedPlaces {
  const { matches, places } = new Search(text, placesIn).of(query)
  return { matches, places: matches ? places : NO_PLACES }
}

class Search {
  private starts: Partial<Record<NearUnit, Uint32Array>> = {}

  constructor(
    private readonly text: string,
    private readonly placesIn: (part: QueryPart) => Places,
  ) {}

  of(query: SearchQuery): MatchedPlaces {
    switch (query.kind) {
      case 'phrase':
      case 'wildcard':
      case 'regex': {
        const places = this.placesIn(query)
        return { matches: places.starts.length > 0, places }
      }
      case 'and': {
        const all = query.all.map((each) => this.of(each))
        return joined(
          all,
          all.every(({ matches }) => matches),
        )
      }
      case 'or': {
        const any = query.any.map((each) => this.of(each)).filter(({ matches }) => matches)
        return joined(any, any.length > 0)
      }
      case 'not':
        return { matches: !this.of(query.of).matches, places: NO_PLACES }
      case 'near':
        return this.near(query)
    }
  }

  private near({ one, other, within, unit }: SearchQuery & { readonly kind: 'near' }): MatchedPlaces {
    const [these, those] = [this.of(one).places, this.of(other).places]
    const places = mergedPlaces(
      this.withNeighbour(these, those, within, unit),
      this.withNeighbour(those, these, within, unit),
    )
    return { matches: places.starts.length > 0, places }
  }

  /** Those of some places that one of `others` is near, which is another place. */
  private withNeighbour(places: Places, others: Places, within: number, unit: NearUnit): Places {
    return wantedOf(places, (start, end) => {
      const after = firstFrom(others.starts, start)
      for (let at = after - 1; at >= 0; at--) {
        if (this.distance(others.ends[at] as number, start, unit) <= within) return true
        if (start - (others.starts[at] as number) > MOST_LOOKED_BACK) break
      }
      for (let at = after; at < others.starts.length; at++) {
        const next = others.starts[at] as number
        if (next === start && others.ends[at] === end) continue
        return this.distance(end, next, unit) <= within
      }
      return false
    })
  }

  /** How far it is from the end of one place to the start of another, which begins no earlier. */
  private distance(end: number, start: number, unit: NearUnit): number {
    if (unit === 'characters') return Math.max(0, start - end)
    const starts = this.startsOf(unit)
    return Math.max(0, firstFrom(starts, start + 1) - firstFrom(starts, end))
  }

  private startsOf(unit: NearUnit): Uint32Array {
    const known = this.starts[unit]
    if (known) return known
    const ends = this.text.matchAll(unit === 'paragraphs' ? /\n/g : SENTENCE_END)
    const starts = Uint32Array.from([0, ...Array.from(ends, (each) => each.index + each[0].length)])
    this.starts[unit] = starts
    return starts
  }
}

const joined = (parts: readonly MatchedPlaces[], matches: boolean): MatchedPlaces => ({
  matches,
  places: matches ? parts.reduce((all, { places }) => mergedPlaces(all, places), NO_PLACES) : NO_PLACES,
})

/** Further back than this, in UTF-16 units, no longer place is looked for that may still reach here. */
const MOST_LOOKED_BACK = 10_000

/** The index of the first offset that is `from` or more; they are ascending. */
export function firstFrom(offsets: Uint32Array, from: number): number {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] as number) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** The regular expression for words with gaps. */
function expressionOf(wildcard: string): string {
  return wildcard.replace(/\\([\s\S])|\*+|[\s\S]/gu, (sign, escaped: string | undefined) => {
    if (escaped !== undefined) return literal(escaped)
    if (sign === '?') return '[^\\n]'
    return sign.startsWith('*') ? `[^。！？!?；;\\n]{0,${WIDEST}}?` : literal(sign)
  })
}

const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
