import type { Piece } from './piece'
import { type Row, rowOf } from './rows'

/** Rows that are read one after the other, and how wide the text stands there. */
export interface Column {
  readonly rows: readonly Row[]
  readonly left: number
  readonly right: number
}

interface Bounds {
  readonly left: number
  readonly right: number
}
/** A white strip that parts the rows from `first` to `last` (inclusive); right of it, text begins at `x`. */
interface Gutter {
  readonly x: number
  readonly first: number
  readonly last: number
  readonly rows: number
}

/** A gutter is at least this wide, in ems. */
const GUTTER = 0.8
/** Columns of running text are at least this wide, in ems; those of a table are mostly not. */
const NARROWEST = 8
/** And in half of their lines this share is filled; in a table the cells are shorter. */
const FILLED = 0.55
const MOST_COLUMNS_DEEP = 6
/** How many places on a page are tried as the beginning of a column. */
const MOST_TRIED = 24

/**
 * The columns of a page in reading order: what stands across the page first, then the columns below it from left to
 * right, each to its end. Tables, whose cells do not fill their columns, are read row by row.
 */
export const columnsOf = (rows: readonly Row[], bounds: Bounds): Column[] => parted(rows, bounds, 0)

function parted(rows: readonly Row[], bounds: Bounds, depth: number): Column[] {
  if (rows.length === 0) return []
  const gutter = depth < MOST_COLUMNS_DEEP ? widestGutter(rows, bounds) : undefined
  if (!gutter) return [{ rows, ...bounds }]
  const { x, first, last } = gutter
  const band = rows.slice(first, last + 1)
  const side = (keep: (piece: Piece) => boolean): Row[] =>
    band.map((row) => row.pieces.filter(keep)).flatMap((pieces) => (pieces.length > 0 ? [rowOf(pieces)] : []))
  const left = side((piece) => piece.x < x - 0.5)
  const right = side((piece) => piece.x >= x - 0.5)
  const leftEnd = Math.max(...left.flatMap((row) => row.pieces.map((piece) => piece.x + piece.width)))
  return [
    ...parted(rows.slice(0, first), bounds, depth + 1),
    ...parted(left, { left: bounds.left, right: leftEnd }, depth + 1),
    ...parted(right, { left: x, right: bounds.right }, depth + 1),
    ...parted(rows.slice(last + 1), bounds, depth + 1),
  ]
}

interface Run {
  start: number
  end: number
}

/** The stretches of a row without a gap that could be a gutter. */
function runsOf(row: Row): Run[] {
  const runs: Run[] = []
  for (const { x, width } of row.pieces) {
    const last = runs.at(-1)
    if (last && x - last.end < 0.6 * row.size) last.end = Math.max(last.end, x + width)
    else runs.push({ start: x, end: x + width })
  }
  return runs
}

function widestGutter(rows: readonly Row[], bounds: Bounds): Gutter | undefined {
  const em = middle(rows.map((row) => row.size))
  const all = rows.map(runsOf)
  const starts = new Map<number, number>()
  for (const { start } of all.flat()) {
    if (start < bounds.left + NARROWEST * em || start > bounds.right - NARROWEST * em) continue
    starts.set(Math.round(start / 2), (starts.get(Math.round(start / 2)) ?? 0) + 1)
  }
  const tried = [...starts].sort((a, b) => b[1] - a[1]).slice(0, MOST_TRIED)
  return tried.flatMap(([at]) => gutterAt(at * 2 - 1, all, bounds, em)).sort((a, b) => b.rows - a.rows || a.x - b.x)[0]
}

/** The gutters that lie left of `x`: runs of rows in which nothing crosses it, with text on both sides. */
function gutterAt(x: number, all: readonly (readonly Run[])[], bounds: Bounds, em: number): Gutter[] {
  const crossed = all.map((runs) => runs.some((run) => run.start < x - 0.5 && run.end > x - GUTTER * em))
  const found: Gutter[] = []
  for (let first = 0; first < all.length; first++) {
    if (crossed[first]) continue
    let last = first
    while (last + 1 < all.length && !crossed[last + 1]) last += 1
    const band = all.slice(first, last + 1)
    const left = band.map((runs) => runs.filter((run) => run.start < x - 0.5)).filter((runs) => runs.length > 0)
    const right = band.map((runs) => runs.filter((run) => run.start >= x - 0.5)).filter((runs) => runs.length > 0)
    if (
      left.length >= 3 &&
      right.length >= 2 &&
      isText(left, bounds.left, Math.max(...left.map(endOf)), em) &&
      isText(right, x, bounds.right, em)
    ) {
      found.push({ x, first, last, rows: left.length + right.length })
    }
    first = last
  }
  return found
}

const endOf = (runs: readonly Run[]): number => Math.max(...runs.map((run) => run.end))

function isText(side: readonly (readonly Run[])[], left: number, right: number, em: number): boolean {
  const width = right - left
  if (width < NARROWEST * em) return false
  const filled = side.map((runs) => runs.reduce((sum, run) => sum + run.end - run.start, 0) / width)
  return middle(filled) >= FILLED
}

/** The median; 0 of nothing. */
export function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0
}
