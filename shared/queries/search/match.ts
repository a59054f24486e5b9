import { type Finding, type FindOptions, find, type Hit } from '../find'
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
  return matchParts(text, query, (part) => {
    const { hits, stopped } = findPart(text, part, options)
    return { hits, stopped: stopped !== null }
  })
}

/** A part of a query that has no parts itself: words, words with gaps, or an expression. */
export type QueryPart = SearchQuery & { readonly kind: 'phrase' | 'wildcard' | 'regex' }

/** The places of one part of a query in a text; see `find`, which throws for some expressions. */
export const findPart = (text: string, part: QueryPart, options: SearchOptions = {}): Finding =>
  part.kind === 'phrase'
    ? find(text, part.text, { ...options, regex: false })
    : find(text, part.kind === 'regex' ? part.source : expressionOf(part.text), { ...options, regex: true })

/** `matchText` where the places of each part are known otherwise: `places` says them, in text order. */
export function matchParts(
  text: string,
  query: SearchQuery,
  places: (part: QueryPart) => Pick<Matched, 'hits' | 'stopped'>,
): Matched {
  const { matches, hits, stopped } = new Search(text, places).of(query)
  return matches ? { matches, hits: inOrder(hits), stopped } : { matches, hits: [], stopped }
}

class Search {
  private starts: Partial<Record<NearUnit, number[]>> = {}

  constructor(
    private readonly text: string,
    private readonly places: (part: QueryPart) => Pick<Matched, 'hits' | 'stopped'>,
  ) {}

  of(query: SearchQuery): Matched {
    switch (query.kind) {
      case 'phrase':
      case 'wildcard':
      case 'regex': {
        const { hits, stopped } = this.places(query)
        return { matches: hits.length > 0, hits, stopped }
      }
      case 'and': {
        const all = query.all.map((each) => this.of(each))
        return this.joined(
          all,
          all.every(({ matches }) => matches),
        )
      }
      case 'or': {
        const any = query.any.map((each) => this.of(each)).filter(({ matches }) => matches)
        return this.joined(any, any.length > 0)
      }
      case 'not': {
        const { matches, stopped } = this.of(query.of)
        return { matches: !matches, hits: [], stopped }
      }
      case 'near':
        return this.near(query)
    }
  }

  private joined(parts: readonly Matched[], matches: boolean): Matched {
    return { matches, hits: parts.flatMap(({ hits }) => hits), stopped: parts.some(({ stopped }) => stopped) }
  }

  private near({ one, other, within, unit }: SearchQuery & { readonly kind: 'near' }): Matched {
    const [first, second] = [this.of(one), this.of(other)]
    const stopped = first.stopped || second.stopped
    const [these, those] = [inOrder(first.hits), inOrder(second.hits)]
    const hits = [...this.withNeighbour(these, those, within, unit), ...this.withNeighbour(those, these, within, unit)]
    return { matches: hits.length > 0, hits, stopped }
  }

  /** Those of `hits` that one of `others` is near, which is another place. Both in text order. */
  private withNeighbour(hits: readonly Hit[], others: readonly Hit[], within: number, unit: NearUnit): Hit[] {
    return hits.filter((hit) => {
      const after = firstFrom(others, hit.start)
      for (let at = after - 1; at >= 0; at--) {
        const other = others[at] as Hit
        if (this.distance(other, hit, unit) <= within) return true
        if (hit.start - other.start > MOST_LOOKED_BACK) break
      }
      for (let at = after; at < others.length; at++) {
        const other = others[at] as Hit
        if (other.start === hit.start && other.end === hit.end) continue
        return this.distance(hit, other, unit) <= within
      }
      return false
    })
  }

  /** How far it is from the end of the one to the start of the other, which begins no earlier. */
  private distance(one: Hit, other: Hit, unit: NearUnit): number {
    if (unit === 'characters') return Math.max(0, other.start - one.end)
    const starts = this.startsOf(unit)
    return Math.max(0, firstFrom(starts, other.start + 1) - firstFrom(starts, one.end))
  }

  private startsOf(unit: NearUnit): number[] {
    const known = this.starts[unit]
    if (known) return known
    const ends = this.text.matchAll(unit === 'paragraphs' ? /\n/g : SENTENCE_END)
    const starts = [0, ...Array.from(ends, (each) => each.index + each[0].length)]
    this.starts[unit] = starts
    return starts
  }
}

/** Further back than this, in UTF-16 units, no longer place is looked for that may still reach here. */
const MOST_LOOKED_BACK = 10_000

/** The index of the first that begins at `from` or later. */
function firstFrom(all: readonly (Hit | number)[], from: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const each = all[middle] as Hit | number
    if ((typeof each === 'number' ? each : each.start) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Places in text order, each once. */
function inOrder(hits: readonly Hit[]): Hit[] {
  const sorted = [...hits].sort((one, other) => one.start - other.start || one.end - other.end)
  return sorted.filter((hit, i) => hit.start !== sorted[i - 1]?.start || hit.end !== sorted[i - 1]?.end)
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
