// biome-ignore-all lint/a11y/useSemanticElements: only what is in view exists, which a table element does not allow for
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell of the grid is in the tab order, see useGridFocus
import { ChevronRight, EyeOff } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Arranged } from '#shared/queries/tables/arrange'
import type { Line } from '#shared/queries/tables/table'
import { useMessages } from '../app/language'
import type { ColumnInView } from './grid-head'
import type { RowGroup } from './row-groups'
import type { CellAt } from './table-grid'
import type { GridFocus } from './use-grid-focus'

/** A row of the table by its index among those shown, or the head of a group of rows. */
export type GridItem =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'group'; readonly group: RowGroup; readonly isOpen: boolean }

export interface GridRowProps {
  readonly item: GridItem
  /** Where rows are grouped, 1 for heads and 2 for rows. */
  readonly level: 1 | 2 | undefined
  /** Its index among all items, and how far down it stands, in CSS pixels. */
  readonly row: number
  readonly top: number
  readonly line: Line | undefined
  readonly seen: Arranged
  readonly columns: readonly ColumnInView[]
  readonly count: number
  readonly at: CellAt | null
  readonly format: (number: number) => string
  readonly nameOf: (line: Line | undefined) => string
  readonly focus: GridFocus
  readonly onOpen: (column: number) => void
  readonly onHide: () => void
}

/** One row: its name, its numbers, and the number of the whole of it. Any of them opens its passages. */
export function GridRow(props: GridRowProps) {
  const { item, level, row, line, seen, columns, count, at, format, nameOf, focus, onOpen, onHide } = props
  const t = useMessages()
  const group = item.kind === 'group' ? item.group : null
  const id = group?.id ?? line?.id ?? ''
  const name = group ? (group.name ?? t('analysis.without')) : nameOf(line)
  const values = group ? group.values : (item.kind === 'row' && seen.values[item.index]) || []
  const total = group ? group.total : item.kind === 'row' ? seen.rowTotal(item.index) : 0
  const isHere = at?.row === id && (at.isGroup ?? false) === (group !== null)
  const number = (value: number, column: number, of: string) => (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t('analysis.cell', { row: name, column: of, value: format(value) })}
      onClick={() => onOpen(column)}
    >
      {format(value)}
    </button>
  )
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-expanded={item.kind === 'group' ? item.isOpen : undefined}
      aria-level={level}
      className="number-row"
      data-group={group ? true : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <span role="rowheader" aria-colindex={1} className="number-name" {...focus.cell(row, 0)}>
        {group && (
          <ChevronRight
            size={13}
            className="number-chevron"
            data-open={(item.kind === 'group' && item.isOpen) || undefined}
            aria-hidden="true"
          />
        )}
        {line && (line.theme || line.live) && (
          <span className={`swatch${line.live ? ' live' : ''}`} style={{ background: `var(--theme-${id})` }} />
        )}
        <button type="button" tabIndex={-1} title={name} onClick={() => onOpen(0)}>
          {name.split(' / ').at(-1)}
          {group && <span className="count"> {group.indexes.length}</span>}
        </button>
        {!group && (
          <button
            type="button"
            tabIndex={-1}
            className="number-hide"
            aria-label={t('analysis.hide', { name })}
            onClick={onHide}
          >
            <EyeOff size={12} aria-hidden="true" />
          </button>
        )}
      </span>
      {columns.map(({ index, start, line: column }) => {
        const value = values[index] ?? 0
        const columnId = column?.id ?? ''
        const share = seen.largest === 0 || group ? 0 : value / seen.largest
        const style = { insetInlineStart: start, '--share': `${Math.round(share * 45)}%` } as CSSProperties
        return (
          <span
            key={columnId}
            role="gridcell"
            aria-colindex={index + 2}
            className="number-cell"
            data-current={(isHere && at?.column === columnId) || undefined}
            style={style}
            {...focus.cell(row, index + 1)}
          >
            {value !== 0 && number(value, index + 1, nameOf(column))}
          </span>
        )
      })}
      <span
        role="gridcell"
        aria-colindex={count + 2}
        className="number-cell number-whole"
        data-current={(isHere && at?.column === null) || undefined}
        {...focus.cell(row, count + 1)}
      >
        {number(total, count + 1, t('analysis.whole'))}
      </span>
    </div>
  )
}
