import type { Location } from './anchoring/locate'
import type { TextChange } from './anchoring/text-changes'
import type { ExchangeOptions, Incoming } from './exchange/incoming'
import type { Exported, ExportOptions, ProjectSnapshot } from './exporters/exporter'
import type { ExportPreview } from './exporters/preview'
import type { Scope } from './exporters/scope'
import type { Reading, ReadOptions, SourceFile } from './importers/importer'
import type { KeptReading } from './importers/read-to-keep'
import type { PreviewOptions, TablePreview } from './importers/table/preview'
import type { Block } from './model/document'
import type { ContentId, DocumentId } from './model/ids'
import type { Original } from './model/original'
import type { Passage } from './model/passage'
import type { Duplicate } from './queries/duplicates'
import type { Showing } from './queries/fingerprints'
import type { SpeakerSuggestion } from './queries/speakers'
import type { Result } from './result'

/** What may be asked of the worker. Every answer is a value; nothing is thrown across. */
export interface Jobs {
  /** Reads one file: one document, or many out of an archive or a table. */
  readFile(file: SourceFile, options: ReadOptions): Promise<Result<Reading>>
  /**
   * Reads one file and packs what is kept of it. `onProgress` is told now and then how far the reading of a long file is:
   * 0 to 1.
   */
  readToKeep(file: SourceFile, options: ReadOptions, onProgress?: (done: number) => void): Promise<Result<KeptReading>>
  /** A file as the library keeps it. */
  packFile(file: SourceFile): Promise<Result<Original>>
  /** Reads the beginning of a table, so that its columns can be asked for; see `isTable`. */
  readTable(file: SourceFile, options: PreviewOptions): Promise<Result<TablePreview>>
  /** Reads a project, or a part of one, in a format in which they are exchanged. */
  readExchange(file: SourceFile, options: Omit<ExchangeOptions, 'onProgress' | 'support'>): Promise<Result<Incoming>>
  /**
   * Writes what of a snapshot lies in `scope` in the format with this exporter id. `onProgress` is told now and then how
   * far the writing is: 0 to 1.
   */
  exportProject(
    exporter: string,
    snapshot: ProjectSnapshot,
    scope: Scope,
    options: Omit<ExportOptions, 'onProgress' | 'onReplaced'>,
    onProgress?: (done: number) => void,
  ): Promise<Result<Exported>>
  /** How that begins. */
  previewExport(
    exporter: string,
    snapshot: ProjectSnapshot,
    scope: Scope,
    options: Omit<ExportOptions, 'onProgress' | 'onReplaced'>,
  ): Promise<Result<ExportPreview>>
  /** What is between two texts. */
  compare(before: string, after: string): Promise<Result<TextChange[]>>
  /** Finds passages again in a text; one answer for each passage, in their order. */
  locate(passages: readonly Passage[], text: string): Promise<Result<Location[]>>
  /** Hands over the texts of contents that are to be compared, for as long as the worker lives; see `Fingerprints`. */
  addTexts(texts: readonly { readonly content: ContentId; readonly text: string }[]): Promise<Result<void>>
  /** Which of the `asked` documents are the same as an earlier one among `documents`, or nearly, by the texts handed over. */
  findDuplicates(documents: readonly Showing[], asked: readonly DocumentId[]): Promise<Result<Duplicate[]>>
  /** Who says what in a document of these blocks; see `suggestSpeakers`. */
  suggestSpeakers(blocks: readonly Block[]): Promise<Result<SpeakerSuggestion[]>>
}
