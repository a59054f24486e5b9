import { ArrowLeftRight } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Relation } from '#shared/model/annotation-query'
import type { Annotations } from '#shared/queries/annotations/annotations'
import type { NearUnit } from '#shared/queries/search/query'
import { type Arrangement, arranged, PLAIN } from '#shared/queries/tables/arrange'
import { alone, type Joined, joinedTable } from '#shared/queries/tables/joined'
import { type Measure, measured } from '#shared/queries/tables/measure'
import { type Meeting, tableOf } from '#shared/queries/tables/table'
import { tableCsv } from '#shared/queries/tables/table-csv'
import { useActions } from '../actions/context'
import { useLanguage, useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useAnnotations } from './annotations'
import { axisOf } from './axes'
import { ChartPanel } from './chart-panel'
import { useNumberFormat } from './number-format'
import { PassageList } from './passage-list'
import { groupingsOf, groupNameOf, rowGroups } from './row-groups'
import { LeftOut, TableControls, type TableView } from './table-controls'
import { type CellAt, TableGrid } from './table-grid'
import { useAxisName } from './use-axis-name'

/** What a table is when nobody has chosen anything yet. */
const BEGINNING: TableView = {
  rows: 'themes',
  columns: 'documents',
  meet: 'both',
  within: 50,
  unit: 'characters',
  measure: 'passages',
  only: '',
  group: '',
}

export const VIEWS = ['table', 'bars', 'heat', 'timeline', 'network'] as const
export type View = (typeof VIEWS)[number]

const meetingOf = ({ meet, within, unit }: TableView): Meeting =>
  meet === 'both' ? { kind: 'both' } : { kind: 'related', relation: meet as Relation, within, unit: unit as NearUnit }

/** A table of passages: one chooses rows, columns and what is counted; each cell opens its passages; charts of the same. */
export function TablesPage({ annotations }: { readonly annotations: Annotations }) {
  const t = useMessages()
  const actions = useActions()
  const axisName = useAxisName()
  const language = useLanguage()
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const open = useProject()
  const { live, readTexts, textShare } = useAnnotations()
  const [chosen, setView] = useState(BEGINNING)
  // What was chosen is drawn at once, the table of it as soon as it is made.
  const view = useDeferredValue(chosen)
  const [arrangement, setArrangement] = useState<Arrangement>(PLAIN)
  const [shown, setShown] = useState<View>('table')
  const [at, setAt] = useState<CellAt | null>(null)
  const isFar = view.unit !== 'characters' && (view.meet === 'before' || view.meet === 'after')
  useEffect(() => {
    if (isFar) readTexts()
  }, [isFar, readTexts])

  const table = useMemo(() => {
    const members = live.map(({ theme: { id, name, query }, passages }) => ({ id, name, query, passages }))
    const coders = new Map((open?.coders ?? []).map(({ id, name }) => [id, name]))
    const only = live.find(({ theme }) => theme.id === view.only)
    const rows = axisOf(view.rows, members, coders)
    return tableOf(
      {
        rows,
        columns: view.columns === view.rows ? rows : axisOf(view.columns, members, coders),
        meeting: meetingOf(view),
        ...(only && { passages: new Set(only.passages) }),
      },
      annotations,
    )
  }, [annotations, live, open, view])
  const measure: Measure = view.measure
  const { documents, attributes } = annotations.records
  const isShare = arrangement.share !== 'none'
  // All columns but those that were hidden, taken together: a passage counts once in them.
  const whole = useMemo((): Joined => {
    const hidden = new Set(arrangement.hiddenColumns)
    return { id: 'whole', name: null, of: table.columns.flatMap(({ id }, i) => (hidden.has(id) ? [] : [i])) }
  }, [table, arrangement.hiddenColumns])
  const ofRows = useMemo(() => joinedTable(table, alone(table.rows), [whole]), [table, whole])
  const seen = useMemo(() => {
    const every = { id: 'whole', name: null, of: table.rows.map((_, i) => i) }
    const [rowAt, columnAt] = [ofRows, joinedTable(table, [every], alone(table.columns))].map((each) =>
      measured(each, measure, documents),
    )
    const totals = {
      row: (row: number) => rowAt?.(row, 0) ?? 0,
      column: (column: number) => columnAt?.(0, column) ?? 0,
    }
    return arranged(table, measured(table, measure, documents), arrangement, totals)
  }, [table, ofRows, measure, documents, arrangement])
  const grouping = groupingsOf(view.rows, attributes).find((each) => each === view.group)
  const groups = useMemo(() => {
    if (!grouping) return null
    const groupOf = groupNameOf(grouping, new Map(documents.map((each) => [each.id, each])), t('live.label'))
    return rowGroups({ table, seen, measure, isShare, documents, whole, groupOf })
  }, [grouping, table, seen, measure, isShare, documents, whole, t])
  const format = useNumberFormat(measure, arrangement.share)
  const row = at && !at.isGroup ? table.rows.findIndex(({ id }) => id === at.row) : -1
  const column = at?.column ? table.columns.findIndex(({ id }) => id === at.column) : -1
  const passages = at?.isGroup
    ? (groups?.passages(at.row, at.column) ?? [])
    : row < 0
      ? []
      : at?.column == null
        ? ofRows.cell(row, 0)
        : table.cell(row, column)
  const nameOf = (name: string | null | undefined): string => name ?? t('analysis.without')
  const group = at?.isGroup ? groups?.all.find(({ id }) => id === at.row) : undefined
  const of = [group ?? table.rows[row], table.columns[column]]
    .flatMap((each) => (each ? [nameOf(each.name)] : []))
    .join(' × ')
  const change = (part: Partial<TableView>): void => {
    setView({ ...chosen, ...part })
    setAt(null)
    if (part.rows !== undefined || part.columns !== undefined) setArrangement({ ...PLAIN, share: arrangement.share })
  }
  const save = (): void => {
    const bytes = new TextEncoder().encode(
      tableCsv({
        corner: axisName(view.rows),
        rows: seen.rows.map((each) => nameOf(table.rows[each]?.name)),
        columns: seen.columns.map((each) => nameOf(table.columns[each]?.name)),
        values: seen.values,
      }),
    )
    const name = [view.rows, view.columns].map(axisName).join(' × ')
    void actions.saveMade({ name: `${name.replace(/[\\/:*?"<>|]+/g, '-')}.csv`, bytes })
  }

  return (
    <div className="tables-page" aria-busy={view !== chosen}>
      <TableControls
        view={chosen}
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
          onPress={() => change({ rows: chosen.columns, columns: chosen.rows })}
          aria-label={t('analysis.turn')}
        >
          <ArrowLeftRight size={13} aria-hidden="true" /> {t('analysis.turn')}
        </Button>
        <LeftOut arrangement={arrangement} onArrange={(part) => setArrangement({ ...arrangement, ...part })} />
        {shown === 'table' && seen.rows.length > 0 && (
          <>
            <Button className="link-button" onPress={save}>
              {t('analysis.saveAs.csv')}
            </Button>
            <span className="quiet table-size" role="status">
              {t('analysis.size', {
                rows: number.format(seen.rows.length),
                columns: number.format(seen.columns.length),
              })}
            </span>
          </>
        )}
      </fieldset>
      {isFar && textShare < 1 ? (
        <p className="quiet number-empty" role="status">
          {t('analysis.readingTexts', { done: percent.format(textShare) })}
        </p>
      ) : shown === 'table' ? (
        <TableGrid
          table={table}
          seen={seen}
          groups={groups}
          format={format}
          arrangement={arrangement}
          onArrange={(part) => setArrangement({ ...arrangement, ...part })}
          at={at}
          onOpen={setAt}
        />
      ) : (
        <ChartPanel
          kind={shown}
          table={table}
          seen={seen}
          format={format}
          view={view}
          onPick={setAt}
          onChange={change}
        />
      )}
      <PassageList passages={passages} of={of} empty={t(at ? 'analysis.noPassages' : 'analysis.chooseCell')} />
    </div>
  )
}
