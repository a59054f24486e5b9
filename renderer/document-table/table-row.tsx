import type { MouseEvent } from 'react'
import type { SourceDocument } from '#shared/model/document'
import { cellOf } from '#shared/queries/document-table/cells'
import { useMessages } from '../app/language'
import { CellEditor, type CellEditorProps } from './cell-editor'
import { useCellText, useColumnName } from './cell-text'
import type { DocumentTable } from './use-document-table'

export interface TableRowProps extends Pick<CellEditorProps, 'several' | 'onWritten' | 'onLeft'> {
  readonly table: DocumentTable
  readonly document: SourceDocument
  readonly index: number
  /** Where it stands, in CSS pixels from the top. */
  readonly start: number
  /** The column of the active cell, when it is in this row. */
  readonly active: number | null
  /** The first and the last chosen column, when the row is among those chosen. */
  readonly range: readonly [number, number] | null
  /** Whether its document is ticked. */
  readonly isChosen: boolean
  readonly writing: { readonly column: number; readonly typed: string | null } | null
  readonly onTick: () => void
  readonly onCell: (column: number, event: MouseEvent) => void
  /** The pointer came here with its button down. */
  readonly onDrag: (column: number) => void
  readonly onDouble: (column: number) => void
}

/** A document in the table. */
export function TableRow(props: TableRowProps) {
  const t = useMessages()
  const cellText = useCellText()
  const columnName = useColumnName()
  const { table, document, index, active, range, writing } = props
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names its active cell
    <div
      role="row"
      className="table-row"
      aria-rowindex={index + 2}
      aria-selected={props.isChosen}
      data-chosen={props.isChosen || undefined}
      data-document={document.id}
      style={{ transform: `translateY(${props.start}px)` }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names its active cell */}
      <div role="gridcell" className="tick" aria-colindex={1}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('documents.choose', { title: document.title })}
          checked={props.isChosen}
          onChange={props.onTick}
        />
      </div>
      {table.columns.map((column, at) => {
        const value = cellOf(document, column, table.facts)
        const words = cellText(column, value)
        const isWriting = writing?.column === at
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names its active cell
          <div
            key={column.id}
            role="gridcell"
            id={`cell-${index}-${at}`}
            className="table-cell"
            aria-colindex={at + 2}
            aria-readonly={!column.edits || undefined}
            aria-selected={(range !== null && at >= range[0] && at <= range[1]) || undefined}
            data-active={active === at || undefined}
            data-kind={column.kind}
            data-column={column.id}
            lang={column.id === 'title' ? document.language : undefined}
            title={words.length > 12 && !isWriting ? words : undefined}
            onMouseDown={(event) => !isWriting && props.onCell(at, event)}
            onMouseEnter={(event) => event.buttons === 1 && !writing && props.onDrag(at)}
            onDoubleClick={() => !isWriting && props.onDouble(at)}
          >
            {isWriting ? (
              <CellEditor
                table={table}
                document={document}
                column={column}
                label={t('documents.cell', { column: columnName(column), title: document.title })}
                typed={writing.typed}
                several={props.several}
                onWritten={props.onWritten}
                onLeft={props.onLeft}
              />
            ) : (
              <span>{words}</span>
            )}
          </div>
        )
      })}
    </div>
  )
}
