import { Button } from 'react-aria-components'
import type { Column } from '#shared/queries/document-table/columns'
import { useMessages } from '../app/language'
import { AttributeSettings } from './attribute-settings'
import { useColumnName } from './cell-text'
import { withMoved } from './column-chooser'
import { ColumnFilter } from './column-filter'
import type { DocumentTable } from './use-document-table'

export interface ColumnMenuProps {
  readonly table: DocumentTable
  readonly column: Column
  readonly onClose: () => void
}

/** What can be done with a column: sort, put together, filter, move, hide; and with an attribute, what it is. */
export function ColumnMenu({ table, column, onClose }: ColumnMenuProps) {
  const t = useMessages()
  const columnName = useColumnName()
  const { view, change, columns, all } = table
  const ids = columns.map(({ id }) => id)
  const arrange = (chosen: typeof ids): void => change({ columns: chosen, known: all.map(({ id }) => id) })
  const sort = (descending: boolean): void => {
    change({ sort: { column: column.id, descending } })
    onClose()
  }
  const isTogether = view.groupBy === column.id
  return (
    <div className="column-acts-all">
      <div className="column-acts">
        <Button autoFocus onPress={() => sort(false)}>
          {t('documents.sortUp')}
        </Button>
        <Button onPress={() => sort(true)}>{t('documents.sortDown')}</Button>
        <Button
          onPress={() => {
            change({ groupBy: isTogether ? null : column.id })
            onClose()
          }}
        >
          {t(isTogether ? 'documents.apart' : 'documents.together')}
        </Button>
        <div className="column-moves">
          <Button isDisabled={ids[0] === column.id} onPress={() => arrange(withMoved(ids, column.id, -1))}>
            {t('documents.moveLeft')}
          </Button>
          <Button isDisabled={ids.at(-1) === column.id} onPress={() => arrange(withMoved(ids, column.id, 1))}>
            {t('documents.moveRight')}
          </Button>
          <Button
            isDisabled={ids.length === 1}
            onPress={() => {
              onClose()
              arrange(ids.filter((id) => id !== column.id))
            }}
          >
            {t('documents.hide')}
          </Button>
        </div>
      </div>
      <ColumnFilter table={table} column={column} name={columnName(column)} />
      {column.attribute && (
        <AttributeSettings key={column.attribute.name} attribute={column.attribute} onClose={onClose} />
      )}
    </div>
  )
}
