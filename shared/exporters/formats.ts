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
