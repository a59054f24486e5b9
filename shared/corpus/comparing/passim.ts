import { answer } from '../../answer'
import { concatenated } from '../../concatenated'
import { readPassimClusters } from '../../exchange/passim/read-clusters'
import { writePassimCorpus } from '../../exchange/passim/write-corpus'
import type { DocumentId } from '../../model/ids'
import { fold } from '../../queries/fold'
import type { ParallelPlace } from '../../queries/parallels/parallel'
import type { Result } from '../../result'
import type { Corpus } from '../corpus'
import { properText } from './compared-texts'
import type { Travelling, TravelPlace } from './travelling'

/** What passim found in the documents of the corpus, and what of it could not be used; see `readPassimClusters`. */
export interface PassimFound {
  readonly parallels: readonly Travelling[]
  readonly unread: number
  readonly strangers: number
  readonly displaced: number
  readonly large: number
}

/** The corpus handed to passim, and what it found taken back. */
export interface PassimJobs {
  /** The corpus in passim's input format, UTF-8; documents by their ids, texts folded, debris of the page left blank. */
  passimCorpus(): Promise<Result<Uint8Array<ArrayBuffer>>>
  /** Reads passim's output, whole or in parts. Documents are known by their ids, or else by the names of their files. */
  passimParallels(files: readonly Uint8Array[]): Promise<Result<PassimFound>>
}

/** The lines of files in UTF-8, one at a time. */
function* linesOf(files: readonly Uint8Array[]): Generator<string> {
  const decoder = new TextDecoder()
  for (const bytes of files) {
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(10, from)
      const until = end === -1 ? bytes.length : end
      yield decoder.decode(bytes.subarray(from, until))
      from = until + 1
    }
  }
}

export function passimJobs(corpus: Corpus): PassimJobs {
  return {
    passimCorpus: () =>
      answer('comparing', () => {
        const documents = corpus.documents.map((held) => {
          const { id, title, metadata } = held.document
          return { id, title, ...(metadata.date !== undefined && { date: metadata.date }), text: properText(held) }
        })
        const encoder = new TextEncoder()
        return concatenated(Array.from(writePassimCorpus(documents, fold), (line) => encoder.encode(line)))
      }),
    passimParallels: (files) =>
      answer('comparing', () => {
        const texts = corpus.documents.map(({ document, text }) => ({ id: document.id as string, text }))
        const names = new Map(corpus.documents.map(({ document }) => [document.fileName, document.id]))
        const { parallels, strangers, ...told } = readPassimClusters(linesOf(files), texts, (name) => names.get(name))
        const placed = ({ text, start, end }: ParallelPlace): TravelPlace => {
          const { id = '', text: whole = '' } = texts[text] ?? {}
          return { document: id as DocumentId, start, end, words: whole.slice(start, end) }
        }
        return {
          ...told,
          strangers: strangers.length,
          parallels: parallels.map(({ places: [one, other], ...parallel }) => ({
            ...parallel,
            places: [placed(one), placed(other)] as const,
          })),
        }
      }),
  }
}
