import { useLiveQuery } from 'dexie-react-hooks'
import type { TableMapping } from '#shared/importers/importer'
import { columnLetters, columnNames } from '#shared/importers/table/columns'
import { COLUMN_ROLES, type ColumnRole, roleOf, withAttributeName, withRole } from '#shared/importers/table/roles'
import type { TableRow } from '#shared/importers/table/table'
import { useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'

/** More columns than this are not drawn: they stay as they are proposed, and it is said. */
const MOST_DRAWN = 60

export interface ColumnTableProps {
  /** The rows that are to become documents. */
  readonly rows: readonly TableRow[]
  /** The table's first rows as they stand. */
  readonly header: readonly (readonly string[])[]
  /** Which of the rows is seen as a document. */
  readonly shown: number
  readonly mapping: TableMapping
  readonly onMapping: (mapping: TableMapping) => void
}

/** The first rows of a table; over each column, what it is taken for. */
export function ColumnTable({ rows, header, shown, mapping, onMapping }: ColumnTableProps) {
  const t = useMessages()
  const store = useStore()
  const project = useProject()?.project.id ?? ''
  const attributes = useLiveQuery(() => store.read.attributes(project), [store, project]) ?? []
  const names = columnNames(header, mapping.hasHeader)
  const drawn = names.slice(0, MOST_DRAWN)
  const roles = drawn.map((_, column) => roleOf(mapping, column))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled is reached by keyboard
    <section className="mapping-table" tabIndex={0} aria-label={t('mapping.table')}>
      <datalist id="attribute-names">
        {attributes.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <table>
        <thead>
          <tr>
            <th scope="col" className="row-number">
              <span className="visually-hidden">{t('mapping.number')}</span>
            </th>
            {drawn.map((name, column) => (
              <th key={columnLetters(column)} scope="col" data-role={roles[column]}>
                <div className="column-name" title={name}>
                  {name}
                </div>
                <select
                  aria-label={t('mapping.role', { name })}
                  value={roles[column]}
                  onChange={(event) => onMapping(withRole(mapping, column, event.target.value as ColumnRole, names))}
                >
                  {COLUMN_ROLES.map((role) => (
                    <option key={role} value={role}>
                      {t(`mapping.roles.${role}`)}
                    </option>
                  ))}
                </select>
                <input
                  aria-label={t('mapping.attributeName', { name })}
                  hidden={roles[column] !== 'attribute'}
                  list="attribute-names"
                  value={mapping.attributes.find((each) => each.column === column)?.name ?? ''}
                  onChange={(event) => onMapping(withAttributeName(mapping, column, event.target.value))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells }, row) => (
            <tr key={number} data-shown={row === shown || undefined}>
              <th scope="row" className="row-number">
                {number}
              </th>
              {roles.map((role, column) => (
                <td key={columnLetters(column)} data-role={role}>
                  <div className="cell-words">{cells[column]?.slice(0, 400)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {names.length > drawn.length && (
        <p className="quiet">{t('mapping.moreColumns', { count: names.length - drawn.length })}</p>
      )}
    </section>
  )
}
