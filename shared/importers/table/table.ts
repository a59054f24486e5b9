import type { Encoding } from '../../model/document'
import { type Problem, ProblemError } from '../../result'
import type { SourceFile } from '../importer'

/** A table as it stands in a file: rows of cells, every cell in words. */
export interface Table {
  /** The names of the file's sheets; empty for a format that has none. */
  readonly sheets: readonly string[]
  /** Which of them this is, by its place from 0. */
  readonly sheet: number
  /** Its rows from the top, rows without any words left out. Every row has as many cells as the widest. */
  readonly rows: readonly TableRow[]
  readonly encoding?: Encoding
  readonly remarks: readonly Problem[]
}

/** A row of cells, and where it stands. */
export interface TableRow {
  /** Its number in the file, from 1: the row of a spreadsheet, the record of a CSV file. */
  readonly number: number
  readonly cells: readonly string[]
}

/** What Excel itself allows, and what a window's memory can hold of it. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
export const MOST_CELLS = 20_000_000

/** Throws a ProblemError for a table that reaches farther than can be read. */
export function refuseTooFar({ name }: SourceFile, rows: number, columns: number): void {
  if (rows <= MOST_ROWS && columns <= MOST_COLUMNS && rows * columns <= MOST_CELLS) return
  throw new ProblemError({ key: 'table.tooFar', params: { name, rows, columns } })
}

/**
 * The rows of a table: those without words are left out, and short ones are filled up.
 * Throws a ProblemError when they reach too far.
 */
export function tableRows(file: SourceFile, rows: Iterable<readonly string[]>): TableRow[] {
  const kept: TableRow[] = []
  let number = 0
  let width = 0
  for (const cells of rows) {
    number += 1
    const last = cells.findLastIndex((cell) => cell.trim() !== '')
    if (last === -1) continue
    width = Math.max(width, last + 1)
    kept.push({ number, cells })
  }
  refuseTooFar(file, kept.length, width)
  return kept.map((row) => ({
    number: row.number,
    cells: Array.from({ length: width }, (_, column) => row.cells[column] ?? ''),
  }))
}
