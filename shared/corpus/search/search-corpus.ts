import type { Hit } from '../../queries/find'
import { findPart, firstFrom, matchParts, type QueryPart } from '../../queries/search/match'
import { NO_PLACES, type Places, placesOf, wantedOf } from '../../queries/search/places'
import type { SearchQuery } from '../../queries/search/query'
import { ProblemError } from '../../result'
import type { Corpus, HeldDocument } from '../corpus'
import type { Shelf } from '../shelf'
import { Found } from './found'
import { between, type Occurrences, occurrences } from './occurrences'
import type { Question } from './question'
import { besideSources, documentSource, type Source } from './sources'
import { isInside, touches, united } from './stretches'

/** How much a search may find, and how long it may take. */
export interface Bounds {
  /** At most this many places. */
  readonly limit?: number
  /** For how many milliseconds regular expressions and words with gaps may be tried, in all texts together. */
  readonly patience?: number
  /** Called now and then, for others to have their turn; false ends the search without an answer. */
  readonly breathe?: () => Promise<boolean>
  /** How long it works before that, in milliseconds; 40 unless told. */
  readonly turn?: number
}

/** What a concordance can show and a person can still go through. */
export const MOST_LINES = 1_000_000
const PATIENCE = 10_000
const TURN = 40

/** Everything a part needs at once: the words between the gaps, without those that are shorter than one can look up. */
const piecesOf = (wildcard: string): string[] =>
  wildcard
    .replace(/\\([\s\S])|[*?]+/g, (_, sign: string | undefined) => sign ?? '\0')
    .split('\0')
    .filter((piece) => piece !== '')

type IsWanted = (start: number, end: number) => boolean

/** One search: what it found so far, and what is left of its patience. */
class Search {
  readonly found = new Found()
  private patience: number

  constructor(
    private readonly corpus: Corpus,
    private readonly question: Question,
    private readonly bounds: Bounds,
  ) {
    this.patience = bounds.patience ?? PATIENCE
  }

  /** null when it was ended, or the corpus changed in between. */
  async run(): Promise<Found | null> {
    const { revision } = this.corpus
    const { documents } = this.question
    const wanted = documents && new Set(documents)
    let since = performance.now()
    const goesOn = async (): Promise<boolean> => {
      if (performance.now() - since < (this.bounds.turn ?? TURN)) return true
      if (this.bounds.breathe && !(await this.bounds.breathe())) return false
      since = performance.now()
      return this.corpus.revision === revision
    }
    for (const shelf of this.corpus.shelves) {
      const known = new Map<string, Occurrences>()
      for (const [at, held] of shelf.documents.entries()) {
        if (wanted && !wanted.has(held.document.id)) continue
        const within = this.question.within && united(this.question.within.get(held.document.id) ?? [])
        if (within?.length === 0) continue
        this.inDocument(shelf, at, held, known, within)
        if (this.isFull) return this.found
        if (!(await goesOn())) return null
      }
    }
    if (this.question.within) return this.found
    for (const source of besideSources(this.corpus, this.question)) {
      this.take(
        source.text,
        (part) => this.slowly(source.text, part),
        () => source,
      )
      if (this.isFull) return this.found
      if (!(await goesOn())) return null
    }
    return this.found
  }

  private get isFull(): boolean {
    if (this.found.length < (this.bounds.limit ?? MOST_LINES)) return false
    this.found.stopped ??= 'limit'
    return true
  }

  /** `take` for words alone, of which there may be very many; `isWanted` is absent where all are. */
  private takeWords(
    held: HeldDocument,
    cut: () => string,
    { starts, length }: Occurrences,
    from: number,
    until: number,
    isWanted?: IsWanted,
  ): void {
    const first = firstFrom(starts, from)
    const last = firstFrom(starts, until)
    const room = (this.bounds.limit ?? MOST_LINES) - this.found.length
    const all = isWanted ? Array.from(starts.subarray(first, last)) : null
    const wanted = all?.filter((start) => isWanted?.(start - from, start - from + length))
    const count = wanted ? wanted.length : last - first
    if (count > room) this.found.stopped ??= 'limit'
    if (count === 0 || room === 0) return
    this.found.open(documentSource(held, cut))
    this.found.matched++
    if (!wanted) this.found.addAll(starts, first, Math.min(last, first + room), from, length)
    else for (const start of wanted.slice(0, room)) this.found.add(start - from, start - from + length)
  }

  private inDocument(
    shelf: Shelf,
    at: number,
    held: HeldDocument,
    known: Map<string, Occurrences>,
    within: readonly Hit[] | undefined,
  ): void {
    const { options = {}, debris } = this.question
    const [from, until] = [shelf.starts()[at] as number, shelf.starts()[at + 1] as number]
    const everywhere = (words: string, looked = options): Occurrences => {
      const key = `${looked === options} ${words}`
      const all = known.get(key) ?? occurrences(shelf, words, looked)
      known.set(key, all)
      return all
    }
    const quickly = (words: string, looked = options): Places => between(everywhere(words, looked), from, until)
    const isWanted = (start: number, end: number): boolean =>
      (!within || isInside(within, start, end)) && (debris || !touches(held.debris, start, end))
    const { query } = this.question
    const isAll = !within && (debris || held.debris.length === 0)
    if (query.kind === 'phrase') {
      return this.takeWords(held, shelf.cutter(at), everywhere(query.text), from, until, isAll ? undefined : isWanted)
    }
    const places = (part: QueryPart): Places => {
      if (part.kind === 'phrase') return quickly(part.text)
      if (part.kind === 'wildcard' && piecesOf(part.text).some((piece) => quickly(piece, {}).starts.length === 0))
        return NO_PLACES
      return this.slowly(held.text, part)
    }
    this.take(
      held.text,
      (part) => (isAll ? places(part) : wantedOf(places(part), isWanted)),
      () => documentSource(held, shelf.cutter(at)),
    )
  }

  /** The places of a part that has to be looked for in this text by itself. */
  private slowly(text: string, part: QueryPart): Places {
    if (this.patience <= 0) {
      this.found.stopped = 'patience'
      return NO_PLACES
    }
    const began = performance.now()
    try {
      const { hits, stopped } = findPart(text, part, { ...this.question.options, patience: this.patience })
      if (stopped !== null) this.found.stopped = stopped
      return placesOf(hits)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.key !== 'find.costly') throw error
      this.found.unsearched++
      return NO_PLACES
    } finally {
      if (part.kind !== 'phrase') this.patience -= performance.now() - began
    }
  }

  private take(text: string, placesIn: (part: QueryPart) => Places, source: () => Source): void {
    const { matches, places } = matchParts(text, this.question.query, placesIn)
    if (!matches) return
    this.found.matched++
    const { starts, ends } = places
    if (starts.length === 0) return
    this.found.open(source())
    const room = (this.bounds.limit ?? MOST_LINES) - this.found.length
    if (starts.length > room) this.found.stopped ??= 'limit'
    for (let i = 0; i < Math.min(room, starts.length); i++) this.found.add(starts[i] as number, ends[i] as number)
  }
}

/**
 * Looks for a query in all texts that a question asks for: the same places as `matchText` finds in each. Words are looked
 * up in long strings of many texts; expressions and words with gaps in each text by itself, until patience ends.
 * null when it was ended in between. Throws a ProblemError for an expression that is not valid or could run for ever.
 */
export async function searchCorpus(corpus: Corpus, question: Question, bounds: Bounds = {}): Promise<Found | null> {
  refuseEndless(question.query)
  for (;;) {
    const { revision } = corpus
    const found = await new Search(corpus, question, bounds).run()
    if (found || corpus.revision === revision) return found
    // The corpus changed while others had their turn: what was found may stand elsewhere by now.
  }
}

/** An expression that is not valid is refused even where there is no text to try it on. */
function refuseEndless(query: SearchQuery): void {
  matchParts('', query, (part) => {
    if (part.kind !== 'phrase') findPart('', part)
    return NO_PLACES
  })
}
