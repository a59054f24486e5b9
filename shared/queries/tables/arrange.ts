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
  /** The numbers of whole rows and columns, by their places among those that are shown. */
  readonly rowTotal: (row: number) => number
  readonly columnTotal: (column: number) => number
  /** The largest number of a cell; 0 where there are none. */
  readonly largest: number
}

/** The numbers of whole lines, by their indexes in the table. */
export interface Totals {
  readonly row: (row: number) => number
  readonly column: (column: number) => number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
const names = new Intl.Collator('zh', { numeric: true })

interface Sorted {
  /** In the table, and among the lines that are shown. */
  readonly index: number
  readonly at: number
  readonly name: string | null
  readonly total: () => number
  readonly inLine: number
}

function sorted(lines: readonly Sorted[], { by, down }: Sorting): Sorted[] {
  const compare = (one: Sorted, other: Sorted): number => {
    if (by === 'own') return one.index - other.index
    if (by === 'name') {
      if (one.name === null || other.name === null) return Number(one.name === null) - Number(other.name === null)
      return names.compare(one.name, other.name)
    }
    return by === 'sum' ? one.total() - other.total() : one.inLine - other.inLine
  }
  return lines.toSorted((one, other) => (down ? -1 : 1) * compare(one, other) || one.index - other.index)
}

/** Answers as `of` does, which is asked once for each: a whole line takes a walk through all its cells. */
function once(of: (at: number) => number): (at: number) => number {
  const known = new Map<number, number>()
  return (at) => {
    const there = known.get(at)
    if (there !== undefined) return there
    const found = of(at)
    known.set(at, found)
    return found
  }
}

/** The lines that are not hidden, by their indexes. */
const shownOf = (lines: readonly { readonly id: string }[], hidden: readonly string[]): number[] => {
  const out = new Set(hidden)
  return lines.flatMap(({ id }, i) => (out.has(id) ? [] : [i]))
}

/**
 * A table as one wants to see it: lines left out, shares of what is left, sorted. Shares are of the sums of what is shown,
 * from 0 to 1; of a sum of 0 they are 0. Whole lines have the sums of their numbers; where numbers are no shares, what
 * `totals` say, if they are given.
 */
export function arranged(
  { rows, columns }: Pick<Table, 'rows' | 'columns'>,
  valueAt: (row: number, column: number) => number,
  arrangement: Arrangement,
  totals?: Totals,
): Arranged {
  const { share, hideEmpty } = arrangement
  let down = shownOf(rows, arrangement.hiddenRows)
  let across = shownOf(columns, arrangement.hiddenColumns)
  let numbers = down.map((row) => across.map((column) => valueAt(row, column)))
  if (hideEmpty) {
    const hasNumber = across.map((_, j) => numbers.some((each) => each[j] !== 0))
    const kept = numbers.map((each) => each.some((value) => value !== 0))
    down = down.filter((_, i) => kept[i])
    numbers = numbers.filter((_, i) => kept[i]).map((each) => each.filter((_, j) => hasNumber[j]))
    across = across.filter((_, j) => hasNumber[j])
  }
  const columnSums = (of: readonly (readonly number[])[]): number[] => {
    const sums = across.map(() => 0)
    for (const each of of) for (let j = 0; j < each.length; j++) sums[j] = (sums[j] ?? 0) + (each[j] ?? 0)
    return sums
  }
  const [rowSum, columnSum] = [numbers.map(sum), columnSums(numbers)]
  const total = sum(rowSum)
  const shares = numbers.map((each, i) =>
    share === 'none'
      ? each
      : each.map((value, j) => {
          const whole = { row: rowSum[i] ?? 0, column: columnSum[j] ?? 0, all: total }[share]
          return whole === 0 ? 0 : value / whole
        }),
  )
  const whole = share === 'none' ? totals : undefined
  const ofRows = once((at) => (whole ? whole.row(down[at] ?? -1) : sum(shares[at] ?? [])))
  const sums = whole ? [] : columnSums(shares)
  const ofColumns = once((at) => (whole ? whole.column(across[at] ?? -1) : (sums[at] ?? 0)))
  const inRow = down.indexOf(lineOf(arrangement.columns, rows))
  const inColumn = across.indexOf(lineOf(arrangement.rows, columns))
  const rowsNow = sorted(
    down.map((index, at) => ({
      index,
      at,
      name: rows[index]?.name ?? null,
      total: () => ofRows(at),
      inLine: shares[at]?.[inColumn] ?? 0,
    })),
    arrangement.rows,
  )
  const columnsNow = sorted(
    across.map((index, at) => ({
      index,
      at,
      name: columns[index]?.name ?? null,
      total: () => ofColumns(at),
      inLine: shares[inRow]?.[at] ?? 0,
    })),
    arrangement.columns,
  )
  const values = rowsNow.map(({ at: i }) => columnsNow.map(({ at: j }) => shares[i]?.[j] ?? 0))
  return {
    rows: rowsNow.map(({ index }) => index),
    columns: columnsNow.map(({ index }) => index),
    values,
    rowTotal: (row) => rowsNow[row]?.total() ?? 0,
    columnTotal: (column) => columnsNow[column]?.total() ?? 0,
    largest: values.reduce((most, row) => row.reduce((more, each) => Math.max(more, each), most), 0),
  }
}

const lineOf = (sorting: Sorting, lines: readonly { readonly id: string }[]): number =>
  sorting.by === 'line' ? lines.findIndex(({ id }) => id === sorting.line) : -1
