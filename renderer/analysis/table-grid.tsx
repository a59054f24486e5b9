// biome-ignore-all lint/a11y/useSemanticElements: only what is in view exists, which a table element does not allow for
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useMemo, useRef, useState } from 'react'
import type { Arranged, Arrangement, Sorting } from '#shared/queries/tables/arrange'
import type { Line, Table } from '#shared/queries/tables/table'
import { useMessages } from '../app/language'
import { GridHead } from './grid-head'
import { type GridItem, GridRow } from './grid-row'
import type { RowGroups } from './row-groups'
import { type GridPlace, useGridFocus } from './use-grid-focus'

/** A cell, or a whole row where `column` is null, by their ids. */
export interface CellAt {
  readonly row: string
  readonly column: string | null
  /** The row is a group of rows. */
  readonly isGroup?: boolean
}

export interface TableGridProps {
  readonly table: Table
  readonly seen: Arranged
  /** null: the rows are not grouped. */
  readonly groups: RowGroups | null
  readonly format: (number: number) => string
  readonly arrangement: Arrangement
  readonly onArrange: (arrangement: Partial<Arrangement>) => void
  readonly at: CellAt | null
  readonly onOpen: (at: CellAt) => void
}

/** The height of a row and the widths of its parts, in CSS pixels. */
const ROW = 30
const NAME = 216
const COLUMN = 104
const WHOLE = 92

/** The numbers of a table. Heads sort and hide, a number opens its passages; only the cells in view exist. */
export function TableGrid(props: TableGridProps) {
  const { table, seen, groups, format, arrangement, onArrange, at, onOpen } = props
  const t = useMessages()
  const scroller = useRef<HTMLDivElement>(null)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const items = useMemo((): GridItem[] => {
    if (!groups) return seen.rows.map((_, index) => ({ kind: 'row', index }))
    return groups.all.flatMap((group): GridItem[] => {
      const isOpen = !closed.has(group.id)
      const own = isOpen ? group.indexes.map((index): GridItem => ({ kind: 'row', index })) : []
      return [{ kind: 'group', group, isOpen }, ...own]
    })
  }, [seen, groups, closed])
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollPaddingStart: ROW,
  })
  const columns = useVirtualizer({
    horizontal: true,
    count: seen.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN,
    overscan: 3,
    scrollPaddingStart: NAME,
    scrollPaddingEnd: WHOLE,
    paddingStart: NAME,
    paddingEnd: WHOLE,
  })
  const nameOf = (line: Line | undefined): string => line?.name ?? t('analysis.without')
  const columnOf = (index: number): Line | undefined => table.columns[seen.columns[index] ?? -1]
  const rowOf = (item: GridItem | undefined): Line | undefined =>
    item?.kind === 'row' ? table.rows[seen.rows[item.index] ?? -1] : undefined
  const count = seen.columns.length
  const sortRows = (by: Sorting): void => {
    const is = arrangement.rows
    const isSame = is.by === by.by && (is.by !== 'line' || (by.by === 'line' && is.line === by.line))
    onArrange({ rows: isSame ? { ...by, down: !is.down } : by })
  }
  const sortBy = (column: number): void => {
    if (column === 0) return sortRows({ by: 'name', down: false })
    if (column > count) return sortRows({ by: 'sum', down: true })
    sortRows({ by: 'line', line: columnOf(column - 1)?.id ?? '', down: true })
  }
  const toggle = (group: string): void => {
    const next = new Set(closed)
    if (!next.delete(group)) next.add(group)
    setClosed(next)
  }
  const open = (item: GridItem, column: number): void => {
    const id = column > 0 && column <= count ? (columnOf(column - 1)?.id ?? '') : null
    if (item.kind === 'row') return onOpen({ row: rowOf(item)?.id ?? '', column: id })
    if (column === 0) return toggle(item.group.id)
    onOpen({ row: item.group.id, column: id, isGroup: true })
  }
  const hide = ({ row, column }: GridPlace): void => {
    const line = column > 0 && column <= count ? columnOf(column - 1) : undefined
    if (row === -1) {
      if (line) onArrange({ hiddenColumns: [...arrangement.hiddenColumns, line.id] })
      return
    }
    const own = rowOf(items[row])
    if (own) onArrange({ hiddenRows: [...arrangement.hiddenRows, own.id] })
  }
  const focus = useGridFocus({
    rows: items.length,
    columns: count + 2,
    grid: scroller,
    scrollTo: ({ row, column }) => {
      if (row >= 0) rows.scrollToIndex(row, { align: 'auto' })
      if (column > 0 && column <= count) columns.scrollToIndex(column - 1, { align: 'auto' })
    },
    onPress: ({ row, column }) => {
      const item = items[row]
      if (row === -1) sortBy(column)
      else if (item) open(item, column)
    },
    onDelete: hide,
  })
  if (seen.rows.length === 0) return <p className="empty number-empty">{t('analysis.noNumbers')}</p>
  const across = columns.getVirtualItems().map(({ index, start }) => ({ index, start, line: columnOf(index) }))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is a grid's, chosen below
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is a grid's, chosen below
    <div
      ref={scroller}
      className="number-grid"
      role={groups ? 'treegrid' : 'grid'}
      aria-label={t('analysis.table')}
      aria-rowcount={items.length + 1}
      aria-colcount={count + 2}
      style={{ '--row': `${ROW}px`, '--width': `${columns.getTotalSize()}px` } as CSSProperties}
      onKeyDown={focus.onKeyDown}
    >
      <GridHead
        columns={across}
        count={count}
        sorting={arrangement.rows}
        isShare={arrangement.share !== 'none'}
        nameOf={nameOf}
        focus={focus}
        onSort={sortBy}
        onHide={(column) => hide({ row: -1, column })}
      />
      <div role="rowgroup" className="number-rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index]
          if (!item) return null
          return (
            <GridRow
              key={item.kind === 'row' ? `row ${rowOf(item)?.id}` : `group ${item.group.id}`}
              item={item}
              level={groups ? (item.kind === 'group' ? 1 : 2) : undefined}
              row={index}
              top={start}
              line={rowOf(item)}
              seen={seen}
              columns={across}
              count={count}
              at={at}
              format={format}
              nameOf={nameOf}
              focus={focus}
              onOpen={(column) => open(item, column)}
              onHide={() => hide({ row: index, column: 0 })}
            />
          )
        })}
      </div>
    </div>
  )
}
