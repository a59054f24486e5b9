import Papa from 'papaparse'
import { translator } from '../messages'
import { type CodebookSnapshot, codebookEntries } from './codebook-entries'
import type { ExportedFile, ExportOptions } from './exporter'
import { fileName } from './file-name'
import { GUARDED } from './sheets/guard'

const COLUMNS = ['path', 'name', 'colour', 'description', 'inclusion', 'exclusion', 'example', 'count'] as const

/**
 * The project's codebook as a table with one row for each theme, in the order of the tree. The path's names are parted
 * by ` / `; the colour is a pigment's name or `#rrggbb`. UTF-8 with a byte order mark and CRLF; a cell that could run
 * as a formula begins with an apostrophe. `readCodebook` reads it back.
 */
export function codebookCsv(snapshot: CodebookSnapshot, { language }: Pick<ExportOptions, 'language'>): ExportedFile {
  const say = translator(language)
  const rows = codebookEntries(snapshot).map(({ path, colour, description, inclusion, exclusion, example, count }) => [
    path.join(' / '),
    path.at(-1) ?? '',
    colour,
    description,
    inclusion,
    exclusion,
    example,
    count,
  ])
  const header = COLUMNS.map((column) => say(`codebook.columns.${column}`))
  const table = Papa.unparse([header, ...rows], { newline: '\r\n', escapeFormulae: GUARDED })
  const title = say('codebook.title', { project: snapshot.project.name })
  const name = fileName(title, 'csv', new Set(), say('export.untitled'))
  return { name, bytes: new TextEncoder().encode(`\ufeff${table}\r\n`) }
}
