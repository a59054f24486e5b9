import type { AttributeId, ContentId, DocumentId, ProjectId, Time } from './ids'
import type { OriginalHash } from './original'

/** What a block is in the document's structure. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'listItem'
  | 'quotation'
  | 'tableRow'
  | 'code'
  | 'caption'
  /** A foot- or endnote, after the text; its `marker` is the sign that calls it. */
  | 'footnote'

/** Words inside a block that the source set apart. They carry no meaning for positions. */
export interface InlineMark {
  /** UTF-16 offsets inside the block's own text; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly kind: 'strong' | 'emphasis' | 'code' | 'superscript' | 'subscript' | 'link'
  /** The address of a link; only http, https and mailto are kept. */
  readonly href?: string
}

/**
 * Words inside a paragraph that head what follows them there, as Chinese official prose has it: （一）强化政治引领。 before
 * the paragraph's own text, 一是… 二是… in the middle of it.
 */
export interface RunInHeading {
  /** UTF-16 offsets inside the block's own text; `end` is exclusive and greater than `start`. */
  readonly start: number
  readonly end: number
  /** As of a heading: 1 (highest) to 6. */
  readonly level: number
  /** How sure it is to be one, 0 to 1; absent where the researcher said so. */
  readonly confidence?: number
}

/** What makes a block be no part of the text proper: the page around it. */
export const DEBRIS = [
  /** The way to the page: 首页 > 新闻 > 正文. */
  'breadcrumb',
  /** Menus, lists of links to other pages, previous and next. */
  'navigation',
  /** Share, collect, print, font size. */
  'share',
  /** Scan the code. */
  'qrCode',
  /** Date, source and author on a line of their own; they are in the metadata. */
  'byline',
  /** Who edited the page, or is responsible for it. */
  'editor',
  /** Where the text was taken from, after it, or the original title. */
  'source',
  /** What stands on the page once more: the title, a line. */
  'repeated',
  /** Advertisements, gifts, app downloads. */
  'advert',
  /** Counts of readers, characters, comments; bare numbers. */
  'counter',
  /** The site's name, motto, address, rights, disclaimers. */
  'footer',
  /** The researcher said that it is no part of the text. */
  'other',
] as const
export type Debris = (typeof DEBRIS)[number]

/** When something is said or shown, in milliseconds from the beginning of the recording. */
export interface TimeSpan {
  readonly start: number
  /** Exclusive; absent where the source does not say. */
  readonly end?: number
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
  /** Headings that run into its text, ascending, none inside another. Blocks that are headings themselves have none. */
  readonly outline?: readonly RunInHeading[]
  /** The page of the source on which it begins, as it is printed there (`iv`, `12`). */
  readonly page?: string
  /** Further pages that begin inside the block: UTF-16 offsets inside its own text, ascending. */
  readonly pageBreaks?: readonly { readonly at: number; readonly page: string }[]
  readonly time?: TimeSpan
  /** Who speaks, where the source says so beside the text (subtitles, transcripts). */
  readonly speaker?: string
  /**
   * Why it was judged to be debris of the page. It stays in the text, with its positions, and the reader folds it;
   * absent for the text itself.
   */
  readonly debris?: Debris
  /** How sure it is that the block is of its kind, 0 to 1, where that was inferred and not said by the source. */
  readonly confidence?: number
}

/** A title as it is compared: white space of any width is one space. */
export const plainTitle = (title: string): string => title.replace(/\s+/g, ' ').trim()

/** The fields of the metadata that can be found in a text or a page. */
export const METADATA_FIELDS = [
  'title',
  'subtitle',
  'date',
  'author',
  'reporter',
  'editor',
  'source',
  'place',
  'section',
  'url',
] as const
export type MetadataField = (typeof METADATA_FIELDS)[number]

/** Where a field of the metadata was found. */
export interface Evidence {
  readonly by:
    | 'front matter'
    | 'markup'
    | 'JSON-LD'
    | 'properties'
    | 'text'
    | 'file name'
    | 'table'
    /** The researcher said so. */
    | 'reader'
  /** The words it was read from, as they stand there. */
  readonly quote?: string
}

/** What is known about a document's origin. Absent means unknown; nothing is guessed in silence. */
export interface DocumentMetadata {
  readonly title?: string
  readonly subtitle?: string
  /** ISO 8601 as far as it is known: `2021`, `2021-12`, `2021-12-30` or `2021-12-30T08:26:54+08:00`. */
  readonly date?: string
  readonly author?: string
  /** Who reported, where the source tells that from authorship: 记者. */
  readonly reporter?: string
  /** 责编. */
  readonly editor?: string
  readonly source?: string
  /** Where the report was written: 本报南宁讯. */
  readonly place?: string
  /** The part of the paper or site it stands in. */
  readonly section?: string
  readonly url?: string
  readonly categories?: readonly string[]
  readonly tags?: readonly string[]
  /** What the source says besides, by its own names: fields of front matter, 通讯员, 摄影, 发文字号. */
  readonly other?: Readonly<Record<string, string>>
  /** Where each field was found; a field without evidence was given by the format itself. */
  readonly evidence?: { readonly [F in MetadataField]?: Evidence }
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
  /** Values of the project's own attributes; what is not there is unknown. */
  readonly attributes?: Readonly<Record<AttributeId, AttributeValue>>
  /** Place in the library's own order, ascending. */
  readonly order: number
  readonly created: Time
}

/** The value of an attribute: text, an ISO 8601 date or a choice as a string, a number as a number. */
export type AttributeValue = string | number

/** A document's text, and which file it was read from. Immutable: records point to it, history never copies it. */
export interface DocumentContent {
  readonly id: ContentId
  readonly project: ProjectId
  readonly blocks: readonly Block[]
  /** The file as it came in, so that it can be read again (another encoding) and handed on; see `Original`. */
  readonly original: OriginalHash
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
