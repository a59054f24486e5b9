import type { Encoding } from '../../model/document'
import { extensionOf } from '../formats'
import type { ReadOptions, SourceFile, TableMapping } from '../importer'
import { columnNames, suggestMapping } from './columns'
import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'
import type { Table } from './table'

/** How many rows a preview shows, a header not counted. */
export const PREVIEW_ROWS = 20

/** A table before it is brought in, so that a person can say what its columns are. */
export interface TablePreview {
  /** The names of the file's sheets; empty for a CSV file. */
  readonly sheets: readonly string[]
  /** The names of its columns when the first row is taken as `suggestion` does; `columnNames` gives the others. */
  readonly columns: readonly string[]
  /** Its first rows as they stand, the header among them; at most `PREVIEW_ROWS` and one. */
  readonly rows: readonly (readonly string[])[]
  /** The numbers of these rows in the file, from 1. */
  readonly numbers: readonly number[]
  /** For each column, one bit for each row with words, the lowest first: whether the row has words in that column. */
  readonly filled: readonly Uint8Array[]
  /** How many rows with words it has, the header among them. */
  readonly rowCount: number
  readonly suggestion: TableMapping
  readonly encoding?: Encoding
}

/** How a table is looked at: in which encoding, and which sheet of it (from 0). */
export type PreviewOptions = Pick<ReadOptions, 'encoding'> & { readonly sheet?: number }

/** Reads the beginning of a table. Throws a ProblemError when it cannot be read. */
export async function readTable(file: SourceFile, { encoding, sheet }: PreviewOptions): Promise<TablePreview> {
  const options = encoding === undefined ? {} : { encoding }
  return previewOf(extensionOf(file.name) === 'xlsx' ? await readXlsx(file, sheet) : readCsv(file, options))
}

/** The preview of a table. */
export function previewOf(table: Table): TablePreview {
  const rows = table.rows.slice(0, PREVIEW_ROWS + 1).map(({ cells }) => cells)
  const suggestion = suggestMapping(rows, { sheet: table.sheet })
  return {
    sheets: table.sheets,
    columns: columnNames(rows, suggestion.hasHeader),
    rows,
    numbers: table.rows.slice(0, PREVIEW_ROWS + 1).map(({ number }) => number),
    filled: columnsFilled(table),
    rowCount: table.rows.length,
    suggestion,
    ...(table.encoding && { encoding: table.encoding }),
  }
}

function columnsFilled({ rows }: Table): Uint8Array[] {
  const width = rows[0]?.cells.length ?? 0
  const filled = Array.from({ length: width }, () => new Uint8Array(Math.ceil(rows.length / 8)))
  rows.forEach(({ cells }, row) => {
    cells.forEach((cell, column) => {
      const bits = filled[column] as Uint8Array
      if (cell.trim() !== '') bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7))
    })
  })
  return filled
}
