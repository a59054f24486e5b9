import { ArrowDown, ArrowUp, ChevronDown, Filter } from 'lucide-react'
import { useRef } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { Column } from '#shared/queries/document-table/columns'
import { asks } from '#shared/queries/document-table/filter'
import { useMessages } from '../app/language'
import { useColumnName } from './cell-text'
import { ColumnMenu } from './column-menu'
import type { DocumentTable } from './use-document-table'

export interface ColumnHeadProps {
  readonly table: DocumentTable
  readonly column: Column
  readonly index: number
  readonly isActive: boolean
  /** Whether what can be done with the column is shown. */
  readonly isOpen: boolean
  readonly onOpen: (open: boolean) => void
}

/** The head of a column: a click sorts by it, and its sign opens all that can be done with it. */
export function ColumnHead({ table, column, index, isActive, isOpen, onOpen }: ColumnHeadProps) {
  const t = useMessages()
  const columnName = useColumnName()
  const head = useRef<HTMLDivElement>(null)
  const { view, change } = table
  const sorted = view.sort?.column === column.id ? view.sort : null
  const name = columnName(column)
  const sortNext = (): void => {
    const sort = !sorted
      ? { column: column.id, descending: false }
      : sorted.descending
        ? null
        : { ...sorted, descending: true }
    change({ sort })
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names its active cell
    <div
      ref={head}
      role="columnheader"
      id={`head-${index}`}
      className="column-head"
      aria-colindex={index + 2}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
      data-active={isActive || undefined}
      data-column={index}
      data-kind={column.kind}
    >
      <button type="button" tabIndex={-1} className="column-sort" title={name} onClick={sortNext}>
        <span>{name}</span>
        {sorted &&
          (sorted.descending ? <ArrowDown size={12} aria-hidden="true" /> : <ArrowUp size={12} aria-hidden="true" />)}
        {asks(view.filters[column.id]) && <Filter size={11} aria-label={t('documents.isFiltered')} />}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className="column-more"
        aria-label={t('documents.more', { name })}
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
      >
        <ChevronDown size={13} aria-hidden="true" />
      </button>
      <Popover
        isOpen={isOpen}
        onOpenChange={onOpen}
        triggerRef={head}
        placement="bottom start"
        className="menu-popover"
      >
        <Dialog className="column-menu" aria-label={t('documents.more', { name })}>
          <ColumnMenu table={table} column={column} onClose={() => onOpen(false)} />
        </Dialog>
      </Popover>
    </div>
  )
}
