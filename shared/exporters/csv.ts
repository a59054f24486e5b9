import Papa from 'papaparse'
import { translator } from '../messages'
import { codebookCsv } from './codebook-csv'
import type { Exporter } from './exporter'
import { fileName } from './file-name'
import { markedProject } from './marked-documents'
import { GUARDED } from './sheets/guard'
import { TABLE_IDS, TABLES, type TableId } from './sheets/sheets'
import type { SheetTable } from './sheets/table'

/** So many rows are put into words at a time. */
const CHUNK = 2_000

function bytesOf({ header, rows }: SheetTable): Uint8Array {
  const encoder = new TextEncoder()
  const chunks = [encoder.encode('\ufeff')]
  let batch: (readonly (string | number | null)[])[] = [header]
  const write = (): void => {
    chunks.push(
      encoder.encode(`${Papa.unparse(batch as unknown[][], { newline: '\r\n', escapeFormulae: GUARDED })}\r\n`),
    )
    batch = []
  }
  for (const row of rows()) {
    batch.push(row)
    if (batch.length >= CHUNK) write()
  }
  if (batch.length > 0) write()
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/**
 * A table of the project. `taggings`: one row for each tagging, and one for each highlight without a theme. `passages`:
 * one for each highlight. `codebook`: one for each theme, which can be read again. `attributes`: one for each document.
 * `counts`: documents down, themes across. `start` and `end` count code points from 0, `end` exclusive, as Python and R
 * count; `paragraph` counts from 1; `page`, `at` and `speaker` are the source's own, where it has them. Of a highlight
 * that is lost they are empty, and `paragraph` says so. `time` is UTC. UTF-8 with a byte order mark and CRLF, so that
 * Excel opens it; a cell that could run as a formula begins with an apostrophe.
 */
export const csv: Exporter = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  arranges: [],
  variants: TABLE_IDS,
  write(snapshot, { language, variant = 'taggings' }) {
    if (variant === 'codebook') return [codebookCsv(snapshot, { language })]
    const say = translator(language)
    const id: TableId = TABLE_IDS.find((each) => each === variant) ?? 'taggings'
    const bytes = bytesOf(TABLES[id](markedProject(snapshot), say))
    const { name } = snapshot.project
    const title = id === 'taggings' ? name : `${name} – ${say(`exportFormats.csv.${id}`)}`
    return [{ name: fileName(title, 'csv', new Set(), say('export.untitled')), bytes }]
  },
}
