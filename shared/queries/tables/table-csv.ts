import Papa from 'papaparse'

/** What a spreadsheet could take for a formula; see `shared/exporters/csv.ts`. */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/

/** The numbers of a table with what they are about. */
export interface NumberTable {
  /** What stands above the names of the rows. */
  readonly corner: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly values: readonly (readonly number[])[]
}

/**
 * Numbers as CSV with a byte order mark and CRLF, so that Excel opens it; numbers are written in full with a point. A name
 * that could run as a formula begins with an apostrophe.
 */
export function tableCsv({ corner, rows, columns, values }: NumberTable): string {
  const lines = rows.map((name, i) => [name, ...(values[i] ?? [])])
  return `\ufeff${Papa.unparse([[corner, ...columns], ...lines], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`
}
