import type { Block, DocumentMetadata, Encoding } from '../model/document'
import type { Time } from '../model/ids'
import type { Problem } from '../result'

/** A file as it came in. */
export interface SourceFile {
  /** The file's name with its extension, without folders. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The names of the folders it lay in, from the top, the one that was chosen first; they become groups. */
  readonly folders?: readonly string[]
}

/** What the columns of a table are taken for. Columns are named by their place, from 0. */
export interface TableMapping {
  /** Whether the first row holds the columns' names. */
  readonly hasHeader: boolean
  /** The sheet, by its place from 0; a CSV file has one. */
  readonly sheet: number
  /** The columns that make the text, each a paragraph, in this order; at least one. */
  readonly text: readonly number[]
  /** The column that names the document. */
  readonly title?: number
  readonly date?: number
  readonly author?: number
  readonly source?: number
  readonly url?: number
  /** The columns that become attributes, under the names given here. */
  readonly attributes: readonly { readonly column: number; readonly name: string }[]
}

/** How deep a file lies in archives, and what all of them together may still hold. */
export interface Nesting {
  /** In how many archives it lies, one in the other; from 1. */
  readonly depth: number
  /** Counted down while they are unpacked: bytes, and files. */
  readonly left: { bytes: number; files: number }
}

export interface ReadOptions {
  /** A WHATWG encoding label chosen by the reader; it overrides detection. */
  readonly encoding?: string
  /** What a table's columns are taken for; without it they are taken as `suggestMapping` proposes. */
  readonly table?: TableMapping
  /** Whether a book's chapters are documents of their own; else they are headings of one. */
  readonly chapters?: 'headings' | 'documents'
  /** For a file inside an archive: where it lies. Archives hand it on to those that lie in them. */
  readonly nesting?: Nesting
  /** Told now and then how far the reading of a long file is: 0 to 1. Who no longer wants it ends the worker. */
  readonly onProgress?: (done: number) => void
  /**
   * Reads a file that the program brings along for its importers (`cmaps/GBK-EUC-H.bcmap`, a character map of PDF), by
   * its path below their folder; rejects when there is none. Without it, what needs such a file is left out.
   */
  readonly support?: (path: string) => Promise<Uint8Array>
}

/** A remark that the source carries on a stretch of its text; it becomes a highlight with a note. */
export interface ReadComment {
  /** UTF-16 offsets into the document's plain text; `end` is exclusive and greater than `start`. */
  readonly start: number
  readonly end: number
  /** Markdown. */
  readonly text: string
  readonly author?: string
  readonly at?: Time
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
  readonly comments?: readonly ReadComment[]
  /** Values for the project's attributes by their names, as they were written. */
  readonly attributes?: Readonly<Record<string, string>>
  /** For a document out of an archive, a book or a table: its own file, where it has one, and its folders there. */
  readonly file?: SourceFile
}

/** What was read in one file. */
export interface Reading {
  readonly documents: readonly ReadDocument[]
  /** Files inside it (an archive's) that could not be read: their names and why. */
  readonly failed: readonly { readonly name: string; readonly problem: Problem }[]
}

/** Reads a file that lies inside another one; it is `readFile`, handed to archives so that there is no circle. */
export type ReadInside = (file: SourceFile, options: ReadOptions) => Promise<Reading>

/** One format. It throws a `ProblemError` when the file cannot be read at all. */
export interface Importer {
  readonly id: string
  /** Lower case, without the dot. */
  readonly extensions: readonly string[]
  /** For a format that is no text: what `formatBySignature` calls its files. */
  readonly signature?: string
  /**
   * Whether the format is prose as pages give it, in which debris, origin and headings are then looked for
   * (`understanding/`); false where the format says all that itself.
   */
  readonly prose: boolean
  read(
    file: SourceFile,
    options: ReadOptions,
    inside: ReadInside,
  ): ReadDocument | Reading | Promise<ReadDocument | Reading>
}
