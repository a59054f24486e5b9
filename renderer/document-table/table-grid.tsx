import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentId } from '#shared/model/ids'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { ColumnHead } from './column-head'
import { GroupRow } from './group-row'
import { at, bounds, type CellPlace, inside, moved, next, type Selection } from './selection'
import { TableRow } from './table-row'
import { useCells } from './use-cells'
import type { DocumentTable } from './use-document-table'
import { widthsOf } from './widths'

/** The height of every row, in CSS pixels. */
const ROW = 33

export interface TableGridProps {
  readonly table: DocumentTable
  /** The documents that are ticked. */
  readonly chosen: ReadonlySet<DocumentId>
  readonly onChosen: (chosen: ReadonlySet<DocumentId>) => void
}

/** A cell that is being written in, and the key that began it; null: what it says stands in the field. */
interface Writing extends CellPlace {
  readonly typed: string | null
}

/**
 * The table itself: a grid of which only the rows in view exist. The grid has the focus and names its active cell, so
 * that a row may go out of view without taking the focus along.
 */
export function TableGrid({ table, chosen, onChosen }: TableGridProps) {
  const t = useMessages()
  const dispatch = useDispatch()
  const { rows, columns } = table
  const scroller = useRef<HTMLDivElement>(null)
  const [selection, setSelection] = useState<Selection>(() => at(0, 0))
  const [writing, setWriting] = useState<Writing | null>(null)
  const [menu, setMenu] = useState<number | null>(null)
  const extent = { rows: rows.length, columns: columns.length, page: pageOf(scroller.current) }
  const active = inside(selection.active, extent)
  const range = bounds({ anchor: inside(selection.anchor, extent), active })
  const cells = useCells(table, range, scroller)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: ROW,
    rangeExtractor: (seen) => {
      const drawn = defaultRangeExtractor(seen)
      return active.row < 0 || active.row >= rows.length || drawn.includes(active.row)
        ? drawn
        : [...drawn, active.row].sort((a, b) => a - b)
    },
  })
  const allChosen = useMemo(
    () =>
      rows.some(({ kind }) => kind === 'document') &&
      rows.every((row) => row.kind === 'group' || chosen.has(row.document.id)),
    [rows, chosen],
  )
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])

  const show = ({ row, column }: CellPlace): void => {
    if (row >= 0) virtual.scrollToIndex(row, { align: 'auto' })
    scroller.current
      ?.querySelector(`[role=columnheader][data-column="${column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const choose = (wanted: Selection): void => {
    setSelection(wanted)
    show(wanted.active)
  }
  const open = (row: number): void => {
    const there = rows[row]
    if (there?.kind !== 'document') return
    dispatch({ type: 'closeDialog' })
    dispatch({ type: 'openDocument', document: there.document.id })
  }
  const write = (place: CellPlace, typed: string | null): boolean => {
    if (rows[place.row]?.kind !== 'document' || !columns[place.column]?.edits) return false
    setWriting({ ...place, typed })
    return true
  }
  const tick = (top: number, bottom: number): void => {
    const ids = rows.slice(top, bottom + 1).flatMap((row) => (row.kind === 'document' ? [row.document.id] : []))
    const all = ids.every((id) => chosen.has(id))
    const after = new Set(chosen)
    for (const id of ids) all ? after.delete(id) : after.add(id)
    onChosen(after)
  }
  const enter = (place: CellPlace): void => {
    if (columns[place.column]?.id === 'title' || !write(place, null)) open(place.row)
  }
  const act = (): void => {
    const row = rows[active.row]
    if (active.row < 0) setMenu(active.column)
    else if (row?.kind === 'group') table.toggleFold(row.words)
    else enter(active)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== scroller.current || event.nativeEvent.isComposing) return
    const mod = event.ctrlKey || event.metaKey
    const to = event.altKey
      ? null
      : moved({ ...selection, active }, { key: event.key, shift: event.shiftKey, mod }, extent)
    if (to) choose(to)
    else if (event.key === 'ArrowDown' && event.altKey) setMenu(active.column)
    else if (event.key === 'Enter' && mod) open(active.row)
    else if (event.key === 'Enter') act()
    else if (event.key === 'F2') write(active, null)
    else if (event.key === ' ' && !mod) tick(range.top, range.bottom)
    else if (event.key === 'Delete' || event.key === 'Backspace') void cells.clear()
    else if (event.key.toLowerCase() === 'a' && mod)
      setSelection({ anchor: { row: 0, column: 0 }, active: { row: rows.length - 1, column: columns.length - 1 } })
    else if (
      event.key.length !== 1 ||
      mod ||
      event.altKey ||
      columns[active.column]?.id === 'title' ||
      !write(active, event.key)
    )
      return
    event.preventDefault()
  }
  const onCell = (place: CellPlace, event: MouseEvent): void => {
    if (event.button !== 0) return
    setSelection(event.shiftKey ? { anchor: selection.anchor, active: place } : at(place.row, place.column))
    scroller.current?.focus({ preventScroll: true })
  }
  const done = (written: string, then: 'stay' | 'down' | 'right' | 'left' | 'all'): void => {
    if (!writing) return
    setWriting(null)
    const rowsWritten = then === 'all' ? range : { top: writing.row, bottom: writing.row }
    void cells.write({ ...rowsWritten, left: writing.column, right: writing.column }, written)
    if (then === 'stay') return
    scroller.current?.focus({ preventScroll: true })
    const by = then === 'left' ? -1 : 1
    const to =
      then === 'down' ? inside({ row: writing.row + 1, column: writing.column }, extent) : next(writing, by, extent)
    if (then !== 'all') choose(at(to.row, to.column))
  }

  const widths = widthsOf(columns)
  const style = { '--columns': widths.map((width) => `${width}px`).join(' '), '--row': `${ROW}px` } as CSSProperties
  return (
    <div
      ref={scroller}
      className="table-grid"
      role="grid"
      tabIndex={0}
      aria-label={t('documents.table')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={active.row < 0 ? `head-${active.column}` : `cell-${active.row}-${active.column}`}
      style={style}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <div
        role="row"
        className="table-head"
        aria-rowindex={1}
        onMouseDown={(event) => {
          // The grid keeps the focus; what is opened from a head is no part of it.
          if (!event.currentTarget.contains(event.target as Node)) return
          event.preventDefault()
          scroller.current?.focus({ preventScroll: true })
        }}
      >
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
        <div role="columnheader" className="tick" aria-colindex={1}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('documents.chooseAll')}
            checked={allChosen}
            onChange={() => tick(0, rows.length - 1)}
          />
        </div>
        {columns.map((column, index) => (
          <ColumnHead
            key={column.id}
            table={table}
            column={column}
            index={index}
            isActive={active.row < 0 && active.column === index}
            isOpen={menu === index}
            onOpen={(wanted) => {
              setMenu(wanted ? index : null)
              if (!wanted) scroller.current?.focus({ preventScroll: true })
            }}
          />
        ))}
      </div>
      <div role="presentation" className="table-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          const given = { index, start, active: active.row === index ? active.column : null }
          if (row.kind === 'group')
            return (
              <GroupRow key={row.key} {...given} row={row} table={table} onPress={() => table.toggleFold(row.words)} />
            )
          return (
            <TableRow
              key={row.key}
              {...given}
              table={table}
              document={row.document}
              range={index >= range.top && index <= range.bottom ? [range.left, range.right] : null}
              isChosen={chosen.has(row.document.id)}
              onTick={() => tick(index, index)}
              onCell={(column, event) => onCell({ row: index, column }, event)}
              onDrag={(column) => setSelection({ anchor: selection.anchor, active: { row: index, column } })}
              onDouble={(column) => enter({ row: index, column })}
              writing={writing?.row === index ? writing : null}
              several={writing ? documentsIn(table, range) - 1 : 0}
              onWritten={done}
              onLeft={() => {
                setWriting(null)
                scroller.current?.focus({ preventScroll: true })
              }}
            />
          )
        })}
      </div>
      {rows.length === 0 && (
        <p className="empty">{t(table.documents.length === 0 ? 'documents.noneYet' : 'documents.noneFound')}</p>
      )}
    </div>
  )
}

/** How many rows a page has. */
const pageOf = (scroller: HTMLElement | null): number =>
  Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / ROW) - 2)

const documentsIn = (
  { rows }: DocumentTable,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number => rows.slice(Math.max(0, top), bottom + 1).filter(({ kind }) => kind === 'document').length
