import Papa from 'papaparse'
import { ProblemError } from '../result'
import type { FoundTheme } from './codebook'
import { type CodebookField, fieldOf } from './codebook-words'
import type { Remarks } from './remarks'

/** An apostrophe before what a spreadsheet could take for a formula; it was put there when the table was written. */
const GUARD = /^'+(?:[\t\r]|\s*[=+\-@＝＋－＠])/

/** A cell as it was before it was guarded. */
export const unguarded = (cell: string): string => (GUARD.test(cell) ? cell.slice(1) : cell)

const lineEnds = (words: string): number => words.split('\n').length - 1

/** What parts the columns: of comma, semicolon and tab, the one that the first line has most of. */
export function delimiterOf(text: string): string {
  const end = text.indexOf('\n')
  const header = end === -1 ? text : text.slice(0, end)
  const count = (sign: string): number => header.split(sign).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

/**
 * Whether these are the rows of a list of codes as QualCoder takes it: `category>>code` and a memo, without names of
 * columns (github.com/ccbogel/QualCoder/wiki/6.1.-Imports-and-Exports).
 */
export const isCodeList = (rows: readonly (readonly string[])[]): boolean =>
  rows.some(([path = '']) => /\S>>\S/.test(path)) && rows.every((row) => row.slice(2).every((cell) => cell === ''))

/** Its rows; undefined where the file is no such list. */
function codeListIn(text: string): string[][] | undefined {
  return [',', delimiterOf(text)]
    .map((delimiter) => Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data)
    .find(isCodeList)
}

/** Whether a text without names of columns is a list of codes for QualCoder. */
export const isListOfCodes = (text: string): boolean => codeListIn(text) !== undefined

/** What parts the names of codes in a list for MAXQDA, whose columns are called so. */
const MAXQDA = { columns: ['code', 'memo'], stop: /\s*(?:>{1,2}|\\)\s*/ } as const

/**
 * The themes in a table whose first row names its columns, in any language of the interface; columns that say nothing
 * of a theme are passed over. Lists of
 * codes for QualCoder and MAXQDA are read too. Throws a ProblemError when neither a path nor a name is among them.
 */
export function readCsv(text: string, name: string, remarks: Remarks): FoundTheme[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), newline: '\n' })
  const [header = [], ...rows] = data
  const columns = header.map((label) => fieldOf(label))
  if (!columns.includes('path') && !columns.includes('name')) {
    const list = codeListIn(text)
    if (!list) throw new ProblemError({ key: 'codebook.noColumns', params: { name } })
    return list.flatMap(([path = '', description = ''], at): FoundTheme[] =>
      path.trim() === ''
        ? []
        : [{ line: at + 1, path: path.split('>>'), description, colour: '', inclusion: '', exclusion: '' }],
    )
  }
  const isMaxqda = header.map((label) => label.trim().toLowerCase()).join() === MAXQDA.columns.join()
  const stop = isMaxqda ? MAXQDA.stop : /\s+\/\s+/u
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row))
  let line = 1 + header.reduce((sum, cell) => sum + lineEnds(cell), 0)
  return rows.flatMap((row, i): FoundTheme[] => {
    const at = line + 1
    line += 1 + row.reduce((sum, cell) => sum + lineEnds(cell), 0)
    if (row.every((cell) => cell.trim() === '')) return []
    if (broken.has(i + 1)) remarks.add({ key: 'codebook.quotes', params: { line: at } })
    const cell = (field: CodebookField): string => {
      return unguarded(row[columns.indexOf(field)] ?? '')
    }
    return [
      {
        line: at,
        path: (cell('path').trim() || cell('name')).split(stop),
        colour: cell('colour'),
        description: cell('description'),
        inclusion: cell('inclusion'),
        exclusion: cell('exclusion'),
      },
    ]
  })
}
