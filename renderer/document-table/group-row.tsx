import { ChevronDown, ChevronRight } from 'lucide-react'
import type { DocumentRow } from '#shared/queries/document-table/rows'
import { useMessages } from '../app/language'
import { useCellText } from './cell-text'
import type { DocumentTable } from './use-document-table'

export interface GroupRowProps {
  readonly row: Extract<DocumentRow, { kind: 'group' }>
  readonly table: DocumentTable
  readonly index: number
  /** Where it stands, in CSS pixels from the top. */
  readonly start: number
  /** The column of the active cell, when it is in this row. */
  readonly active: number | null
  readonly onPress: () => void
}

/** The head of documents that share a value. */
export function GroupRow({ row, table, index, start, active, onPress }: GroupRowProps) {
  const t = useMessages()
  const cellText = useCellText()
  const column = table.all.find(({ id }) => id === table.view.groupBy)
  const isFolded = table.folded.has(row.words)
  const Sign = isFolded ? ChevronRight : ChevronDown
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names its active cell
    <div
      role="row"
      className="table-row group-row"
      aria-rowindex={index + 2}
      aria-expanded={!isFolded}
      data-active={active !== null || undefined}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onPress}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names this cell */}
      <div
        role="gridcell"
        id={active === null ? undefined : `cell-${index}-${active}`}
        aria-colindex={1}
        aria-colspan={table.columns.length + 1}
      >
        <Sign size={14} aria-hidden="true" />
        <strong>
          {row.words === '' ? t('documents.withoutValue') : column ? cellText(column, row.words) : row.words}
        </strong>
        <span className="count">{row.count}</span>
      </div>
    </div>
  )
}
