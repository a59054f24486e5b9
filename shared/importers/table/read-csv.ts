import Papa from 'papaparse'
import { decode } from '../encoding'
import type { ReadOptions, SourceFile } from '../importer'
import { withoutControls } from '../line-ends'
import { Remarks } from '../remarks'
import { delimiterOf } from './delimiter'
import { MOST_CELLS, refuseTooFar, type Table, tableRows } from './table'

/** Reads a text table (RFC 4180), its columns parted by comma, semicolon, tab or bar. Throws a ProblemError when it is too large. */
export function readCsv(file: SourceFile, options: ReadOptions): Table {
  const remarks = new Remarks()
  const { text, encoding } = decode(file, options, remarks)
  const { delimiter, from } = delimiterOf(text)
  refuseTooMany(file, text, delimiter)
  const { data, errors } = Papa.parse<string[]>(withoutControls(text.slice(from), remarks), {
    delimiter,
    newline: '\n',
  })
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row)).size
  remarks.count('table.quotes', broken)
  return { sheets: [], sheet: 0, rows: tableRows(file, data), encoding, remarks: remarks.all() }
}

/** Refuses a text that would fall into more cells than a table may have, before it does. */
function refuseTooMany(file: SourceFile, text: string, delimiter: string): void {
  const [end, sign] = [10, delimiter.charCodeAt(0)]
  let [rows, cells] = [1, 1]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === end) rows += 1
    if (unit === end || unit === sign) cells += 1
  }
  if (cells > MOST_CELLS) refuseTooFar(file, rows, Math.ceil(MOST_CELLS / rows) + 1)
}
