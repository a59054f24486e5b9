import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, Heading, Input, TextField } from 'react-aria-components'
import type { DocumentId, ProjectId } from '#shared/model/ids'
import type { ColumnId } from '#shared/queries/document-table/columns'
import { asks } from '#shared/queries/document-table/filter'
import { useLanguage, useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { SheetSaid } from '../dialogs/sheet-said'
import { WideSheet } from '../dialogs/wide-sheet'
import { useColumnName } from './cell-text'
import { ColumnChooser } from './column-chooser'
import { NewAttribute } from './new-attribute'
import { SelectionBar } from './selection-bar'
import { TableGrid } from './table-grid'
import { type DocumentTable, useDocumentTable } from './use-document-table'
import './document-table.css'

/** All documents of the project as a table: sorted, filtered, put together, and written in like a spreadsheet. */
export function DocumentsWindow({ project }: { readonly project: ProjectId }) {
  const t = useMessages()
  const dispatch = useDispatch()
  const table = useDocumentTable(project)
  const close = (): void => dispatch({ type: 'closeDialog' })
  return (
    <WideSheet className="documents-window" onClose={close}>
      <header className="documents-head">
        <Heading slot="title">{t('documents.title')}</Heading>
        {table && <Tools table={table} />}
        <Button className="icon-button" aria-label={t('dialogs.close')} onPress={close}>
          <X size={16} aria-hidden="true" />
        </Button>
      </header>
      {table && <Body table={table} />}
    </WideSheet>
  )
}

function Tools({ table }: { readonly table: DocumentTable }) {
  const t = useMessages()
  const language = useLanguage()
  const columnName = useColumnName()
  const { view, change, found, documents } = table
  const numbers = new Intl.NumberFormat(language)
  const isFiltered = view.typed.trim() !== '' || Object.values(view.filters).some((each) => asks(each))
  return (
    <>
      <span className="count" role="status">
        {found === documents.length
          ? t('documents.count', { count: found, number: numbers.format(found) })
          : t('documents.someOf', { shown: numbers.format(found), all: numbers.format(documents.length) })}
      </span>
      {isFiltered && (
        <Button className="link-button" onPress={() => change({ filters: {}, typed: '' })}>
          {t('documents.showAll')}
        </Button>
      )}
      <TextField
        aria-label={t('documents.find')}
        value={view.typed}
        onChange={(typed) => change({ typed })}
        className="field documents-find"
      >
        <Input type="search" placeholder={t('documents.findPlaceholder')} />
      </TextField>
      <label className="documents-together">
        <span className="quiet">{t('documents.groupBy')}</span>
        <select
          value={view.groupBy ?? ''}
          onChange={(event) => change({ groupBy: event.target.value === '' ? null : (event.target.value as ColumnId) })}
        >
          <option value="">{t('documents.notGrouped')}</option>
          {table.all.map((column) => (
            <option key={column.id} value={column.id}>
              {columnName(column)}
            </option>
          ))}
        </select>
      </label>
      <ColumnChooser table={table} />
      <NewAttribute />
    </>
  )
}

function Body({ table }: { readonly table: DocumentTable }) {
  const t = useMessages()
  const [chosen, setChosen] = useState<ReadonlySet<DocumentId>>(new Set())
  const { documents } = table
  useEffect(() => {
    const there = new Set(documents.map(({ id }) => id))
    setChosen((before) =>
      [...before].every((id) => there.has(id)) ? before : new Set([...before].filter((id) => there.has(id))),
    )
  }, [documents])
  return (
    <>
      <TableGrid table={table} chosen={chosen} onChosen={setChosen} />
      <footer className="documents-foot">
        {chosen.size > 0 ? (
          <SelectionBar table={table} chosen={chosen} onChosen={setChosen} />
        ) : (
          <p className="quiet documents-hint">{t('documents.hint')}</p>
        )}
        <SheetSaid />
      </footer>
    </>
  )
}
