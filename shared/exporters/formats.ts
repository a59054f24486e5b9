import type { Arrangement } from './exporter'

/** One kind of a format between which a reader chooses. */
export interface FormatVariant {
  /** One of the exporter's `variants`; absent where it has none. */
  readonly id?: string
  /** The arrangements that make a difference, the usual one first. */
  readonly arranges: readonly Arrangement[]
  /** Whether passages may be quoted with the words around them. */
  readonly quotesInContext?: true
}

/** What a screen needs to know of an exporter without loading it: the exporters are large, and run in the worker. */
export interface ExportFormat {
  readonly id: string
  readonly variants: readonly FormatVariant[]
  /** Whether what the exporter writes is printed as a PDF, and not kept. */
  readonly printed?: true
}

const REPORT: FormatVariant = { id: 'report', arranges: ['theme', 'document', 'time'], quotesInContext: true }
const DOCUMENT: FormatVariant = { id: 'document', arranges: [] }

const TABLES = ['taggings', 'passages', 'codebook', 'attributes', 'counts'] as const

/** Every format that notes can be taken out in, in the order in which they are offered; the exporters' own list says the same. */
export const EXPORT_FORMATS = [
  {
    id: 'markdown',
    variants: [
      { id: 'plain', arranges: ['document', 'theme'] },
      { id: 'obsidian', arranges: [] },
      { id: 'logseq', arranges: [] },
      { ...REPORT, id: 'pandoc' },
    ],
  },
  { id: 'docx', variants: [DOCUMENT, REPORT] },
  { id: 'pdf', variants: [DOCUMENT, REPORT], printed: true },
  { id: 'html', variants: [DOCUMENT, REPORT] },
  { id: 'xlsx', variants: [{ arranges: [] }] },
  { id: 'csv', variants: TABLES.map((id) => ({ id, arranges: [] })) },
  { id: 'web-annotation', variants: [{ arranges: [] }] },
  { id: 'tei', variants: [{ arranges: [] }] },
  { id: 'pingdian', variants: [{ arranges: [] }] },
  { id: 'qdpx', variants: [{ arranges: [] }] },
  { id: 'qdc', variants: [{ arranges: [] }] },
  { id: 'bibtex', variants: [{ arranges: [] }] },
  { id: 'csl-json', variants: [{ arranges: [] }] },
] as const satisfies readonly ExportFormat[]

/** Formats that keep the files that documents were read from; the exporters' own `keepsOriginals` says the same. */
export const KEEPING_ORIGINALS: readonly string[] = ['pingdian', 'qdpx']

export type ExportFormatId = (typeof EXPORT_FORMATS)[number]['id']

/** What formats are for. */
export const FORMAT_GROUPS = ['reading', 'writing', 'tables', 'exchange', 'references'] as const
export type FormatGroup = (typeof FORMAT_GROUPS)[number]

const GROUPED: { readonly [F in ExportFormatId]?: FormatGroup } = {
  docx: 'reading',
  pdf: 'reading',
  html: 'reading',
  markdown: 'writing',
  xlsx: 'tables',
  csv: 'tables',
  bibtex: 'references',
  'csl-json': 'references',
}

/** What a format is for; one that is not to be looked at here is for other programs. */
export const groupOf = (id: ExportFormatId): FormatGroup => GROUPED[id] ?? 'exchange'

/** By what an export in a format can be narrowed. */
export const narrowedBy = (id: ExportFormatId): { readonly documents: boolean; readonly passages: boolean } => ({
  documents: id !== 'qdc',
  passages: groupOf(id) !== 'references' && id !== 'qdc',
})

/** Formats that set documents, or a report of their passages, as pages. */
export const PAGES: readonly string[] = ['docx', 'pdf', 'html']

/** Whether a format writes the documents themselves, not only what was marked in them. */
export const writesTexts = (id: string, variant: string | undefined): boolean =>
  KEEPING_ORIGINALS.includes(id) || id === 'tei' || (PAGES.includes(id) && variant !== 'report')
