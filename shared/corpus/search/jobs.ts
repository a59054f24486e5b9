import { answer } from '../../answer'
import type { Id } from '../../model/ids'
import type { Result } from '../../result'
import type { Corpus } from '../corpus'
import type { Found, Stopped } from './found'
import { type Chosen, type CorpusLine, chosenPlaces, type DocumentPlaces, linesOf } from './lines'
import { type LineOrder, lineOrder } from './order'
import type { Question, TextKind } from './question'
import { searchCorpus } from './search-corpus'
import { freshIn, type Seen, seenIn } from './seen'

/** How much was found in one text. */
export interface SourceCount {
  readonly kind: TextKind
  readonly id: Id
  readonly title: string
  readonly count: number
}

/** What a search found, without its lines. */
export interface Answer {
  /** By which its lines are asked for, until the next search takes its place. */
  readonly run: number
  readonly lines: number
  /** The texts with lines, in library order. */
  readonly counts: readonly SourceCount[]
  /** How many texts match, those without lines too. */
  readonly matched: number
  readonly stopped: Stopped
  /** Documents that an expression was not tried on, since their paragraphs are too long for it. */
  readonly unsearched: number
  /** How long the search took in the worker, in milliseconds. */
  readonly took: number
}

/** Some lines of a search, by where they stand in an order. */
export interface WantedLines {
  readonly run: number
  readonly order: LineOrder
  /** A BCP 47 tag: in whose order characters and titles are sorted. */
  readonly locale: string
  /** Where in the order they begin, and end (exclusive). */
  readonly from: number
  readonly until: number
  /** Only the lines that were not looked at; see `SearchJobs.mark`. */
  readonly fresh?: boolean
}

/** Searching the texts of the corpus. What is asked of a search that is no longer the last is answered with nothing. */
export interface SearchJobs {
  /** Searches. null when another search was asked for before this one was done. */
  ask(question: Question): Promise<Result<Answer | null>>
  /** Lines with `context` UTF-16 units on either side. */
  lines(wanted: WantedLines, context: number): Promise<Result<CorpusLine[]>>
  /** The numbers of the places on these lines. */
  numbers(wanted: WantedLines): Promise<Result<Uint32Array>>
  /** The chosen places in the texts of documents. */
  places(run: number, chosen: Chosen): Promise<Result<DocumentPlaces[]>>
  /** How much a search would find, text by text; the last search stays the last. */
  count(question: Question): Promise<Result<readonly SourceCount[]>>
  /** How many places a search would find that were not looked at; the last search stays the last. */
  countFresh(question: Question, seen: Seen): Promise<Result<number>>
  /** Marks the lines of a search that were not looked at, and says how many these are. */
  mark(run: number, seen: Seen): Promise<Result<number>>
  /** All places of a search as looked at. */
  seen(run: number): Promise<Result<Seen | null>>
  /** Searches for something, so that the first search that a person waits for is as quick as those after it. */
  warm(): Promise<Result<void>>
}

/** So many searches make the engine translate what they run through. */
const ROUNDS = 2

const pause = (): Promise<void> => new Promise((done) => void setTimeout(done))

const NOTHING = new Uint32Array()

export function searchJobs(corpus: Corpus): SearchJobs {
  let asked = 0
  let last: { readonly run: number; readonly found: Found; fresh: Uint8Array } | null = null
  let sorted: { readonly key: string; readonly order: Uint32Array } | null = null

  const rankIn = (found: Found): ((source: number) => number) => {
    const ranks = new Map(corpus.documents.map(({ document }, i) => [document.id, i]))
    const beside = ranks.size
    return (source) => {
      const { kind, id } = found.sources[source] ?? {}
      const rank = id === undefined ? undefined : ranks.get(id)
      return kind === 'document' && rank !== undefined ? rank : beside + (rank ?? beside) + 1
    }
  }
  const countsOf = (found: Found): SourceCount[] => {
    const rank = rankIn(found)
    return found.sources
      .map(({ kind, id, title }, source) => {
        const [from, until] = found.placesOf(source)
        return { kind, id, title, count: until - from, rank: rank(source) }
      })
      .sort((one, other) => one.rank - other.rank)
      .map(({ rank: _, ...each }) => each)
  }
  const inOrder = ({ run, order, locale, from, until, fresh = false }: WantedLines): Uint32Array => {
    if (last?.run !== run) return NOTHING
    const { found, fresh: isFresh } = last
    const key = `${run} ${order} ${locale} ${fresh}`
    if (sorted?.key !== key) {
      const all = lineOrder(found, order, locale, rankIn(found))
      sorted = { key, order: fresh ? all.filter((place) => isFresh[place] === 1) : all }
    }
    return sorted.order.slice(from, until)
  }
  const quietly = (question: Question): Promise<Found | null> =>
    searchCorpus(corpus, question, { breathe: () => pause().then(() => true) })

  return {
    ask: (question) =>
      answer('search', async () => {
        const run = ++asked
        const began = performance.now()
        const breathe = async (): Promise<boolean> => {
          await pause()
          return run === asked
        }
        const found = await searchCorpus(corpus, question, { breathe })
        if (!found || run !== asked) return null
        last = { run, found, fresh: new Uint8Array(found.length) }
        sorted = null
        const { length: lines, matched, stopped, unsearched } = found
        const took = performance.now() - began
        return { run, lines, counts: countsOf(found), matched, stopped, unsearched, took }
      }),
    lines: (wanted, context) =>
      answer('search', () => {
        const places = inOrder(wanted)
        if (!last || places.length === 0) return []
        const { found, fresh } = last
        return linesOf(found, places, context).map((line) =>
          fresh[line.place] === 1 ? { ...line, isFresh: true as const } : line,
        )
      }),
    numbers: (wanted) => answer('search', () => inOrder(wanted)),
    places: (run, chosen) => answer('search', () => (last?.run === run ? chosenPlaces(last.found, chosen) : [])),
    count: (question) =>
      answer('search', async () => {
        const found = await quietly(question)
        return found ? countsOf(found) : []
      }),
    countFresh: (question, seen) =>
      answer('search', async () => {
        const found = await quietly(question)
        return found ? freshIn(found, seen).length : 0
      }),
    mark: (run, seen) =>
      answer('search', () => {
        if (last?.run !== run) return 0
        const { found } = last
        const places = freshIn(found, seen)
        const fresh = new Uint8Array(found.length)
        for (const place of places) fresh[place] = 1
        last.fresh = fresh
        sorted = null
        return places.length
      }),
    seen: (run) => answer('search', () => (last?.run === run ? seenIn(last.found) : null)),
    warm: () =>
      answer('search', async () => {
        const text = corpus.documents[0]?.text.slice(0, 2) ?? ''
        for (let round = 0; round < ROUNDS; round++) await quietly({ query: { kind: 'phrase', text } })
      }),
  }
}
