import Papa from 'papaparse'
import { ProblemError } from '../result'
import type { FoundTheme } from './codebook'
import { type CodebookField, fieldOf } from './codebook-words'
import type { Remarks } from './remarks'

/** An apostrophe before what a spreadsheet could take for a formula; it was put there when the table was written. */
const GUARD = /^'+(?:[\t\r]|\s*[=+\-@＝＋－＠])/

const lineEnds = (words: string): number => words.split('\n').length - 1

/** What parts the columns: of comma, semicolon and tab, the one that the first line has most of. */
function delimiterOf(text: string): string {
  const end = text.indexOf('\n')
  const header = end === -1 ? text : text.slice(0, end)
  const count = (sign: string): number => header.split(sign).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

/**
 * The themes in a table whose first row names its columns, in any language of the interface; columns that say nothing
 * of a theme are passed over. Throws a ProblemError when neither a path nor a name is among them.
 */
export function readCsv(text: string, name: string, remarks: Remarks): FoundTheme[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), newline: '\n' })
  const [header = [], ...rows] = data
  const columns = header.map((label) => fieldOf(label))
  if (!columns.includes('path') && !columns.includes('name')) {
    throw new ProblemError({ key: 'codebook.noColumns', params: { name } })
  }
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row))
  let line = 1 + header.reduce((sum, cell) => sum + lineEnds(cell), 0)
  return rows.flatMap((row, i): FoundTheme[] => {
    const at = line + 1
    line += 1 + row.reduce((sum, cell) => sum + lineEnds(cell), 0)
    if (row.every((cell) => cell.trim() === '')) return []
    if (broken.has(i + 1)) remarks.add({ key: 'codebook.quotes', params: { line: at } })
    const cell = (field: CodebookField): string => {
      const found = row[columns.indexOf(field)] ?? ''
      return GUARD.test(found) ? found.slice(1) : found
    }
    return [
      {
        line: at,
        path: (cell('path').trim() || cell('name')).split(/\s+\/\s+/u),
        colour: cell('colour'),
        description: cell('description'),
        inclusion: cell('inclusion'),
        exclusion: cell('exclusion'),
      },
    ]
  })
}
