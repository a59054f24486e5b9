// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in the cells have the focus
// biome-ignore-all lint/a11y/useSemanticElements: only rows in view exist, which a table element does not allow for
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, EyeOff } from 'lucide-react'
import { type CSSProperties, useRef } from 'react'
import type { Arranged, Arrangement, Sorting } from '#shared/queries/tables/arrange'
import type { Line, Table } from '#shared/queries/tables/table'
import { useMessages } from '../app/language'

/** A cell, or a whole row where `column` is null, by their ids. */
export interface CellAt {
  readonly row: string
  readonly column: string | null
}

export interface TableGridProps {
  readonly table: Table
  readonly seen: Arranged
  readonly format: (number: number) => string
  readonly arrangement: Arrangement
  readonly onArrange: (arrangement: Partial<Arrangement>) => void
  readonly at: CellAt | null
  readonly onOpen: (at: CellAt) => void
}

/** The height of a row, in CSS pixels. */
const ROW = 30
/** More columns than this are not drawn; it is said how many there are. */
export const MOST_COLUMNS = 100

/** The numbers of a table. Heads sort and hide, a number opens its passages; only the rows in view exist. */
export function TableGrid({ table, seen, format, arrangement, onArrange, at, onOpen }: TableGridProps) {
  const t = useMessages()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: seen.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollPaddingStart: ROW,
  })
  const nameOf = (line: Line | undefined): string => line?.name ?? t('analysis.without')
  const lastOf = (line: Line | undefined): string => nameOf(line).split(' / ').at(-1) ?? ''
  const columns = seen.columns.slice(0, MOST_COLUMNS)
  const style = { '--columns': `200px repeat(${columns.length}, 104px) 92px`, '--row': `${ROW}px` } as CSSProperties
  const sortRows = (by: Sorting): void => {
    const is = arrangement.rows
    const isSame = is.by === by.by && (is.by !== 'line' || (by.by === 'line' && is.line === by.line))
    onArrange({ rows: isSame ? { ...by, down: !is.down } : by })
  }
  const isBy = (by: Sorting['by'], line?: string): boolean =>
    arrangement.rows.by === by && (arrangement.rows.by !== 'line' || arrangement.rows.line === line)
  const arrow = arrangement.rows.down ? (
    <ArrowDown size={12} aria-hidden="true" />
  ) : (
    <ArrowUp size={12} aria-hidden="true" />
  )
  const sorted = (is: boolean) => (is ? (arrangement.rows.down ? 'descending' : 'ascending') : 'none')
  if (seen.rows.length === 0) return <p className="empty number-empty">{t('analysis.noNumbers')}</p>
  return (
    <div
      ref={scroller}
      className="number-grid"
      role="table"
      aria-label={t('analysis.table')}
      aria-rowcount={seen.rows.length + 1}
      style={style}
    >
      <div role="row" className="number-head" aria-rowindex={1}>
        <span role="columnheader" aria-sort={sorted(isBy('name'))} className="number-name">
          <button type="button" onClick={() => sortRows({ by: 'name', down: false })}>
            {t('analysis.rowName')}
            {isBy('name') && arrow}
          </button>
        </span>
        {columns.map((column) => {
          const line = table.columns[column]
          const id = line?.id ?? ''
          return (
            <span key={id} role="columnheader" aria-sort={sorted(isBy('line', id))}>
              <button type="button" title={nameOf(line)} onClick={() => sortRows({ by: 'line', line: id, down: true })}>
                <span>{lastOf(line)}</span>
                {isBy('line', id) && arrow}
              </button>
              <button
                type="button"
                className="number-hide"
                aria-label={t('analysis.hide', { name: nameOf(line) })}
                onClick={() => onArrange({ hiddenColumns: [...arrangement.hiddenColumns, id] })}
              >
                <EyeOff size={12} aria-hidden="true" />
              </button>
            </span>
          )
        })}
        <span role="columnheader" aria-sort={sorted(isBy('sum'))}>
          <button type="button" onClick={() => sortRows({ by: 'sum', down: true })}>
            {t('analysis.sum')}
            {isBy('sum') && arrow}
          </button>
        </span>
      </div>
      <div role="rowgroup" className="number-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = table.rows[seen.rows[index] ?? -1]
          const id = line?.id ?? ''
          const values = seen.values[index] ?? []
          return (
            <div
              key={id}
              role="row"
              aria-rowindex={index + 2}
              className="number-row"
              style={{ transform: `translateY(${start}px)` }}
            >
              <span role="rowheader" className="number-name">
                {line?.theme && <span className="swatch" style={{ background: `var(--theme-${id})` }} />}
                <button type="button" title={nameOf(line)} onClick={() => onOpen({ row: id, column: null })}>
                  {lastOf(line)}
                </button>
                <button
                  type="button"
                  className="number-hide"
                  aria-label={t('analysis.hide', { name: nameOf(line) })}
                  onClick={() => onArrange({ hiddenRows: [...arrangement.hiddenRows, id] })}
                >
                  <EyeOff size={12} aria-hidden="true" />
                </button>
              </span>
              {columns.map((column, i) => {
                const value = values[i] ?? 0
                const columnId = table.columns[column]?.id ?? ''
                const isOpen = at?.row === id && at.column === columnId
                const share = seen.largest === 0 ? 0 : value / seen.largest
                return (
                  <span
                    key={columnId}
                    role="cell"
                    className="number-cell"
                    data-current={isOpen || undefined}
                    style={{ '--share': `${Math.round(share * 45)}%` } as CSSProperties}
                  >
                    {value !== 0 && (
                      <button
                        type="button"
                        aria-label={t('analysis.cell', {
                          row: nameOf(line),
                          column: nameOf(table.columns[column]),
                          value: format(value),
                        })}
                        onClick={() => onOpen({ row: id, column: columnId })}
                      >
                        {format(value)}
                      </button>
                    )}
                  </span>
                )
              })}
              <span role="cell" className="number-cell number-sum">
                {format(seen.rowSums[index] ?? 0)}
              </span>
            </div>
          )
        })}
      </div>
      {seen.columns.length > columns.length && (
        <p className="quiet number-more">
          {t('analysis.moreColumns', { shown: columns.length, all: seen.columns.length })}
        </p>
      )}
    </div>
  )
}
