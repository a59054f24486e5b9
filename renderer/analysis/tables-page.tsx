import { ArrowLeftRight } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Relation } from '#shared/model/annotation-query'
import type { Annotations } from '#shared/queries/annotations/annotations'
import type { NearUnit } from '#shared/queries/search/query'
import { type Arrangement, arranged, PLAIN } from '#shared/queries/tables/arrange'
import { type Measure, measured } from '#shared/queries/tables/measure'
import { type Meeting, tableOf } from '#shared/queries/tables/table'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useAnnotations } from './annotations'
import { axisOf } from './axes'
import { ChartPanel } from './chart-panel'
import { useNumberFormat } from './number-format'
import { PassageList } from './passage-list'
import { TableControls, type TableView } from './table-controls'
import { type CellAt, TableGrid } from './table-grid'

/** What a table is when nobody has chosen anything yet. */
const BEGINNING: TableView = {
  rows: 'themes',
  columns: 'documents',
  meet: 'both',
  within: 50,
  unit: 'characters',
  measure: 'passages',
  only: '',
}

export const VIEWS = ['table', 'bars', 'heat', 'timeline', 'network'] as const
export type View = (typeof VIEWS)[number]

const meetingOf = ({ meet, within, unit }: TableView): Meeting =>
  meet === 'both' ? { kind: 'both' } : { kind: 'related', relation: meet as Relation, within, unit: unit as NearUnit }

/** A table of passages: one chooses rows, columns and what is counted; each cell opens its passages; charts of the same. */
export function TablesPage({ annotations }: { readonly annotations: Annotations }) {
  const t = useMessages()
  const open = useProject()
  const { live, readTexts } = useAnnotations()
  const [view, setView] = useState(BEGINNING)
  const [arrangement, setArrangement] = useState<Arrangement>(PLAIN)
  const [shown, setShown] = useState<View>('table')
  const [at, setAt] = useState<CellAt | null>(null)
  const isFar = view.unit !== 'characters' && (view.meet === 'before' || view.meet === 'after')
  useEffect(() => {
    if (isFar) readTexts()
  }, [isFar, readTexts])

  const table = useMemo(() => {
    const members = live.map(({ theme }) => theme)
    const coders = new Map((open?.coders ?? []).map(({ id, name }) => [id, name]))
    const only = live.find(({ theme }) => theme.id === view.only)
    return tableOf(
      {
        rows: axisOf(view.rows, members, coders),
        columns: axisOf(view.columns, members, coders),
        meeting: meetingOf(view),
        ...(only && { passages: new Set(only.passages) }),
      },
      annotations,
    )
  }, [annotations, live, open, view])
  const measure: Measure = view.measure
  const { documents } = annotations.records
  const seen = useMemo(
    () => arranged(table, measured(table, measure, documents), arrangement),
    [table, measure, documents, arrangement],
  )
  const format = useNumberFormat(measure, arrangement.share)
  const row = at ? table.rows.findIndex(({ id }) => id === at.row) : -1
  const column = at ? table.columns.findIndex(({ id }) => id === at.column) : -1
  const passages = row >= 0 && column >= 0 ? table.cell(row, column) : (table.rows[row]?.passages ?? [])
  const nameOf = (name: string | null | undefined): string => name ?? t('analysis.without')
  const of = [table.rows[row], table.columns[column]].flatMap((each) => (each ? [nameOf(each.name)] : [])).join(' × ')
  const change = (part: Partial<TableView>): void => {
    setView({ ...view, ...part })
    setAt(null)
    if (part.rows !== undefined || part.columns !== undefined) setArrangement({ ...PLAIN, share: arrangement.share })
  }

  return (
    <div className="tables-page">
      <TableControls
        view={view}
        onChange={change}
        arrangement={arrangement}
        onArrange={(part) => setArrangement({ ...arrangement, ...part })}
        table={table}
        annotations={annotations}
      />
      <fieldset className="kinds table-views">
        <legend className="visually-hidden">{t('analysis.shownAs')}</legend>
        {VIEWS.map((each) => (
          <button key={each} type="button" aria-pressed={shown === each} onClick={() => setShown(each)}>
            {t(`analysis.views.${each}`)}
          </button>
        ))}
        <Button
          className="link-button"
          onPress={() => change({ rows: view.columns, columns: view.rows })}
          aria-label={t('analysis.turn')}
        >
          <ArrowLeftRight size={13} aria-hidden="true" /> {t('analysis.turn')}
        </Button>
      </fieldset>
      {shown === 'table' ? (
        <TableGrid
          table={table}
          seen={seen}
          format={format}
          arrangement={arrangement}
          onArrange={(part) => setArrangement({ ...arrangement, ...part })}
          at={at}
          onOpen={setAt}
        />
      ) : (
        <ChartPanel kind={shown} table={table} seen={seen} format={format} view={view} onPick={setAt} />
      )}
      <PassageList passages={passages} of={of} empty={t(at ? 'analysis.noPassages' : 'analysis.chooseCell')} />
    </div>
  )
}
