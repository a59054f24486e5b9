import type { Block, DocumentMetadata, Encoding } from '../model/document'
import type { Problem } from '../result'

/** A file as it came in. */
export interface SourceFile {
  /** The file's name with its extension, without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadOptions {
  /** A WHATWG encoding label chosen by the reader; it overrides detection. */
  readonly encoding?: string
}

/** A document as an importer read it, before it has an id and a project. */
export interface ReadDocument {
  readonly title: string
  readonly metadata: DocumentMetadata
  readonly language: string
  readonly format: string
  readonly encoding?: Encoding
  readonly blocks: readonly Block[]
  /** What could not be read, was left out or was repaired; each a sentence for the reader. */
  readonly remarks: readonly Problem[]
}

/** One format. It throws a `ProblemError` when the file cannot be read at all. */
export interface Importer {
  readonly id: string
  /** Lower case, without the dot. */
  readonly extensions: readonly string[]
  read(file: SourceFile, options: ReadOptions): ReadDocument
}
