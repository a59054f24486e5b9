import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import type { DocumentId } from '#shared/model/ids'
import { groupPath } from '#shared/queries/document-table/cells'
import type { ColumnId } from '#shared/queries/document-table/columns'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { fieldOf } from './cell-field'
import { useColumnName } from './cell-text'
import type { DocumentTable } from './use-document-table'
import { useOffered } from './use-offered'

export interface SelectionBarProps {
  readonly table: DocumentTable
  readonly chosen: ReadonlySet<DocumentId>
  readonly onChosen: (chosen: ReadonlySet<DocumentId>) => void
}

/** What is done with all documents that are ticked, each as one step: one value for all, into a group, out of one. */
export function SelectionBar({ table, chosen, onChosen }: SelectionBarProps) {
  const t = useMessages()
  const actions = useActions()
  const columnName = useColumnName()
  const written = table.all.filter((column) => column.edits && column.id !== 'title')
  const usual = written.find(({ attribute }) => attribute) ?? written[0]
  const [id, setId] = useState<ColumnId | undefined>(usual?.id)
  const column = written.find((each) => each.id === id) ?? usual
  const [words, setWords] = useState('')
  const [group, setGroup] = useState('')
  const ids = [...chosen]
  const byId = new Map(table.groups.map((each) => [each.id, each]))
  const paths = table.groups.map((each) => groupPath(each, byId))
  const field = column ? fieldOf(column) : null
  const set = (event: FormEvent): void => {
    event.preventDefault()
    if (field) void actions.writeCells(ids.map((document) => ({ document, field, written: words })))
  }
  const join = (event: FormEvent): void => {
    event.preventDefault()
    if (group.trim() !== '') void actions.addToDocumentGroup(group, ids)
  }
  return (
    <section className="selection-bar" aria-label={t('documents.withChosen')}>
      <strong>{t('documents.chosen', { count: chosen.size })}</strong>
      <form onSubmit={set}>
        <select
          aria-label={t('documents.whichColumn')}
          value={column?.id}
          onChange={(event) => {
            setId(event.target.value as ColumnId)
            setWords('')
          }}
        >
          {written.map((each) => (
            <option key={each.id} value={each.id}>
              {columnName(each)}
            </option>
          ))}
        </select>
        {column && <ValueField table={table} column={column} words={words} onWords={setWords} />}
        <Button type="submit" className="button">
          {t(words.trim() === '' ? 'documents.clearAll' : 'documents.setAll')}
        </Button>
      </form>
      <form onSubmit={join}>
        <input
          aria-label={t('documents.group')}
          placeholder={t('documents.group')}
          list="document-groups"
          value={group}
          onChange={(event) => setGroup(event.target.value)}
        />
        <datalist id="document-groups">
          {paths.map((path) => (
            <option key={path} value={path} />
          ))}
        </datalist>
        <Button type="submit" className="button" isDisabled={group.trim() === ''}>
          {t('documents.intoGroup')}
        </Button>
        {paths.includes(group.trim()) && (
          <Button className="button" onPress={() => void actions.removeFromDocumentGroup(group, ids)}>
            {t('documents.outOfGroup')}
          </Button>
        )}
      </form>
      <Button className="link-button" onPress={() => onChosen(new Set())}>
        {t('documents.chooseNone')}
      </Button>
    </section>
  )
}

interface ValueFieldProps extends Pick<SelectionBarProps, 'table'> {
  readonly column: DocumentTable['all'][number]
  readonly words: string
  readonly onWords: (words: string) => void
}

function ValueField({ table, column, words, onWords }: ValueFieldProps) {
  const t = useMessages()
  const offered = useOffered(table, column)
  if (offered.length === 0) {
    return (
      <input
        aria-label={t('documents.value')}
        placeholder={t('documents.value')}
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
    )
  }
  return (
    <select
      aria-label={t('documents.value')}
      value={offered.some((each) => each.words === words) ? words : ''}
      onChange={(event) => onWords(event.target.value)}
    >
      <option value="">{t('documents.withoutValue')}</option>
      {offered.map((each) => (
        <option key={each.words} value={each.words}>
          {each.name}
        </option>
      ))}
    </select>
  )
}
