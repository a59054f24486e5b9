import type { Language } from '../messages'
import type { Attribute } from '../model/attribute'
import type { DocumentContent, SourceDocument } from '../model/document'
import type { DocumentGroup } from '../model/document-group'
import type { Highlight, Tagging } from '../model/highlight'
import type { Time } from '../model/ids'
import type { PassageLink } from '../model/link'
import type { LiveTheme } from '../model/live-theme'
import type { Note } from '../model/note'
import type { Original } from '../model/original'
import type { Coder, Project } from '../model/project'
import type { Revision } from '../model/revision'
import type { SavedSearch } from '../model/saved-search'
import type { Theme } from '../model/theme'
import type { ThemeGroup } from '../model/theme-group'
import type { WordList } from '../model/word-list'
import type { Problem } from '../result'

/** Everything an exporter may need, read in one transaction. */
export interface ProjectSnapshot {
  readonly project: Project
  readonly coders: readonly Coder[]
  /** The documents that are wanted, in library order. */
  readonly documents: readonly SourceDocument[]
  /** The contents of those documents. */
  readonly contents: readonly (Pick<DocumentContent, 'id' | 'blocks'> & Partial<DocumentContent>)[]
  readonly themes: readonly Theme[]
  readonly groups?: readonly ThemeGroup[]
  readonly liveThemes?: readonly LiveTheme[]
  readonly savedSearches?: readonly SavedSearch[]
  readonly wordLists?: readonly WordList[]
  readonly attributes?: readonly Attribute[]
  /** All of the project's; they may name documents that are not among those wanted. */
  readonly documentGroups?: readonly DocumentGroup[]
  /** Highlights, taggings and notes of the documents that are wanted, and the notes of themes and project. */
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
  readonly notes: readonly Note[]
  /** Links between those highlights. */
  readonly links?: readonly PassageLink[]
  /** Earlier texts of the documents, with their contents among `contents`; read only for formats that keep originals. */
  readonly revisions?: readonly Revision[]
  /** The files of the contents; read only for formats that keep originals. */
  readonly originals?: readonly Original[]
}

/** In which order passages come: in text order, under each theme, or as they were marked. */
export const ARRANGEMENTS = ['document', 'theme', 'time'] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]

/** The citation styles that are offered: GB/T 7714-2015, Chicago (notes and bibliography), APA (7th edition). */
export const CITATION_STYLES = ['gb7714', 'chicago', 'apa'] as const
export type CitationStyle = (typeof CITATION_STYLES)[number]

export interface ExportOptions {
  readonly arrange: Arrangement
  /** The language of the labels that the exporter writes. */
  readonly language: Language
  /** When the export is made; exporters do not ask the clock. */
  readonly now: Time
  /** IANA time zone for times shown to people; machine formats use UTC. */
  readonly timeZone: string
  /** How much of the text is shown before and after each quote, in UTF-16 units; 0 or absent: only the quote. */
  readonly context?: number
  /** One of the exporter's `variants`; the first of them where absent. */
  readonly variant?: string
  /** How sources are cited where the format cites; GB/T 7714 where absent. */
  readonly citation?: CitationStyle
  /** Told how many characters the format forbids and were replaced, where any were. */
  readonly onReplaced?: (count: number) => void
  /** Told now and then how far the writing of a large project is: 0 to 1. Who no longer wants it ends the worker. */
  readonly onProgress?: (done: number) => void
}

export interface ExportedFile {
  /** A file name safe on every system. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What was written, and what is to be said of it. */
export interface Exported {
  readonly files: readonly ExportedFile[]
  /** What of the project the format does not carry, each a sentence. */
  readonly remarks: readonly Problem[]
}

/** One format. */
export interface Exporter {
  readonly id: string
  /** Without the dot. */
  readonly extension: string
  readonly mediaType: string
  /** The arrangements that make a difference, the usual one first; empty where the format has its own order. */
  readonly arranges: readonly Arrangement[]
  /** Kinds of this format between which one chooses (templates, reports), the usual one first. */
  readonly variants?: readonly string[]
  /** Whether `context` makes a difference. */
  readonly quotesInContext?: true
  /** Whether `citation` makes a difference. */
  readonly cites?: true
  /** Whether it writes the files that documents were read from, and so needs `originals` and `revisions`. */
  readonly keepsOriginals?: true
  /** Whether what it writes is a page of HTML that is not kept, but printed as a PDF of the same name. */
  readonly printed?: true
  write(snapshot: ProjectSnapshot, options: ExportOptions): ExportedFile[] | Promise<ExportedFile[]>
}
