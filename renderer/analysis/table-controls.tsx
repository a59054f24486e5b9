import { type ReactNode, useId } from 'react'
import { Button } from 'react-aria-components'
import { isDistant, RELATIONS, type Relation } from '#shared/model/annotation-query'
import type { Annotations } from '#shared/queries/annotations/annotations'
import { NEAR_UNITS } from '#shared/queries/search/query'
import { type Arrangement, SHARES, type Share } from '#shared/queries/tables/arrange'
import { MEASURES, type Measure } from '#shared/queries/tables/measure'
import type { Table } from '#shared/queries/tables/table'
import { useMessages } from '../app/language'
import { useAnnotations } from './annotations'
import { AXES, type AxisName } from './axes'
import { groupingsOf } from './row-groups'
import { useAxisName } from './use-axis-name'

/** What was chosen for a table. */
export interface TableView {
  readonly rows: AxisName
  readonly columns: AxisName
  readonly meet: 'both' | Relation
  readonly within: number
  readonly unit: string
  readonly measure: Measure
  /** The live theme whose passages alone count; empty: all count. */
  readonly only: string
  /** By what the rows are grouped, where their axis can be grouped by that; empty: not at all. */
  readonly group: string
}

export interface TableControlsProps {
  readonly view: TableView
  readonly onChange: (view: Partial<TableView>) => void
  readonly arrangement: Arrangement
  readonly onArrange: (arrangement: Partial<Arrangement>) => void
  readonly table: Table
  readonly annotations: Annotations
}

/** What the rows, the columns and the numbers of a table are. */
export function TableControls({ view, onChange, arrangement, onArrange, table, annotations }: TableControlsProps) {
  const t = useMessages()
  const axisName = useAxisName()
  const { live } = useAnnotations()
  const axes = (
    <>
      {AXES.map((each) => (
        <option key={each} value={each}>
          {t(`analysis.axes.${each}`)}
        </option>
      ))}
      {annotations.records.attributes.map(({ id, name }) => (
        <option key={id} value={`attribute:${id}`}>
          {name}
        </option>
      ))}
    </>
  )
  const groupings = groupingsOf(view.rows, annotations.records.attributes)
  const isFar = view.meet !== 'both' && isDistant(view.meet)
  return (
    <div className="table-controls">
      <Labelled label={t('analysis.rows')}>
        {(id) => (
          <select id={id} value={view.rows} onChange={(event) => onChange({ rows: event.target.value as AxisName })}>
            {axes}
          </select>
        )}
      </Labelled>
      <Labelled label={t('analysis.columns')}>
        {(id) => (
          <select
            id={id}
            value={view.columns}
            onChange={(event) => onChange({ columns: event.target.value as AxisName })}
          >
            {axes}
          </select>
        )}
      </Labelled>
      <Labelled label={t('analysis.meeting')}>
        {(id) => (
          <select
            id={id}
            value={view.meet}
            onChange={(event) => onChange({ meet: event.target.value as TableView['meet'] })}
          >
            {(['both', ...RELATIONS] as const).map((each) => (
              <option key={each} value={each}>
                {t(`analysis.meetings.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {isFar && (
        <span className="table-distance">
          <input
            type="number"
            min={0}
            max={999_999}
            aria-label={t('analysis.within')}
            value={view.within}
            onChange={(event) => onChange({ within: Math.max(0, Math.floor(event.target.valueAsNumber || 0)) })}
          />
          <select
            aria-label={t('analysis.unit')}
            value={view.unit}
            onChange={(event) => onChange({ unit: event.target.value })}
          >
            {NEAR_UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {t(`analysis.units.${unit}`)}
              </option>
            ))}
          </select>
        </span>
      )}
      <Labelled label={t('analysis.measure')} isWide>
        {(id) => (
          <select
            id={id}
            value={view.measure}
            onChange={(event) => onChange({ measure: event.target.value as Measure })}
          >
            {MEASURES.map((each) => (
              <option key={each} value={each}>
                {t(`analysis.measures.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={t('analysis.share')}>
        {(id) => (
          <select
            id={id}
            value={arrangement.share}
            onChange={(event) => onArrange({ share: event.target.value as Share })}
          >
            {SHARES.map((each) => (
              <option key={each} value={each}>
                {t(`analysis.shares.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {groupings.length > 0 && (
        <Labelled label={t('analysis.groupBy')}>
          {(id) => (
            <select id={id} value={view.group} onChange={(event) => onChange({ group: event.target.value })}>
              <option value="">{t('analysis.ungrouped')}</option>
              {groupings.map((each) => (
                <option key={each} value={each}>
                  {each === 'branch' ? t('analysis.branch') : axisName(each)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      )}
      <Labelled label={t('analysis.columnOrder')}>
        {(id) => (
          <select
            id={id}
            value={arrangement.columns.by}
            onChange={(event) => {
              const by = event.target.value as 'own' | 'name' | 'sum'
              onArrange({ columns: { by, down: by === 'sum' } })
            }}
          >
            {(['own', 'name', 'sum'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`analysis.orders.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {live.length > 0 && (
        <Labelled label={t('analysis.only')}>
          {(id) => (
            <select id={id} value={view.only} onChange={(event) => onChange({ only: event.target.value })}>
              <option value="">{t('analysis.allPassages')}</option>
              {live.map(({ theme }) => (
                <option key={theme.id} value={theme.id}>
                  {theme.name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      )}
      {view.measure === 'coefficient' && <p className="quiet table-formula">{t('analysis.formula')}</p>}
      {table.rows.length === 0 && <p className="quiet">{t('analysis.noLines')}</p>}
    </div>
  )
}

/** Which lines of a table are left out. */
export function LeftOut({ arrangement, onArrange }: Pick<TableControlsProps, 'arrangement' | 'onArrange'>) {
  const t = useMessages()
  const hidden = arrangement.hiddenRows.length + arrangement.hiddenColumns.length
  return (
    <>
      <label className="query-check">
        <input
          type="checkbox"
          checked={arrangement.hideEmpty}
          onChange={(event) => onArrange({ hideEmpty: event.target.checked })}
        />
        {t('analysis.hideEmpty')}
      </label>
      {hidden > 0 && (
        <Button className="link-button" onPress={() => onArrange({ hiddenRows: [], hiddenColumns: [] })}>
          {t('analysis.showHidden', { count: hidden })}
        </Button>
      )}
    </>
  )
}

interface LabelledProps {
  readonly label: string
  readonly isWide?: boolean
  readonly children: (id: string) => ReactNode
}

function Labelled({ label, isWide = false, children }: LabelledProps) {
  const id = useId()
  return (
    <span className="table-control" data-wide={isWide || undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </span>
  )
}
