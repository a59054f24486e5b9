import type * as Plot from '@observablehq/plot'
import { WITHOUT } from '#shared/queries/tables/axis'
import { textWidth } from '../app/text-width'
import { type ChartLook, legibleOn, mixed } from './chart-look'

/** Observable Plot, which is loaded when the first chart is drawn. */
export type PlotLibrary = typeof Plot

/** A line of a table in a chart. */
export interface ChartLine {
  readonly id: string
  readonly name: string
  readonly colour: string
}

/** What a chart is drawn of. */
export interface ChartData {
  readonly rows: readonly ChartLine[]
  readonly columns: readonly ChartLine[]
  readonly values: readonly (readonly number[])[]
  /** The numbers of whole rows. */
  readonly totals: readonly number[]
  readonly format: (number: number) => string
  readonly look: ChartLook
  /** In CSS pixels. */
  readonly width: number
}

/** A chart as options for Plot, and what its marks are, in the order in which they are drawn. */
export interface Chart {
  readonly options: Plot.PlotOptions
  readonly picks?: {
    readonly selector: string
    readonly at: readonly { readonly row: string; readonly column: string | null }[]
  }
}

/** Longer names are cut, in UTF-16 units. */
const LONGEST = 18
/** More bars, or rows and columns of a heat map, are not legible. */
export const MOST = { bars: 40, heat: 40, timeline: 8, network: 24 } as const

/** How far names under a chart turn where they have no room, in radians. */
const ASLANT = (40 * Math.PI) / 180

/** How far apart lines of text are at least, in CSS pixels. */
const LINE = 16

/** The last part of a path, cut where it is long. */
export function short(name: string): string {
  const last = name.split(' / ').at(-1) ?? name
  return last.length > LONGEST ? `${last.slice(0, LONGEST - 1)}…` : last
}

/** How much room names take beside a chart, in CSS pixels. */
const widthOf = (names: readonly string[]): number => Math.max(30, ...names.map((name) => textWidth(short(name)))) + 14

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** What all charts have in common. */
export function common({ look, width }: ChartData): Plot.PlotOptions {
  return { width, className: 'plot', style: { color: look.ink, background: 'none', fontSize: '12px' }, marginRight: 44 }
}

const nameIn = (lines: readonly ChartLine[]) => {
  const names = new Map(lines.map(({ id, name }) => [id, short(name)]))
  return (id: string): string => names.get(id) ?? ''
}

/** The numbers of the whole rows as bars. */
export function barsChart(plot: PlotLibrary, data: ChartData): Chart {
  const { rows, totals, format, look } = data
  const all = rows.slice(0, MOST.bars).map((row, i) => ({ ...row, value: totals[i] ?? 0 }))
  return {
    options: {
      ...common(data),
      height: all.length * 24 + 44,
      marginLeft: widthOf(all.map(({ name }) => name)),
      marginRight: 64,
      x: { axis: null, zero: true },
      y: { domain: all.map(({ id }) => id), tickFormat: nameIn(rows), tickSize: 0, label: null, padding: 0.3 },
      marks: [
        plot.barX(all, {
          x: 'value',
          y: 'id',
          fill: 'colour',
          title: ({ name, value }) => `${name}: ${format(value)}`,
        }),
        plot.text(all, {
          x: 'value',
          y: 'id',
          text: ({ value }) => format(value),
          textAnchor: 'start',
          dx: 5,
          fill: look.second,
        }),
        plot.ruleX([0], { stroke: look.rule }),
      ],
    },
    picks: { selector: 'g[aria-label="bar"] rect', at: all.map(({ id }) => ({ row: id, column: null })) },
  }
}

/** Every number of a table as a field whose colour says how large it is. */
export function heatChart(plot: PlotLibrary, data: ChartData): Chart {
  const { look, format } = data
  const rows = data.rows.slice(0, MOST.heat)
  const columns = data.columns.slice(0, MOST.heat)
  const cells = rows.flatMap((row, i) =>
    columns.map((column, j) => ({
      row: row.id,
      column: column.id,
      value: data.values[i]?.[j] ?? 0,
      row_: row.name,
      column_: column.name,
    })),
  )
  const largest = Math.max(0, ...cells.map(({ value }) => value))
  const ground = mixed(look.paper, look.rule, 0.45)
  const shade = (value: number): string => mixed(ground, look.accent, largest === 0 ? 0 : value / largest)
  const left = widthOf(rows.map(({ name }) => name))
  const step = (data.width - left - 10) / Math.max(1, columns.length)
  const widest = widthOf(columns.map(({ name }) => name)) - 14
  // Names that have no room beside each other stand aslant.
  const isAslant = widest > step - 6
  const below = isAslant ? Math.min(150, widest * Math.sin(ASLANT) + 30) : 30
  const isTight = step < 34
  return {
    options: {
      ...common(data),
      height: rows.length * 26 + below + 20,
      marginLeft: left,
      marginTop: 10,
      marginBottom: below,
      marginRight: 10,
      x: {
        domain: columns.map(({ id }) => id),
        tickFormat: nameIn(columns),
        tickRotate: isAslant ? (-ASLANT * 180) / Math.PI : 0,
        tickSize: 0,
        label: null,
        padding: 0.04,
      },
      y: { domain: rows.map(({ id }) => id), tickFormat: nameIn(rows), tickSize: 0, label: null, padding: 0.06 },
      marks: [
        plot.cell(cells, {
          x: 'column',
          y: 'row',
          fill: ({ value }) => shade(value),
          title: ({ row_, column_, value }) => `${row_} × ${column_}: ${format(value)}`,
        }),
        ...(isTight
          ? []
          : [
              plot.text(
                cells.filter(({ value }) => value !== 0),
                {
                  x: 'column',
                  y: 'row',
                  text: ({ value }) => format(value),
                  fill: ({ value }) => legibleOn(shade(value), look.ink, look.paper),
                  fontSize: 11,
                },
              ),
            ]),
      ],
    },
    picks: { selector: 'g[aria-label="cell"] rect', at: cells.map(({ row, column }) => ({ row, column })) },
  }
}

/** The rows through the columns, which follow each other in time: the largest eight. */
export function timelineChart(plot: PlotLibrary, data: ChartData): Chart {
  const { look, format } = data
  const dated = data.columns.flatMap(({ id }, i) => (id === WITHOUT ? [] : [i]))
  const columns = dated.flatMap((i) => data.columns[i] ?? [])
  const rows = data.rows
    .map((row, i) => ({ row, values: dated.map((at) => data.values[i]?.[at] ?? 0) }))
    .map((each) => ({ ...each, sum: sum(each.values) }))
    .sort((a, b) => b.sum - a.sum)
    .slice(0, MOST.timeline)
  const points = rows.flatMap(({ row, values }) =>
    columns.map((column, i) => ({
      row: row.id,
      name: row.name,
      colour: row.colour,
      column: column.id,
      when: column.name,
      value: values[i] ?? 0,
    })),
  )
  const last = rows.map(({ row, values }) => ({
    name: short(row.name),
    colour: row.colour,
    column: columns.at(-1)?.id ?? '',
    value: values[columns.length - 1] ?? 0,
  }))
  const named = spread(last, Math.max(0, ...points.map((each) => each.value)), 380)
  const every = Math.ceil(columns.length / Math.max(1, Math.floor((data.width - 180) / 64)))
  const name = nameIn(columns)
  const ticks = columns.filter((_, i) => i % every === 0).map(({ id }) => id)
  return {
    options: {
      ...common(data),
      height: 380,
      marginLeft: 48,
      marginBottom: 36,
      marginRight: widthOf(rows.map(({ row }) => row.name)) + 24,
      x: { type: 'point', domain: columns.map(({ id }) => id), ticks, tickFormat: name, label: null, tickSize: 4 },
      y: { zero: true, grid: true, label: null, tickFormat: format, ticks: 5 },
      marks: [
        plot.ruleY([0], { stroke: look.rule }),
        plot.line(points, { x: 'column', y: 'value', z: 'row', stroke: 'colour', strokeWidth: 2 }),
        plot.dot(points, {
          x: 'column',
          y: 'value',
          fill: 'colour',
          r: 3.5,
          title: (each) => `${each.name}, ${each.when}: ${format(each.value)}`,
        }),
        plot.dot(named, { x: 'column', y: 'value', dx: 16, r: 3.5, fill: 'colour' }),
        plot.text(named, { x: 'column', y: 'value', text: 'name', textAnchor: 'start', dx: 25, fill: look.ink }),
      ],
    },
    picks: { selector: 'g[aria-label="dot"] circle', at: points.map(({ row, column }) => ({ row, column })) },
  }
}

/**
 * Names at the ends of lines, moved apart so that none lies on another, as little as that takes: those that would meet
 * stand around their middle. Their `value` is where the name stands.
 */
export function spread<T extends { readonly value: number }>(all: readonly T[], largest: number, height: number): T[] {
  const least = (largest * LINE) / (height - 60)
  const sorted = all.toSorted((a, b) => a.value - b.value)
  /** Names that stand together: how many, and the sum of the values that they wish for, each less its place among them. */
  const heaps: { count: number; sum: number }[] = []
  const from = ({ count, sum }: { count: number; sum: number }): number => sum / count
  for (const { value } of sorted) {
    let heap = { count: 1, sum: value }
    for (let before = heaps.at(-1); before && from(before) + before.count * least > from(heap); before = heaps.at(-1)) {
      heaps.pop()
      heap = { count: before.count + heap.count, sum: before.sum + heap.sum - heap.count * before.count * least }
    }
    heaps.push(heap)
  }
  const places = heaps.flatMap((heap) => Array.from({ length: heap.count }, (_, i) => from(heap) + i * least))
  return sorted.map((each, i) => ({ ...each, value: places[i] ?? each.value }))
}
