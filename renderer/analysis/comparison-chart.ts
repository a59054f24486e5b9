import type { Compared } from '#shared/queries/tables/comparison'
import type { ChartLook } from './chart-look'
import { type Chart, MOST, type PlotLibrary, short } from './charts'

/** What two groups of documents are drawn of. */
export interface ComparisonData {
  readonly compared: readonly Compared[]
  readonly names: readonly [string, string]
  readonly look: ChartLook
  /** In CSS pixels. */
  readonly width: number
  readonly percent: Intl.NumberFormat
}

/** For each theme the shares in both groups, a full dot and an open one, joined by a line as long as they differ. */
export function comparisonChart(plot: PlotLibrary, { compared, names, look, width, percent }: ComparisonData): Chart {
  const all = compared.slice(0, MOST.bars).map(({ id, name, one, other }) => ({
    id,
    name,
    one: one.share,
    other: other.share,
    colour: look.theme(id),
  }))
  const domain = all.map(({ id }) => id)
  const labels = new Map(all.map(({ id, name }) => [id, short(name)]))
  const words = (name: string, side: string, share: number): string => `${name}, ${side}: ${percent.format(share)}`
  return {
    options: {
      width,
      height: all.length * 26 + 74,
      className: 'plot',
      style: { color: look.ink, background: 'none', fontSize: '12px' },
      marginLeft: Math.max(60, ...all.map(({ name }) => [...short(name)].length * 12)) + 14,
      marginRight: 30,
      marginTop: 36,
      x: { zero: true, grid: true, ticks: 5, tickFormat: (share: number) => percent.format(share), label: null },
      y: {
        domain,
        tickFormat: (id: string) => labels.get(id) ?? '',
        tickSize: 0,
        label: null,
        type: 'point',
        padding: 0.6,
      },
      marks: [
        plot.ruleY(all, { x1: 'one', x2: 'other', y: 'id', stroke: look.second, strokeWidth: 1.5 }),
        plot.dot(all, {
          x: 'other',
          y: 'id',
          r: 5.5,
          fill: look.paper,
          stroke: 'colour',
          strokeWidth: 2,
          title: (each) => words(each.name, names[1], each.other),
        }),
        plot.dot(all, {
          x: 'one',
          y: 'id',
          r: 5.5,
          fill: 'colour',
          stroke: 'colour',
          strokeWidth: 2,
          title: (each) => words(each.name, names[0], each.one),
        }),
        plot.text([`● ${names[0]}    ○ ${names[1]}`], { frameAnchor: 'top-left', dy: -26, fill: look.second }),
      ],
    },
    picks: {
      selector: 'g[aria-label="dot"] circle',
      at: [
        ...all.map(({ id }) => ({ row: id, column: 'other' })),
        ...all.map(({ id }) => ({ row: id, column: 'one' })),
      ],
    },
  }
}
