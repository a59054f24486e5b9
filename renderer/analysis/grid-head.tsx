// biome-ignore-all lint/a11y/useSemanticElements: only what is in view exists, which a table element does not allow for
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell of the grid is in the tab order, see useGridFocus
import { ArrowDown, ArrowUp, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Sorting } from '#shared/queries/tables/arrange'
import type { Line } from '#shared/queries/tables/table'
import { useMessages } from '../app/language'
import type { GridFocus } from './use-grid-focus'

/** A column in view: its index among those shown, and how far from the edge it begins, in CSS pixels. */
export interface ColumnInView {
  readonly index: number
  readonly start: number
  readonly line: Line | undefined
}

export interface GridHeadProps {
  readonly columns: readonly ColumnInView[]
  /** How many columns are shown, in view or not. */
  readonly count: number
  readonly sorting: Sorting
  readonly isShare: boolean
  readonly nameOf: (line: Line | undefined) => string
  readonly focus: GridFocus
  readonly onSort: (column: number) => void
  readonly onHide: (column: number) => void
}

/** The heads of the columns: a click sorts the rows by one, or hides it. */
export function GridHead({ columns, count, sorting, isShare, nameOf, focus, onSort, onHide }: GridHeadProps) {
  const t = useMessages()
  const isBy = (by: Sorting['by'], line?: string): boolean =>
    sorting.by === by && (sorting.by !== 'line' || sorting.line === line)
  const head = (column: number, by: boolean, name: ReactNode, title: string) => ({
    ...focus.cell(-1, column),
    role: 'columnheader',
    'aria-colindex': column + 1,
    'aria-sort': by ? (sorting.down ? ('descending' as const) : ('ascending' as const)) : ('none' as const),
    children: (
      <button type="button" tabIndex={-1} title={title} onClick={() => onSort(column)}>
        <span>{name}</span>
        {by && (sorting.down ? <ArrowDown size={12} aria-hidden="true" /> : <ArrowUp size={12} aria-hidden="true" />)}
      </button>
    ),
  })
  const whole = isShare ? t('analysis.sum') : t('analysis.whole')
  return (
    <div role="row" className="number-head" aria-rowindex={1}>
      <span className="number-name" {...head(0, isBy('name'), t('analysis.rowName'), '')} />
      {columns.map(({ index, start, line }) => {
        const id = line?.id ?? ''
        const name = nameOf(line)
        const { children, ...attributes } = head(index + 1, isBy('line', id), name.split(' / ').at(-1), name)
        return (
          <span key={id} className="number-column" style={{ insetInlineStart: start }} {...attributes}>
            {children}
            <button
              type="button"
              tabIndex={-1}
              className="number-hide"
              aria-label={t('analysis.hide', { name })}
              onClick={() => onHide(index + 1)}
            >
              <EyeOff size={12} aria-hidden="true" />
            </button>
          </span>
        )
      })}
      <span
        className="number-whole"
        {...head(count + 1, isBy('sum'), whole, isShare ? '' : t('analysis.wholeAbout'))}
      />
    </div>
  )
}
