import type { Language } from '../messages'
import type { Attribute } from '../model/attribute'
import type { DocumentContent, SourceDocument } from '../model/document'
import type { DocumentGroup } from '../model/document-group'
import type { Highlight, Tagging } from '../model/highlight'
import type { Time } from '../model/ids'
import type { PassageLink } from '../model/link'
import type { Note } from '../model/note'
import type { Coder, Project } from '../model/project'
import type { Theme } from '../model/theme'
import type { ThemeGroup } from '../model/theme-group'

/** Everything an exporter may need, read in one transaction. */
export interface ProjectSnapshot {
  readonly project: Project
  readonly coders: readonly Coder[]
  /** The documents that are wanted, in library order. */
  readonly documents: readonly SourceDocument[]
  /** The contents of those documents. */
  readonly contents: readonly Pick<DocumentContent, 'id' | 'blocks'>[]
  readonly themes: readonly Theme[]
  readonly groups?: readonly ThemeGroup[]
  readonly attributes?: readonly Attribute[]
  /** All of the project's; they may name documents that are not among those wanted. */
  readonly documentGroups?: readonly DocumentGroup[]
  /** Highlights, taggings and notes of the documents that are wanted, and the notes of themes and project. */
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
  readonly notes: readonly Note[]
  /** Links between those highlights. */
  readonly links?: readonly PassageLink[]
}

export interface ExportOptions {
  /** By document: passages in text order. By theme: passages under each theme. */
  readonly arrange: 'document' | 'theme'
  /** The language of the labels that the exporter writes. */
  readonly language: Language
  /** When the export is made; exporters do not ask the clock. */
  readonly now: Time
  /** IANA time zone for times shown to people; machine formats use UTC. */
  readonly timeZone: string
}

export interface ExportedFile {
  /** A file name safe on every system. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** One format. */
export interface Exporter {
  readonly id: string
  /** Without the dot. */
  readonly extension: string
  readonly mediaType: string
  /** Whether `arrange` makes a difference. */
  readonly arranges: boolean
  write(snapshot: ProjectSnapshot, options: ExportOptions): ExportedFile[]
}
