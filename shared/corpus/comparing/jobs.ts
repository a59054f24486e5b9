import { answer } from '../../answer'
import type { DocumentId } from '../../model/ids'
import { findPhrases, type PhraseOptions, type SetPhrase } from '../../queries/phrases/phrases'
import { concordance } from '../../queries/search/concordance'
import { scaled } from '../../queries/steps'
import { type Collocates, collocatesOf } from '../../queries/words/collocates'
import { type CountOptions, countWords, type Frequencies } from '../../queries/words/frequencies'
import { type KeyWord, keyWords } from '../../queries/words/keyness'
import { type WordPlaces, wordPlaces } from '../../queries/words/places'
import { lexiconOf, stopsOf } from '../../queries/words/tokens'
import type { Result } from '../../result'
import type { Corpus, HeldDocument } from '../corpus'
import { comparedTexts, properText } from './compared-texts'
import { gradually, type Told } from './gradually'
import { partedWords } from './parted-words'
import { type PassimJobs, passimJobs } from './passim'
import type { Travelling, TravelPlace } from './travelling'

export type { Travelling, TravelPlace } from './travelling'

/** The words of a place, and what stands on both sides of it within its paragraph. */
export interface Around {
  readonly left: string
  readonly words: string
  readonly right: string
}

export interface FoundTravelling {
  readonly parallels: readonly Travelling[]
  /** How many shorter ones were left out. */
  readonly more: number
  /** How many letters must be the same. */
  readonly shortest: number
}

export interface TravellingAsked {
  readonly shortest?: number
  readonly likeness?: number
  readonly limit?: number
  /** Only of this document, or of a stretch of it, with all others. */
  readonly of?: {
    readonly document: DocumentId
    readonly start?: number
    readonly end?: number
  }
}

export interface FoundPhrases {
  readonly phrases: readonly SetPhrase[]
  /** The documents that were gone through: the texts of a phrase's places are indexes into them. */
  readonly documents: readonly DocumentId[]
}

/** How words are counted, in a form that can be sent: the lists as words. */
export interface WordsAsked {
  readonly unit: 'word' | 'character'
  readonly n?: number
  readonly lexicon?: readonly string[]
  readonly stops?: readonly string[]
  readonly fewest?: number
  /** The documents that are counted; all without it. */
  readonly documents?: readonly DocumentId[]
}

/**
 * What compares the texts of a corpus. Each says how far it is; what is asked later takes the place of what of its
 * kind was asked before, whose answer is then `null`, as it is when it was given up.
 */
export interface ComparingJobs extends PassimJobs {
  parallels(asked: TravellingAsked, told?: Told): Promise<Result<FoundTravelling | null>>
  phrases(asked: PhraseOptions, told?: Told): Promise<Result<FoundPhrases | null>>
  words(asked: WordsAsked, told?: Told): Promise<Result<Frequencies | null>>
  collocates(asked: WordsAsked & { key: string; window?: number }, told?: Told): Promise<Result<Collocates | null>>
  keyWords(asked: WordsAsked, others: readonly DocumentId[], told?: Told): Promise<Result<readonly KeyWord[] | null>>
  places(asked: WordsAsked & { key: string }, told?: Told): Promise<Result<WordPlaces | null>>
  /** What stands around places, in their order; nothing where a document is gone. */
  around(places: readonly Omit<TravelPlace, 'words'>[]): Promise<Result<readonly Around[]>>
  /** Gives up what is being done. */
  giveUp(): Promise<void>
}

/** Characters that are shown on each side of a place. */
const CONTEXT = 24
/** Rows of a list of words that are sent; who wants more narrows it. */
const ROWS = 20_000
/** How much of the work it is to part texts into words, when none is parted yet. */
const PARTING = 0.5

const optionsOf = ({ unit, n = 1, lexicon = [], stops = [], fewest = 1 }: WordsAsked): CountOptions => ({
  unit,
  n,
  fewest,
  limit: ROWS,
  stops: stopsOf(stops),
  ...(lexicon.length > 0 && { lexicon: lexiconOf(lexicon) }),
})

export function comparingJobs(corpus: Corpus): ComparingJobs {
  const compared = comparedTexts(corpus)
  const turns = new Map<string, number>()
  const asked = <T>(kind: string, work: () => Generator<number, T>, told?: Told): Promise<Result<T | null>> => {
    const mine = (turns.get(kind) ?? 0) + 1
    turns.set(kind, mine)
    return answer('comparing', () => gradually(work(), () => mine === turns.get(kind), told))
  }
  const parted = partedWords(corpus)
  const heldOf = (documents?: readonly DocumentId[]): HeldDocument[] => {
    const wanted = documents && new Set(documents)
    return corpus.documents.filter(({ document }) => !wanted || wanted.has(document.id))
  }
  const textOf = (held: HeldDocument) => ({
    id: held.document.id,
    language: held.document.language,
    get text() {
      return properText(held)
    },
    bounds: () => parted.boundsOf(held),
  })
  /** The documents' texts, their words parted where words are counted, then what is counted in them. */
  function* counting<T>(
    { unit }: WordsAsked,
    groups: readonly (readonly DocumentId[] | undefined)[],
    count: (...texts: ReturnType<typeof textOf>[][]) => Generator<number, T>,
  ): Generator<number, T> {
    const held = groups.map(heldOf)
    if (unit === 'word') yield* scaled(parted.part(held.flat()), 0, PARTING)
    return yield* scaled(count(...held.map((some) => some.map(textOf))), unit === 'word' ? PARTING : 0, 1)
  }
  let counted: { readonly key: string; readonly found: Frequencies } | null = null

  return {
    ...passimJobs(corpus),
    parallels: ({ of, ...options }, told) =>
      asked(
        'parallels',
        function* (): Generator<number, FoundTravelling> {
          const index = yield* scaled(compared.catchUp(), 0, 0.35)
          const text = of && compared.textOf(of.document)
          const found = yield* scaled(
            index.find({ ...options, ...(of && { of: text === undefined ? [] : [{ ...of, text }] }) }),
            0.35,
            1,
          )
          const parallels = found.parallels.map(({ places, ...parallel }): Travelling => {
            const [one, other] = places.map(({ text: at, start, end }): TravelPlace => {
              const document = compared.documentOf(at)
              return {
                document,
                start,
                end,
                words: corpus.get(document)?.text.slice(start, end) ?? '',
              }
            }) as [TravelPlace, TravelPlace]
            return { ...parallel, places: [one, other] }
          })
          return { ...found, parallels }
        },
        told,
      ),
    phrases: (options, told) =>
      asked(
        'phrases',
        function* (): Generator<number, FoundPhrases> {
          const texts = corpus.documents.map(textOf)
          return {
            phrases: yield* findPhrases(texts, options),
            documents: texts.map(({ id }) => id),
          }
        },
        told,
      ),
    words: (wanted, told) =>
      asked(
        'list',
        function* (): Generator<number, Frequencies> {
          const { fewest = 1, ...others } = wanted
          const key = JSON.stringify([corpus.revision, others])
          // The same words are often asked for once more, only rarer or more frequent ones.
          if (counted?.key !== key)
            counted = {
              key,
              found: yield* counting(wanted, [wanted.documents], (texts) => countWords(texts, optionsOf(others))),
            }
          const { rows, ...found } = counted.found
          return { ...found, rows: rows.filter(({ count }) => count >= fewest) }
        },
        told,
      ),
    collocates: (wanted, told) =>
      asked(
        'near',
        function* (): Generator<number, Collocates> {
          const { key, window } = wanted
          const options = { ...optionsOf(wanted), ...(window !== undefined && { window }) }
          const found = yield* counting(wanted, [wanted.documents], (texts) => collocatesOf(texts, key, options))
          return { ...found, rows: found.rows.slice(0, ROWS) }
        },
        told,
      ),
    keyWords: (wanted, others, told) =>
      asked(
        'list',
        function* (): Generator<number, readonly KeyWord[]> {
          const options = optionsOf(wanted)
          return yield* counting(wanted, [wanted.documents, others], (one, other) => keyWords(one, other, options))
        },
        told,
      ),
    places: (wanted, told) =>
      asked(
        'places',
        function* (): Generator<number, WordPlaces> {
          return yield* counting(wanted, [wanted.documents], (texts) =>
            wordPlaces(texts, wanted.key, optionsOf(wanted)),
          )
        },
        told,
      ),
    around: (places) =>
      answer('comparing', () =>
        places.map(({ document, start, end }): Around => {
          const text = corpus.get(document)?.text ?? ''
          const [line] = concordance(text, end <= text.length ? [{ start, end }] : [], CONTEXT)
          return {
            left: line?.left ?? '',
            words: line?.found ?? '',
            right: line?.right ?? '',
          }
        }),
      ),
    async giveUp() {
      for (const [kind, turn] of turns) turns.set(kind, turn + 1)
    },
  }
}
