import type { Id } from '../../model/ids'
import { type ConcordanceLine, concordance } from '../../queries/search/concordance'
import type { Found } from './found'
import type { TextKind } from './question'

/** A line of the concordance of the whole project. */
export interface CorpusLine extends ConcordanceLine {
  /** The number of the place; it stays the same in every order. */
  readonly place: number
  readonly kind: TextKind
  /** Of the document, the note or the theme in which it stands. */
  readonly id: Id
  readonly title: string
  readonly date?: string
  /** It was not there when the search was looked at last; see `SearchJobs.mark`. */
  readonly isFresh?: true
}

/** The lines of these places, in their order. `context` is how much is shown on either side, in UTF-16 units. */
export function linesOf(found: Found, places: Uint32Array, context: number): CorpusLine[] {
  return Array.from(places, (place) => {
    const { kind, id, title, date, text } = found.source(place)
    const [line] = concordance(text, [{ start: found.start(place), end: found.end(place) }], context)
    return { ...(line as ConcordanceLine), place, kind, id, title, ...(date !== undefined && { date }) }
  })
}

/** Which places are chosen: these, or all but these. Numbers of places. */
export interface Chosen {
  readonly all: boolean
  readonly except: ReadonlySet<number>
}

export const isChosen = ({ all, except }: Chosen, place: number): boolean => all !== except.has(place)

/** The chosen places in one document, in text order: UTF-16 offsets. */
export interface DocumentPlaces {
  readonly document: Id
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** The chosen places that stand in documents' texts; those in notes, themes and metadata are left out. */
export function chosenPlaces(found: Found, chosen: Chosen): DocumentPlaces[] {
  const byDocument = new Map<Id, { starts: number[]; ends: number[] }>()
  found.sources.forEach(({ kind, id }, source) => {
    if (kind !== 'document') return
    const of = byDocument.get(id) ?? { starts: [], ends: [] }
    const [first, last] = found.placesOf(source)
    for (let place = first; place < last; place++) {
      if (!isChosen(chosen, place)) continue
      of.starts.push(found.start(place))
      of.ends.push(found.end(place))
    }
    if (of.starts.length > 0) byDocument.set(id, of)
  })
  return [...byDocument].map(([document, { starts, ends }]) => ({
    document,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
  }))
}
