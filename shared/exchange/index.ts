import type { SourceFile } from '../importers/importer'
import { ProblemError } from '../result'
import { brat } from './brat'
import { codebookTable } from './codebook-table'
import { hypothesis } from './hypothesis'
import type { ExchangeOptions, ExchangeReader, Incoming } from './incoming'
import { markTable } from './mark-table'
import { pingdian } from './pingdian'
import { qdc } from './qdc'
import { qdpx } from './qdpx'
import { tei } from './tei'
import { webAnnotation } from './web-annotation'

/** Every format in which projects, or parts of them, come in. */
export const READERS: readonly ExchangeReader[] = [
  pingdian,
  qdpx,
  qdc,
  webAnnotation,
  hypothesis,
  tei,
  brat,
  markTable,
  codebookTable,
]

/** The reader for a file; undefined when none knows it. */
export const readerOf = (file: SourceFile): ExchangeReader | undefined =>
  READERS.find((reader) => reader.recognises(file))

/** What a file holds. Throws a ProblemError that names it when no reader knows it, or it cannot be read. */
export async function readExchange(file: SourceFile, options: ExchangeOptions): Promise<Incoming> {
  const reader = readerOf(file)
  if (!reader) throw new ProblemError({ key: 'exchange.unknownFormat', params: { name: file.name } })
  return reader.read(file, options)
}
