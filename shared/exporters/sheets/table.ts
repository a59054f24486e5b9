import type { Cell } from '../spreadsheet'

/** A table that is made row by row, as often as it is asked for. */
export interface SheetTable {
  readonly header: readonly string[]
  /** How many rows there are. */
  readonly count: number
  rows(): Iterable<readonly Cell[]>
}
