import Papa from 'papaparse'
import { translator } from '../messages'
import { utf8 } from './bytes'
import { codebookCsv } from './codebook-csv'
import type { Exporter, ExportOptions } from './exporter'
import { fileName } from './file-name'
import { markedProject } from './marked-documents'
import { stepsOf } from './progress'
import { GUARDED } from './sheets/guard'
import { TABLE_IDS, TABLES, type TableId } from './sheets/sheets'
import type { SheetTable } from './sheets/table'
import type { Cell } from './spreadsheet'

/** So many rows are put into words at a time. */
const CHUNK = 2_000

function* linesOf({ header, rows, count }: SheetTable, onProgress: ExportOptions['onProgress']): Generator<string> {
  const step = stepsOf(onProgress, count)
  const lines = (batch: readonly (readonly Cell[])[]): string =>
    `${Papa.unparse(batch as unknown[][], { newline: '\r\n', escapeFormulae: GUARDED })}\r\n`
  yield '\ufeff'
  let batch: (readonly Cell[])[] = [header]
  for (const row of rows()) {
    batch.push(row)
    step()
    if (batch.length < CHUNK) continue
    yield lines(batch)
    batch = []
  }
  if (batch.length > 0) yield lines(batch)
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
  write(snapshot, { language, onProgress, variant = 'taggings' }) {
    if (variant === 'codebook') return [codebookCsv(snapshot, { language })]
    const say = translator(language)
    const id: TableId = TABLE_IDS.find((each) => each === variant) ?? 'taggings'
    const bytes = utf8(linesOf(TABLES[id](markedProject(snapshot), say), onProgress))
    const { name } = snapshot.project
    const title = id === 'taggings' ? name : `${name} – ${say(`exportFormats.csv.${id}`)}`
    return [{ name: fileName(title, 'csv', new Set(), say('export.untitled')), bytes }]
  },
}
