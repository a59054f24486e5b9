import type { SourceFile } from '../importers/importer'
import type { ExchangeReader } from './incoming'
import { qdc } from './qdc'
import { qdpx } from './qdpx'

/** Every format in which projects, or parts of them, come in. */
export const READERS: readonly ExchangeReader[] = [qdpx, qdc]

/** The reader for a file; undefined when none knows it. */
export const readerOf = (file: SourceFile): ExchangeReader | undefined =>
  READERS.find((reader) => reader.recognises(file))
