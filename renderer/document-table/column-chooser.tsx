import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { Button, Checkbox, Dialog, DialogTrigger } from 'react-aria-components'
import type { Column, ColumnId } from '#shared/queries/document-table/columns'
import { useMessages } from '../app/language'
import { DialogPopover } from '../dialogs/dialog-popover'
import { useColumnName } from './cell-text'
import type { DocumentTable } from './use-document-table'

/** The columns in another order: `id` stands one place earlier (-1) or later (1). */
export function withMoved(ids: readonly ColumnId[], id: ColumnId, by: 1 | -1): ColumnId[] {
  const at = ids.indexOf(id)
  const others = ids.filter((each) => each !== id)
  others.splice(Math.max(0, Math.min(at + by, others.length)), 0, id)
  return others
}

/** Which columns are shown, and in which order. */
export function ColumnChooser({ table }: { readonly table: DocumentTable }) {
  const t = useMessages()
  const columnName = useColumnName()
  const { all, columns, change } = table
  const shown = columns.map(({ id }) => id)
  const choose = (ids: readonly ColumnId[]): void => change({ columns: ids, known: all.map(({ id }) => id) })
  const hidden = all.filter(({ id }) => !shown.includes(id))
  const line = (column: Column, at: number) => (
    <li key={column.id} data-shown={at >= 0 || undefined}>
      <Checkbox
        className="check-line"
        isSelected={at >= 0}
        isDisabled={at >= 0 && columns.length === 1}
        onChange={(on) => choose(on ? [...shown, column.id] : shown.filter((id) => id !== column.id))}
      >
        {columnName(column)}
      </Checkbox>
      {at >= 0 && (
        <>
          <Button
            className="icon-button"
            aria-label={t('documents.earlier', { name: columnName(column) })}
            isDisabled={at === 0}
            onPress={() => choose(withMoved(shown, column.id, -1))}
          >
            <ArrowUp size={13} aria-hidden="true" />
          </Button>
          <Button
            className="icon-button"
            aria-label={t('documents.later', { name: columnName(column) })}
            isDisabled={at === columns.length - 1}
            onPress={() => choose(withMoved(shown, column.id, 1))}
          >
            <ArrowDown size={13} aria-hidden="true" />
          </Button>
        </>
      )}
    </li>
  )
  return (
    <DialogTrigger>
      <Button className="button quiet-button">
        <Columns3 size={14} aria-hidden="true" />
        {t('documents.chooseColumns')}
      </Button>
      <DialogPopover placement="bottom end" className="menu-popover">
        <Dialog className="column-chooser" aria-label={t('documents.chooseColumns')}>
          <ul>{[...columns.map(line), ...hidden.map((column) => line(column, -1))]}</ul>
        </Dialog>
      </DialogPopover>
    </DialogTrigger>
  )
}
