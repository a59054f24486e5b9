import { type RefObject, useEffect, useRef } from 'react'
import { cellOf, cellWords } from '#shared/queries/document-table/cells'
import { fromTsv, toTsv } from '#shared/queries/document-table/tsv'
import { useActions } from '../actions/context'
import type { WrittenCell } from '../actions/document-table'
import { fieldOf } from './cell-field'
import type { bounds } from './selection'
import type { DocumentTable } from './use-document-table'

/** A rectangle of cells, by places. */
export type Range = ReturnType<typeof bounds>

/** The cells of a rectangle that can be written in, each with what `written` gives for its place in the rectangle. */
export function cellsIn(
  { rows, columns }: DocumentTable,
  { top, bottom, left, right }: Range,
  written: (row: number, column: number) => string | undefined,
): WrittenCell[] {
  const cells: WrittenCell[] = []
  for (let row = Math.max(0, top); row <= Math.min(bottom, rows.length - 1); row++) {
    const there = rows[row]
    if (there?.kind !== 'document') continue
    for (let column = left; column <= Math.min(right, columns.length - 1); column++) {
      const shown = columns[column]
      const field = shown ? fieldOf(shown) : null
      const words = written(row - top, column - left)
      if (field && words !== undefined) cells.push({ document: there.document.id, field, written: words })
    }
  }
  return cells
}

/** Writing, copying and pasting in the cells that are chosen; the clipboard is the grid's while it has the focus. */
export function useCells(table: DocumentTable, range: Range, grid: RefObject<HTMLElement | null>) {
  const actions = useActions()
  const { rows, columns, facts } = table
  const copied = (): string => {
    const lines = rows.slice(range.top, range.bottom + 1).flatMap((row) => {
      if (row.kind === 'group') return []
      return [columns.slice(range.left, range.right + 1).map((each) => cellWords(cellOf(row.document, each, facts)))]
    })
    const isOne = range.top === range.bottom && range.left === range.right
    return isOne ? (lines[0]?.[0] ?? '') : toTsv(lines)
  }
  /** What is pasted begins at the first chosen cell; a single value goes into all of them. */
  const paste = (text: string): void => {
    const block = fromTsv(text)
    const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
    const width = Math.max(...block.map(({ length }) => length))
    const under = { ...range, bottom: range.top + block.length - 1, right: range.left + width - 1 }
    const into = single === undefined ? under : range
    void actions.writeCells(cellsIn(table, into, (row, column) => single ?? block[row]?.[column]))
  }
  const now = useRef({ copied, paste, top: range.top })
  now.current = { copied, paste, top: range.top }
  useEffect(() => {
    // With nothing selected these events come to the body, whatever has the focus.
    const isOurs = (): boolean => document.activeElement === grid.current && now.current.top >= 0
    const onCopy = (event: ClipboardEvent): void => {
      if (!isOurs()) return
      event.clipboardData?.setData('text/plain', now.current.copied())
      event.preventDefault()
    }
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!isOurs() || text === '') return
      event.preventDefault()
      now.current.paste(text)
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [grid])
  return {
    write: (where: Range, words: string) => actions.writeCells(cellsIn(table, where, () => words)),
    /** Takes away what the chosen cells say; a title stays, since no document is without one. */
    clear: () => {
      const cells = cellsIn(table, range, () => '')
      return actions.writeCells(cells.filter(({ field }) => field.kind !== 'title'))
    },
  }
}
