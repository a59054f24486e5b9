import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { translator } from '../messages'
import { ProblemError } from '../result'
import { beginning } from './beginning'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from './exporter'
import { KEEPING_ORIGINALS, PAGES } from './formats'
import { pageOf } from './html'
import { EXPORTERS } from './index'
import { markedProject } from './marked-documents'
import { TABLE_IDS, TABLES } from './sheets/sheets'
import type { Cell } from './spreadsheet'

/** So much of a file is shown. */
const MOST_LINES = 120
const MOST_CHARACTERS = 16_000
const MOST_ROWS = 25
const MOST_COLUMNS = 40
const MOST_ENTRIES = 200

/** A file inside an archive. */
export interface ArchiveEntry {
  readonly path: string
  /** Unpacked, in bytes. */
  readonly size: number
}

/** What of a file can be shown. */
export type ShownFile =
  /** A page of HTML that needs nothing beside itself; `sheet` where it lies on paper. */
  | { readonly kind: 'page' | 'sheet'; readonly html: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'archive'; readonly entries: readonly ArchiveEntry[] }

/** How an export begins. */
export interface ExportPreview {
  readonly shown: ShownFile
  /** The name of the file that is shown. */
  readonly name: string
  /** Whether there are more files than that. */
  readonly isOneOfSeveral: boolean
  /** Whether what is shown goes on, in the file or with passages that were left out. */
  readonly goesOn: boolean
}

/**
 * How the export of this snapshot begins: made by the exporter itself from the first passages, and the beginnings of the
 * first texts. Word documents are shown as the page that says the same. Throws as the exporter does.
 */
export async function previewExport(
  id: string,
  snapshot: ProjectSnapshot,
  options: ExportOptions,
): Promise<ExportPreview> {
  const exporter = EXPORTERS.find((each) => each.id === id)
  if (!exporter) throw new ProblemError({ key: 'export.unknownFormat', params: { id } })
  const { part, isAll } = beginning(snapshot, PAGES.includes(id) && options.variant !== 'report')
  const [first, ...others] = part.documents
  if (id === 'docx' || id === 'pdf') {
    const isEach = id === 'docx' && options.variant !== 'report' && first !== undefined && others.length > 0
    const { name, bytes } = pageOf(isEach ? { ...part, documents: [first] } : part, options, 'sheet')
    const title = isEach ? first.title.trim() || translator(options.language)('export.untitled') : null
    return {
      shown: { kind: 'sheet', html: new TextDecoder().decode(bytes) },
      name: `${title ?? name.replace(/\.html$/, '')}.${id}`,
      isOneOfSeveral: isEach,
      goesOn: !isAll,
    }
  }
  if (id === 'xlsx') {
    const { goesOn, ...table } = tablePreview(part, options)
    return { ...table, isOneOfSeveral: false, goesOn: goesOn || !isAll }
  }
  const [file, ...more] = await exporter.write(part, options)
  if (!file) return { shown: { kind: 'text', text: '' }, name: '', isOneOfSeveral: false, goesOn: false }
  const { shown, goesOn } = shownOf(id, file)
  return { shown, name: file.name, isOneOfSeveral: more.length > 0, goesOn: goesOn || !isAll }
}

function tablePreview(part: ProjectSnapshot, options: ExportOptions): Omit<ExportPreview, 'isOneOfSeveral'> {
  const say = translator(options.language)
  const id = TABLE_IDS[0] ?? 'taggings'
  const { header, rows } = TABLES[id](markedProject(part), say)
  const first: (readonly Cell[])[] = []
  let goesOn = false
  for (const row of rows()) {
    goesOn = first.length === MOST_ROWS
    if (goesOn) break
    first.push(row.slice(0, MOST_COLUMNS))
  }
  const name = say(`exportFormats.csv.${id}`)
  return { shown: { kind: 'table', header: header.slice(0, MOST_COLUMNS), rows: first }, name, goesOn }
}

/** The first rows of a CSV file, as a spreadsheet shows them. */
function csvShown(bytes: Uint8Array): { shown: ShownFile; goesOn: boolean } {
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), {
    skipEmptyLines: true,
    preview: MOST_ROWS + 2,
  })
  const [header = [], ...rows] = data.map((row) => row.slice(0, MOST_COLUMNS))
  return { shown: { kind: 'table', header, rows: rows.slice(0, MOST_ROWS) }, goesOn: rows.length > MOST_ROWS }
}

function shownOf(id: string, { bytes }: ExportedFile): { shown: ShownFile; goesOn: boolean } {
  if (KEEPING_ORIGINALS.includes(id)) {
    const entries: ArchiveEntry[] = []
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ path: name, size: originalSize })
        return false
      },
    })
    return {
      shown: { kind: 'archive', entries: entries.slice(0, MOST_ENTRIES) },
      goesOn: entries.length > MOST_ENTRIES,
    }
  }
  if (id === 'html') return { shown: { kind: 'page', html: new TextDecoder().decode(bytes) }, goesOn: false }
  if (id === 'csv') return csvShown(bytes)
  // A character that is cut in two at the end is left out.
  const decoded = new TextDecoder().decode(bytes.subarray(0, MOST_CHARACTERS * 4), { stream: true })
  const lines = decoded.slice(0, MOST_CHARACTERS).split('\n')
  const text = lines.slice(0, MOST_LINES).join('\n')
  return { shown: { kind: 'text', text }, goesOn: lines.length > MOST_LINES || decoded.length > MOST_CHARACTERS }
}
