import type { Compared } from '../duplicates'
import { lastOf } from '../steps'
import { makeParallelCorpus } from './corpus'
import type { Parallel, ParallelOptions } from './parallel'

/**
 * The passages that texts share, exact or with changes, across scripts, the longest first. Every stretch of five
 * characters is looked up in the texts before (seeds), what is the same around it makes a run, runs that follow each
 * other with little between them make a chain (as in BLAST: Altschul and others, 1990; for text reuse: Smith, Cordell
 * and Mullen, Computational methods for uncovering reprinted texts, 2015), and a chain is followed beyond its ends as long
 * as more is the same than is not.
 */
export function findParallels(texts: readonly Compared[], options: ParallelOptions = {}): Parallel[] {
  const corpus = makeParallelCorpus()
  lastOf(corpus.add(texts))
  return [...lastOf(corpus.find(options)).parallels]
}
