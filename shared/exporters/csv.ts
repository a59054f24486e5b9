import Papa from 'papaparse'
import { translator } from '../messages'
import { codePointIndex } from '../model/code-points'
import { type Locator, locatorOf, pageRange, timeCode } from '../model/locator'
import { placeOf } from '../model/place'
import type { Exporter } from './exporter'
import { fileName } from './file-name'
import { markedProject } from './marked-documents'
import { utc } from './times'

const COLUMNS = [
  'document',
  'paragraph',
  'page',
  'at',
  'speaker',
  'start',
  'end',
  'quote',
  'before',
  'after',
  'theme',
  'themePath',
  'coder',
  'note',
  'time',
] as const

/**
 * What a spreadsheet could take for a formula, also after blanks that it strips, and in the full-width forms that East
 * Asian editions accept. Papa's own pattern overlooks cells of several lines. See OWASP, "CSV Injection".
 */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/

/**
 * A table with one row for each tagging, and one for each highlight without a theme. `start` and `end` count code
 * points from 0, `end` exclusive, as Python and R count; `paragraph` counts from 1; `page`, `at` and `speaker` are the
 * source's own, where it has them. Of a highlight that is lost they are empty, and `paragraph` says so. `time` is UTC.
 * UTF-8 with a byte order mark and CRLF, so that Excel opens it; a cell that could run as a formula begins with an
 * apostrophe.
 */
export const csv: Exporter = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  arranges: [],
  write(snapshot, { language }) {
    const say = translator(language)
    const rows: (string | number)[][] = []
    for (const { document, blocks, starts, text, passages } of markedProject(snapshot).documents) {
      const points = codePointIndex(text)
      const count = (offset: number): number => points.codePoint(Math.min(offset, text.length))
      for (const { highlight, coder, given, notes } of passages) {
        const { passage, created } = highlight
        const lost = highlight.lost !== undefined
        const paragraph = lost ? say('export.notInText') : placeOf(blocks, starts, passage).paragraph
        const locator: Locator = lost ? { speakers: [] } : locatorOf(blocks, starts, passage)
        const at = locator.time ? timeCode(locator.time.start) : ''
        const place = [document.title, paragraph, pageRange(locator) ?? '', at, locator.speakers.join('; ')]
        const ends = lost ? ['', ''] : [count(passage.start), count(passage.end)]
        const extent = [...ends, passage.quote, passage.prefix, passage.suffix]
        const note = notes.map((each) => each.text.trim()).join('\n\n')
        const row = (theme: string, path: string, by: string, time: number) =>
          rows.push([...place, ...extent, theme, path, by, note, utc(time)])
        if (given.length === 0) row('', '', coder, created)
        for (const each of given) row(each.theme.name, each.path, each.coder, each.tagging.created)
      }
    }
    const header = COLUMNS.map((column) => say(`export.csv.${column}`))
    const table = Papa.unparse([header, ...rows], { newline: '\r\n', escapeFormulae: FORMULA })
    const name = fileName(snapshot.project.name, 'csv', new Set(), say('export.untitled'))
    return [{ name, bytes: new TextEncoder().encode(`\ufeff${table}\r\n`) }]
  },
}
