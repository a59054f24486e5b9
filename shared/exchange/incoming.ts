import type { ProjectSnapshot } from '../exporters/exporter'
import type { SourceFile } from '../importers/importer'
import type { Language } from '../messages'
import type { ChangeParts } from '../model/changes'
import type { DocumentContent } from '../model/document'
import type { Time } from '../model/ids'
import type { Original } from '../model/original'
import type { Coder } from '../model/project'
import type { Problem } from '../result'

/** What is told before a project, or part of one, is taken in. Nothing of it has been stored yet. */
export interface ExchangeReport {
  /** What the file calls the project; empty where it does not say. */
  readonly name: string
  /** The program that wrote the file, as it names itself. */
  readonly origin?: string
  /** When the project was made, where the file says so. */
  readonly created?: Time
  /** What was put right, so that it could be read: each a sentence. */
  readonly repaired: readonly Problem[]
  /** What the file holds and Pingdian has no place for. The REFI-QDA standard requires that this is said. */
  readonly unrepresented: readonly Problem[]
  /** What the file speaks of and does not hold: sources that are missing, by their names. */
  readonly missing: readonly Problem[]
}

/** A project, or a part of one, as another program's file tells it. */
export interface Incoming {
  readonly report: ExchangeReport
  /**
   * The records, all of the project asked for in `ExchangeOptions`, in no ChangeSet yet. Where the file names a thing by
   * a GUID that is its id, so that the same file taken in twice meets itself.
   */
  readonly records: NonNullable<ChangeParts['created']>
  readonly contents: readonly DocumentContent[]
  readonly originals: readonly Original[]
}

export interface ExchangeOptions {
  /**
   * The project as it is, for files that hold annotations only: these are set on its documents. Its id is the project of
   * every record that is made. An empty project for a new one.
   */
  readonly into: ProjectSnapshot
  /** To whom is given what the file gives to nobody. */
  readonly coder: Coder
  readonly now: Time
  /** The files that came with the one that is read and belong to it; see `sorted`. */
  readonly beside?: readonly SourceFile[]
  readonly language: Language
  /** Files that importers need beside the program; see `ReadOptions`. */
  readonly support?: (path: string) => Promise<Uint8Array>
  /** Told now and then how far it is: 0 to 1. */
  readonly onProgress?: (done: number) => void
}

/** One format in which projects or annotations are exchanged. */
export interface ExchangeReader {
  readonly id: string
  /** Lower case, without the dot. */
  readonly extensions: readonly string[]
  /** False for a format that holds no texts: its files are read after those that came with them, which may be theirs. */
  readonly hasTexts?: false
  /** Whether the file is of this format, by its name and content; cheap, and never throws. */
  recognises(file: SourceFile): boolean
  /** Throws a ProblemError that names the file when it cannot be read at all. */
  read(file: SourceFile, options: ExchangeOptions): Incoming | Promise<Incoming>
}
