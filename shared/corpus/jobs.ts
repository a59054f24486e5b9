import { answer } from '../answer'
import type { DocumentId } from '../model/ids'
import type { Result } from '../result'
import { type ComparingJobs, comparingJobs } from './comparing/jobs'
import { Corpus, type CorpusDocument } from './corpus'
import { type SearchJobs, searchJobs } from './search/jobs'

/** How the corpus is filled and kept up to date. */
export interface FillingJobs {
  /** Adds documents, or puts them in the place of those with the same ids. */
  put(documents: readonly CorpusDocument[]): Promise<Result<void>>
  remove(ids: readonly DocumentId[]): Promise<Result<void>>
  /** Takes everything out, for another project. */
  clear(): Promise<Result<void>>
}

export const fillingJobs = (corpus: Corpus): FillingJobs => ({
  put: (documents) => answer('corpus', () => corpus.put(documents)),
  remove: (ids) => answer('corpus', () => corpus.remove(ids)),
  clear: () => answer('corpus', () => corpus.clear()),
})

/**
 * What may be asked of the worker that holds the texts of the open project. Each area has its object of jobs, made by
 * one function of the corpus; a new area is a line in the type and a line below it. Every answer is a value; nothing is
 * thrown across. Answers are of the documents that were put so far.
 */
export interface CorpusJobs {
  readonly filling: FillingJobs
  readonly search: SearchJobs
  readonly comparing: ComparingJobs
}

/** The jobs of every area on one corpus, which is empty at first. */
export function corpusJobs(corpus = new Corpus()): CorpusJobs {
  return { filling: fillingJobs(corpus), search: searchJobs(corpus), comparing: comparingJobs(corpus) }
}
