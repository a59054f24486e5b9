import type { PortraitLane } from '#shared/queries/tables/portrait'
import { textWidth } from '../app/text-width'
import type { ChartLook } from './chart-look'
import { type Chart, type PlotLibrary, short } from './charts'

/** What a portrait is drawn of. */
export interface PortraitData {
  readonly lanes: readonly PortraitLane[]
  /** Of the text, in UTF-16 units. */
  readonly length: number
  readonly look: ChartLook
  /** In CSS pixels. */
  readonly width: number
  readonly language: string
}

/** A passage is never thinner than this, in CSS pixels, or it would not be seen. */
const THINNEST = 2

/** The lanes of a document, each with its passages where they stand in the text. */
export function portraitChart(plot: PlotLibrary, { lanes, length, look, width, language }: PortraitData): Chart {
  const left = Math.max(60, ...lanes.map(({ name }) => textWidth(short(name ?? '')))) + 14
  const thin = (length * THINNEST) / Math.max(1, width - left)
  const bars = lanes.flatMap(({ id, name, passages }) =>
    passages.map(({ highlight: { passage } }) => ({
      id,
      from: passage.start,
      to: Math.max(passage.end, passage.start + thin),
      colour: look.theme(id),
      words: `${name ?? ''}: ${passage.quote.slice(0, 120)}`,
    })),
  )
  const names = new Map(lanes.map(({ id, name }) => [id, short(name ?? '')]))
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const domain = lanes.map(({ id }) => id)
  return {
    options: {
      width,
      height: lanes.length * 26 + 50,
      className: 'plot',
      style: { color: look.ink, background: 'none', fontSize: '12px' },
      marginLeft: left,
      marginRight: 20,
      marginBottom: 32,
      x: {
        domain: [0, length],
        ticks: [0, 0.25, 0.5, 0.75, 1].map((part) => part * length),
        tickFormat: (at: number) => percent.format(at / length),
        label: null,
      },
      y: { domain, tickFormat: (id: string) => names.get(id) ?? '', tickSize: 0, label: null, padding: 0.25 },
      marks: [
        plot.ruleY(domain, { y: (id: string) => id, stroke: look.rule }),
        plot.barX(bars, { x1: 'from', x2: 'to', y: 'id', fill: 'colour', title: 'words' }),
      ],
    },
    picks: { selector: 'g[aria-label="bar"] rect', at: bars.map(({ id }) => ({ row: id, column: null })) },
  }
}
