import type { ContentId, DocumentId, ProjectId, Time } from './ids'

/** What a block is in the document's structure. */
export type BlockKind = 'paragraph' | 'heading' | 'listItem' | 'quotation' | 'tableRow' | 'code' | 'caption'

/** Words inside a block that the source set apart. They carry no meaning for positions. */
export interface InlineMark {
  /** UTF-16 offsets inside the block's own text; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly kind: 'strong' | 'emphasis' | 'code' | 'superscript' | 'subscript' | 'link'
  /** The address of a link; only http, https and mailto are kept. */
  readonly href?: string
}

/** One unbroken stretch of a document's text. `text` never contains a line end. */
export interface Block {
  readonly kind: BlockKind
  readonly text: string
  /** Headings: 1 (highest) to 6. List items and quotations: depth of nesting, from 1. Else absent. */
  readonly level?: number
  /** List items: what stands before the item (`•`, `3.`); it is shown, and is not part of the text. */
  readonly marker?: string
  readonly marks?: readonly InlineMark[]
}

/** What is known about a document's origin. Absent means unknown; nothing is guessed in silence. */
export interface DocumentMetadata {
  readonly title?: string
  readonly subtitle?: string
  /** ISO 8601 as far as it is known: `2021`, `2021-12`, `2021-12-30` or `2021-12-30T08:26:54+08:00`. */
  readonly date?: string
  readonly author?: string
  readonly source?: string
  readonly url?: string
  readonly categories?: readonly string[]
  readonly tags?: readonly string[]
  /** Front matter fields that Pingdian has no name for, as they were written. */
  readonly other?: Readonly<Record<string, string>>
}

/** How the bytes of a document were read as characters. */
export interface Encoding {
  /** A WHATWG encoding label: `utf-8`, `gb18030`, `big5`, `utf-16le` ... */
  readonly label: string
  /** How it became known. */
  readonly by: 'byte order mark' | 'valid UTF-8' | 'declaration' | 'detection' | 'reader'
}

/** A text that was brought in. Its blocks are kept apart (`DocumentContent`), so that lists need not load them. */
export interface SourceDocument {
  readonly id: DocumentId
  readonly project: ProjectId
  /** What the lists show; the researcher may change it. */
  readonly title: string
  readonly metadata: DocumentMetadata
  /** BCP 47: `zh-Hans`, `zh-Hant`, `en`, `ja` ..., or `und` where it could not be told. */
  readonly language: string
  /** The importer's id. */
  readonly format: string
  readonly fileName: string
  readonly encoding?: Encoding
  /** The content it shows now. Contents are never changed: a corrected text is a new content. */
  readonly content: ContentId
  /** Length of the plain text in UTF-16 units. */
  readonly length: number
  /** Place in the library's own order, ascending. */
  readonly order: number
  readonly created: Time
}

/** A document's text and the bytes it was read from. Immutable: records point to it, history never copies it. */
export interface DocumentContent {
  readonly id: ContentId
  readonly project: ProjectId
  readonly blocks: readonly Block[]
  /** The file as it came in, so that it can be read again (another encoding) and handed on. */
  readonly original: Uint8Array
}

/** The plain text of blocks: their texts joined by `\n`. All `start` and `end` are UTF-16 offsets into it. */
export const plainText = (blocks: readonly Block[]): string => blocks.map((block) => block.text).join('\n')

/** The UTF-16 offset at which each block begins in the plain text. */
export function blockStarts(blocks: readonly Block[]): number[] {
  const starts: number[] = []
  let at = 0
  for (const block of blocks) {
    starts.push(at)
    at += block.text.length + 1
  }
  return starts
}

/** The index of the block that holds `offset`; an offset on a line end belongs to the block before it. */
export function blockAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
