import type { Table } from './table'

/** What the numbers are shown as parts of. */
export const SHARES = ['none', 'row', 'column', 'all'] as const
export type Share = (typeof SHARES)[number]

/** By what rows or columns are sorted: their own order, names, sums, or the numbers in one line across (by its id). */
export type Sorting =
  | { readonly by: 'own' | 'name' | 'sum'; readonly down: boolean }
  | { readonly by: 'line'; readonly line: string; readonly down: boolean }

/** How a table is looked at. */
export interface Arrangement {
  readonly share: Share
  readonly rows: Sorting
  readonly columns: Sorting
  /** Whether lines without any number are left out. */
  readonly hideEmpty: boolean
  /** The ids of rows and of columns that are left out. */
  readonly hiddenRows: readonly string[]
  readonly hiddenColumns: readonly string[]
}

export const PLAIN: Arrangement = {
  share: 'none',
  rows: { by: 'own', down: false },
  columns: { by: 'own', down: false },
  hideEmpty: true,
  hiddenRows: [],
  hiddenColumns: [],
}

/** A table as it is shown: rows and columns by their indexes in the table, in the order in which they come. */
export interface Arranged {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  /** The numbers, by row and column as they are shown. */
  readonly values: readonly (readonly number[])[]
  /** The sums of the numbers shown, and the largest of them; 0 where there are none. */
  readonly rowSums: readonly number[]
  readonly columnSums: readonly number[]
  readonly largest: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
const names = new Intl.Collator('zh', { numeric: true })

interface Sorted {
  readonly index: number
  readonly id: string
  readonly name: string | null
  readonly sum: number
  readonly inLine: number
}

function sorted(lines: readonly Sorted[], { by, down }: Sorting): Sorted[] {
  const compare = (one: Sorted, other: Sorted): number => {
    if (by === 'own') return one.index - other.index
    if (by === 'name') {
      if (one.name === null || other.name === null) return Number(one.name === null) - Number(other.name === null)
      return names.compare(one.name, other.name)
    }
    return by === 'sum' ? one.sum - other.sum : one.inLine - other.inLine
  }
  return lines.toSorted((one, other) => (down ? -1 : 1) * compare(one, other) || one.index - other.index)
}

/**
 * A table as one wants to see it: lines left out, shares of what is left, sorted. Shares are of the sums of what is shown,
 * from 0 to 1; of a sum of 0 they are 0.
 */
export function arranged(
  { rows, columns }: Pick<Table, 'rows' | 'columns'>,
  valueAt: (row: number, column: number) => number,
  arrangement: Arrangement,
): Arranged {
  const { share, hideEmpty } = arrangement
  const hidden = { rows: new Set(arrangement.hiddenRows), columns: new Set(arrangement.hiddenColumns) }
  let down = rows.flatMap(({ id }, i) => (hidden.rows.has(id) ? [] : [i]))
  let across = columns.flatMap(({ id }, i) => (hidden.columns.has(id) ? [] : [i]))
  if (hideEmpty) {
    const [all, any] = [across, down]
    down = down.filter((row) => all.some((column) => valueAt(row, column) !== 0))
    across = across.filter((column) => any.some((row) => valueAt(row, column) !== 0))
  }
  const raw = new Map(down.map((row) => [row, new Map(across.map((column) => [column, valueAt(row, column)]))]))
  const at = (row: number, column: number): number => raw.get(row)?.get(column) ?? 0
  const rowSum = new Map(down.map((row) => [row, sum(across.map((column) => at(row, column)))]))
  const columnSum = new Map(across.map((column) => [column, sum(down.map((row) => at(row, column)))]))
  const total = sum([...rowSum.values()])
  const shared = (row: number, column: number): number => {
    const whole = { none: 1, row: rowSum.get(row) ?? 0, column: columnSum.get(column) ?? 0, all: total }[share]
    return whole === 0 ? 0 : at(row, column) / whole
  }
  const inRow = lineOf(arrangement.columns, rows)
  const inColumn = lineOf(arrangement.rows, columns)
  const order = (lines: readonly Sorted[], by: Sorting): number[] => sorted(lines, by).map(({ index }) => index)
  const shownRows = order(
    down.map((index) => ({
      index,
      id: rows[index]?.id ?? '',
      name: rows[index]?.name ?? null,
      sum: sum(across.map((column) => shared(index, column))),
      inLine: shared(index, inColumn),
    })),
    arrangement.rows,
  )
  const shownColumns = order(
    across.map((index) => ({
      index,
      id: columns[index]?.id ?? '',
      name: columns[index]?.name ?? null,
      sum: sum(down.map((row) => shared(row, index))),
      inLine: shared(inRow, index),
    })),
    arrangement.columns,
  )
  const values = shownRows.map((row) => shownColumns.map((column) => shared(row, column)))
  return {
    rows: shownRows,
    columns: shownColumns,
    values,
    rowSums: values.map(sum),
    columnSums: shownColumns.map((_, i) => sum(values.map((each) => each[i] ?? 0))),
    largest: values.reduce((most, row) => row.reduce((more, each) => Math.max(more, each), most), 0),
  }
}

const lineOf = (sorting: Sorting, lines: readonly { readonly id: string }[]): number =>
  sorting.by === 'line' ? lines.findIndex(({ id }) => id === sorting.line) : -1
