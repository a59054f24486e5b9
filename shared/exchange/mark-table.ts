import { themePathName } from '../model/theme'
import { annotationReading } from './annotations/reading'
import { annotationRecords } from './annotations/records'
import type { ExchangeReader } from './incoming'
import { keeping } from './keeping'
import { TABLES_KEEP } from './losses'
import { tableHead } from './tables/head'
import { knownMarks } from './tables/known-marks'
import { marksOfPassages, marksOfTaggings } from './tables/marks'
import { placedMarks } from './tables/placed-marks'
import { markRows } from './tables/rows'

/**
 * Tables of taggings and of passages as `csv` writes them, in any language of the interface, also after a spreadsheet has
 * saved them, and of highlights as Taguette writes them. They hold no texts: passages are set on the documents of the project.
 */
export const markTable: ExchangeReader = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'tab'],
  hasTexts: false,
  recognises: (file) => ['taggings', 'passages'].includes(tableHead(file)?.kind ?? ''),
  read(file, options) {
    const head = tableHead(file) ?? { kind: 'taggings', columns: new Map() }
    const reading = annotationReading(file.name, options)
    const { into } = options
    const rows = markRows(file, head)
    options.onProgress?.(0.3)
    const byId = new Map(into.themes.map((theme) => [theme.id, theme]))
    const paths = new Set(into.themes.map((theme) => themePathName(theme, byId)))
    const marks = head.kind === 'passages' ? marksOfPassages(rows, paths) : marksOfTaggings(rows)
    const placed = placedMarks(marks, reading)
    options.onProgress?.(0.6)
    const { highlights, taggings, notes } = annotationRecords(knownMarks(placed, into), reading)
    const { told } = reading
    const report = {
      ...{ name: '', repaired: told.repaired.all() },
      ...{ unrepresented: told.unrepresented.all(), missing: told.missing.all() },
    }
    const records = { coders: reading.coders(), themes: reading.themes.made(), highlights, taggings, notes }
    const kept = TABLES_KEEP[head.kind === 'passages' ? 'passages' : 'taggings']
    return keeping(kept, { report, records, contents: [], originals: [] }, options)
  },
}
