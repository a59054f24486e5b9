import { Button, Input, Label, TextField } from 'react-aria-components'
import type { Column } from '#shared/queries/document-table/columns'
import { asks, type ColumnFilter as Filter, filtered, valuesIn } from '#shared/queries/document-table/filter'
import { useMessages } from '../app/language'
import { useCellText } from './cell-text'
import type { DocumentTable } from './use-document-table'

/** More values than this are not offered to be ticked: words find them. */
const MOST_VALUES = 200

export interface ColumnFilterProps {
  readonly table: DocumentTable
  readonly column: Column
  /** What the column is called. */
  readonly name: string
}

/** Which documents are shown, by what they have in a column. */
export function ColumnFilter({ table, column, name }: ColumnFilterProps) {
  const t = useMessages()
  const cellText = useCellText()
  const { view, change, facts } = table
  const filter = view.filters[column.id] ?? {}
  const set = (part: Partial<Filter>): void => {
    const { [column.id]: _, ...others } = view.filters
    const changed = { ...filter, ...part }
    change({ filters: asks(changed) ? { ...others, [column.id]: changed } : others })
  }
  const { [column.id]: _, ...others } = view.filters
  const found = filtered(table.documents, { columns: table.columns, filters: others, typed: view.typed }, facts)
  const values = valuesIn(found, column, facts)
  const isRange = column.kind === 'number' || column.kind === 'date'
  const offers = !isRange && values.length <= MOST_VALUES && values.length < Math.max(2, found.length)
  const toggle = (words: string, on: boolean): void => {
    const now = filter.values ?? []
    const chosen = on ? [...now, words] : now.filter((each) => each !== words)
    const { values: __, ...rest } = filter
    const { [column.id]: ___, ...kept } = view.filters
    const changed: Filter = chosen.length > 0 ? { ...rest, values: chosen } : rest
    change({ filters: asks(changed) ? { ...kept, [column.id]: changed } : kept })
  }
  return (
    <section className="column-filter" aria-label={t('documents.filter', { name })}>
      <h3>{t('documents.onlyWith')}</h3>
      {isRange ? (
        <div className="field-pair">
          {(['from', 'to'] as const).map((end) => (
            <TextField
              key={end}
              className="field"
              value={filter[end] ?? ''}
              onChange={(words) => set({ [end]: words })}
            >
              <Label>{t(`documents.${end}`)}</Label>
              <Input placeholder={column.kind === 'date' ? t('documents.datePlaceholder') : undefined} />
            </TextField>
          ))}
        </div>
      ) : (
        <TextField
          className="field"
          aria-label={t('documents.words')}
          value={filter.words ?? ''}
          onChange={(words) => set({ words })}
        >
          <Input placeholder={t('documents.words')} />
        </TextField>
      )}
      {offers && (
        <ul className="column-values">
          {values.map(({ words, count }) => (
            <li key={words}>
              <label>
                <input
                  type="checkbox"
                  checked={filter.values?.includes(words) ?? false}
                  onChange={(event) => toggle(words, event.target.checked)}
                />
                <span>{words === '' ? t('documents.withoutValue') : cellText(column, words)}</span>
                <span className="count">{count}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {asks(filter) && (
        <Button className="link-button" onPress={() => change({ filters: others })}>
          {t('documents.noFilter')}
        </Button>
      )}
    </section>
  )
}
