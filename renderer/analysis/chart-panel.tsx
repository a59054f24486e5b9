import { useCallback, useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { Arranged } from '#shared/queries/tables/arrange'
import { WITHOUT } from '#shared/queries/tables/axis'
import type { Line, Table } from '#shared/queries/tables/table'
import { tableCsv } from '#shared/queries/tables/table-csv'
import { useMessages } from '../app/language'
import { isThemes, isTime } from './axes'
import type { ChartLook } from './chart-look'
import { ChartView } from './chart-view'
import { barsChart, type ChartLine, heatChart, MOST, type PlotLibrary, timelineChart } from './charts'
import { networkChart } from './network-chart'
import type { TableView } from './table-controls'
import type { CellAt } from './table-grid'
import { useAxisName } from './use-axis-name'

const CHARTS = { bars: barsChart, heat: heatChart, timeline: timelineChart, network: networkChart } as const

export interface ChartPanelProps {
  readonly kind: keyof typeof CHARTS
  readonly table: Table
  readonly seen: Arranged
  readonly format: (number: number) => string
  readonly view: TableView
  readonly onPick: (at: CellAt) => void
  readonly onChange: (view: Partial<TableView>) => void
}

/** How many of the largest numbers the description names. */
const NAMED = 3

/** A chart of the table as it is shown; where the table is none for such a chart, it is said what would be. */
export function ChartPanel({ kind, table, seen, format, view, onPick, onChange }: ChartPanelProps) {
  const t = useMessages()
  const axisName = useAxisName()
  const nameOf = useCallback((line: Line | undefined): string => line?.name ?? t('analysis.without'), [t])
  const lines = useMemo(
    () => ({
      rows: seen.rows.flatMap((i) => table.rows[i] ?? []),
      columns: seen.columns.flatMap((i) => table.columns[i] ?? []),
    }),
    [table, seen],
  )
  const make = useCallback(
    (plot: PlotLibrary, look: ChartLook, width: number) => {
      const line = (each: Line): ChartLine => ({ id: each.id, name: nameOf(each), colour: look.theme(each.id) })
      const rows = lines.rows.map(line)
      const columns = lines.columns.map(line)
      return CHARTS[kind](plot, {
        rows,
        columns,
        values: seen.values,
        totals: seen.rows.map((_, i) => seen.rowTotal(i)),
        format,
        look,
        width,
      })
    },
    [kind, lines, seen, format, nameOf],
  )
  const title = t(kind === 'bars' ? 'analysis.chartOf.bars' : 'analysis.chartOf.table', {
    measure: t(`analysis.measures.${view.measure}`),
    rows: axisName(view.rows),
    columns: axisName(view.columns),
  })
  const description = useMemo(() => {
    const sums = lines.rows.map((row, i) => ({ name: nameOf(row), value: seen.rowTotal(i) }))
    const cells = lines.rows.flatMap((row, i) =>
      lines.columns.map((column, j) => ({
        name: `${nameOf(row)} × ${nameOf(column)}`,
        value: seen.values[i]?.[j] ?? 0,
        isUndated: column.id === WITHOUT,
        isTwice: row.id === column.id || lines.columns.findIndex(({ id }) => id === row.id) > j,
      })),
    )
    const all =
      kind === 'bars'
        ? sums
        : cells.filter(
            ({ isTwice, isUndated }) => !(kind === 'network' && isTwice) && !(kind === 'timeline' && isUndated),
          )
    const largest = all
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value)
      .slice(0, NAMED)
      .map(({ name, value }) => `${name} (${format(value)})`)
    const most = MOST[kind]
    const left =
      lines.rows.length > most
        ? ` ${t(kind === 'timeline' ? 'analysis.onlyLargest' : 'analysis.onlyFirst', { shown: most, all: lines.rows.length })}`
        : ''
    return `${t('analysis.described', {
      kind: t(`analysis.views.${kind}`),
      rows: lines.rows.length,
      columns: lines.columns.length,
      largest: largest.join('; ') || '–',
    })}${left}`
  }, [lines, seen, kind, format, nameOf, t])
  const csv = useCallback(
    () =>
      tableCsv({
        corner: axisName(view.rows),
        rows: lines.rows.map(nameOf),
        columns: lines.columns.map(nameOf),
        values: seen.values,
      }),
    [axisName, view.rows, lines, seen, nameOf],
  )
  if (kind === 'timeline' && !isTime(view.columns)) {
    return (
      <div className="empty number-empty">
        <p>{t('analysis.needsTime')}</p>
        <Button className="button" onPress={() => onChange({ columns: 'year' })}>
          {t('analysis.useYears')}
        </Button>
      </div>
    )
  }
  if (kind === 'network' && !(isThemes(view.rows) && view.rows === view.columns)) {
    return (
      <div className="empty number-empty">
        <p>{t('analysis.needsThemes')}</p>
        <Button className="button" onPress={() => onChange({ rows: 'themes', columns: 'themes' })}>
          {t('analysis.useThemes')}
        </Button>
      </div>
    )
  }
  if (seen.rows.length === 0) return <p className="empty number-empty">{t('analysis.noNumbers')}</p>
  return <ChartView title={title} description={description} make={make} csv={csv} onPick={onPick} />
}
