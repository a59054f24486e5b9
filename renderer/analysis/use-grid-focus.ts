import { type HTMLAttributes, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** A cell of a grid by its row and column; the row of heads is -1. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridFocusProps {
  /** How many rows there are below the heads, and how many columns with the names and the whole. */
  readonly rows: number
  readonly columns: number
  readonly grid: RefObject<HTMLElement | null>
  /** Brings a cell to where it exists. */
  readonly scrollTo: (place: GridPlace) => void
  /** Enter or Space on a cell, and Delete. */
  readonly onPress: (place: GridPlace) => void
  readonly onDelete: (place: GridPlace) => void
}

/** The one cell of a grid that is in the tab order, and what the others need to be reached by arrows. */
export interface GridFocus {
  readonly active: GridPlace
  readonly cell: (row: number, column: number) => HTMLAttributes<HTMLElement>
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Moves the focus through the cells of a grid, of which those out of view do not exist: arrows, Home and End (with Ctrl to
 * the first and last row), Page Up and Page Down.
 */
export function useGridFocus(props: GridFocusProps): GridFocus {
  const { rows, columns, grid } = props
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 })
  const isWanted = useRef(false)
  const active = { row: Math.min(place.row, rows - 1), column: Math.min(place.column, columns - 1) }
  const name = `${active.row} ${active.column}`
  // What is drawn after a move may be drawn in several goes.
  useEffect(() => {
    if (!isWanted.current) return
    const element = grid.current?.querySelector<HTMLElement>(`[data-cell="${name}"]`)
    if (!element) return
    isWanted.current = false
    element.focus({ preventScroll: true })
  })
  const move = (to: GridPlace): void => {
    const next = {
      row: Math.min(Math.max(-1, to.row), rows - 1),
      column: Math.min(Math.max(0, to.column), columns - 1),
    }
    isWanted.current = true
    setPlace(next)
    props.scrollTo(next)
  }
  return {
    active,
    cell: (row, column) =>
      ({
        tabIndex: row === active.row && column === active.column ? 0 : -1,
        'data-cell': `${row} ${column}`,
        onFocus: () => setPlace({ row, column }),
      }) as HTMLAttributes<HTMLElement>,
    onKeyDown(event) {
      if (event.altKey || event.nativeEvent.isComposing) return
      const far = event.ctrlKey || event.metaKey
      const { row, column } = active
      const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / 30) - 2)
      const moves: Readonly<Record<string, GridPlace>> = {
        ArrowDown: { row: row + 1, column },
        ArrowUp: { row: row - 1, column },
        ArrowRight: { row, column: column + 1 },
        ArrowLeft: { row, column: column - 1 },
        Home: { row: far ? 0 : row, column: 0 },
        End: { row: far ? rows - 1 : row, column: columns - 1 },
        PageDown: { row: row + page, column },
        PageUp: { row: Math.max(0, row - page), column },
      }
      const to = moves[event.key]
      if (to) move(to)
      else if (event.key === 'Enter' || event.key === ' ') props.onPress(active)
      else if (event.key === 'Delete' || event.key === 'Backspace') props.onDelete(active)
      else return
      event.preventDefault()
    },
  }
}
