/** A cell by its place: its row (-1: the heads of the columns) and its column, from 0. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** The cells that are chosen: the rectangle between the one where choosing began and the one that has the focus. */
export interface Selection {
  readonly anchor: CellPlace
  readonly active: CellPlace
}

/** How many rows and columns there are, and how many rows a page of them has. */
export interface Extent {
  readonly rows: number
  readonly columns: number
  readonly page: number
}

/** A key with what is held beside it. */
export interface MovingKey {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, or Cmd on macOS. */
  readonly mod: boolean
}

export const at = (row: number, column: number): Selection => ({ anchor: { row, column }, active: { row, column } })

/** The first and last rows and columns of the chosen cells. */
export function bounds({ anchor, active }: Selection): {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
} {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  }
}

function target(
  { active }: Selection,
  { key, mod, shift }: MovingKey,
  { rows, columns, page }: Extent,
): CellPlace | null {
  const { row, column } = active
  switch (key) {
    case 'ArrowDown':
      return { row: mod ? rows - 1 : row + 1, column }
    case 'ArrowUp':
      return { row: mod ? 0 : row === 0 && !shift ? -1 : Math.max(row - 1, shift ? 0 : -1), column }
    case 'ArrowRight':
      return { row, column: mod ? columns - 1 : column + 1 }
    case 'ArrowLeft':
      return { row, column: mod ? 0 : column - 1 }
    case 'Home':
      return { row: mod ? 0 : row, column: 0 }
    case 'End':
      return { row: mod ? rows - 1 : row, column: columns - 1 }
    case 'PageDown':
      return { row: row + page, column }
    case 'PageUp':
      return { row: Math.max(0, row - page), column }
    default:
      return null
  }
}

/** The place brought inside the table; without rows only the heads are left. */
export const inside = ({ row, column }: CellPlace, { rows, columns }: Extent): CellPlace => ({
  row: Math.max(-1, Math.min(row, rows - 1)),
  column: Math.max(0, Math.min(column, columns - 1)),
})

/** What is chosen after a key; null for a key that moves nothing. */
export function moved(selection: Selection, key: MovingKey, extent: Extent): Selection | null {
  const to = target(selection, key, extent)
  if (!to) return null
  const active = inside(to, extent)
  return { anchor: key.shift ? selection.anchor : active, active }
}

/** The cell that comes after one that was written in: to the right or left, at the end in the next or previous row. */
export function next({ row, column }: CellPlace, by: 1 | -1, extent: Extent): CellPlace {
  const along = row * extent.columns + column + by
  return inside(
    { row: Math.floor(along / extent.columns), column: ((along % extent.columns) + extent.columns) % extent.columns },
    extent,
  )
}
