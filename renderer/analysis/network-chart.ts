import { type Chart, type ChartData, common, MOST, type PlotLibrary, short, sum } from './charts'

/** Which lines meet: each a point on a circle, joined by lines as wide as they meet. Rows and columns are the same. */
export function networkChart(plot: PlotLibrary, data: ChartData): Chart {
  const { look, format } = data
  const rows = data.rows.slice(0, MOST.network)
  const at = new Map(data.columns.map(({ id }, i) => [id, i]))
  const value = (from: number, to: string): number => data.values[from]?.[at.get(to) ?? -1] ?? 0
  const nodes = rows.map((row, i) => {
    const angle = (i / rows.length) * 2 * Math.PI - Math.PI / 2
    return { ...row, x: Math.cos(angle), y: -Math.sin(angle), sum: sum(data.values[i] ?? []) }
  })
  const links = nodes.flatMap((one, i) =>
    nodes.slice(i + 1).flatMap((other, j) => {
      const weight = Math.max(value(i, other.id), value(i + 1 + j, one.id))
      return weight > 0
        ? [
            {
              x1: one.x,
              y1: one.y,
              x2: other.x,
              y2: other.y,
              weight,
              one: one.name,
              other: other.name,
              row: one.id,
              column: other.id,
            },
          ]
        : []
    }),
  )
  const largest = Math.max(1e-9, ...links.map(({ weight }) => weight))
  const most = Math.max(1e-9, ...nodes.map((each) => each.sum))
  const height = 460
  const across = (1.3 * data.width) / height
  const label = (side: 'start' | 'end', dx: number, isThere: (x: number) => boolean) =>
    plot.text(
      nodes.filter(({ x }) => isThere(x)),
      {
        x: ({ x }) => x * 1.06,
        y: ({ y }) => y * 1.09,
        text: ({ name }) => short(name),
        textAnchor: side,
        dx,
        fill: look.ink,
      },
    )
  return {
    options: {
      ...common(data),
      height,
      margin: 12,
      x: { axis: null, domain: [-across, across] },
      y: { axis: null, domain: [-1.3, 1.3] },
      r: { type: 'identity' },
      opacity: { type: 'identity' },
      marks: [
        plot.link(links, {
          x1: 'x1',
          y1: 'y1',
          x2: 'x2',
          y2: 'y2',
          stroke: look.second,
          strokeOpacity: ({ weight }) => 0.25 + (0.55 * weight) / largest,
          strokeWidth: ({ weight }) => 1 + (9 * weight) / largest,
          strokeLinecap: 'round',
          title: (each) => `${each.one} × ${each.other}: ${format(each.weight)}`,
        }),
        plot.dot(nodes, {
          x: 'x',
          y: 'y',
          r: (each) => 5 + 10 * Math.sqrt(each.sum / most),
          fill: 'colour',
          stroke: look.paper,
          strokeWidth: 2,
          title: (each) => `${each.name}: ${format(each.sum)}`,
        }),
        label('start', 10, (x) => x > 0.05),
        label('end', -10, (x) => x < -0.05),
        plot.text(
          nodes.filter(({ x }) => Math.abs(x) <= 0.05),
          { x: 'x', y: ({ y }) => y * 1.17, text: ({ name }) => short(name), fill: look.ink },
        ),
      ],
    },
    picks: { selector: 'g[aria-label="link"] path', at: links.map(({ row, column }) => ({ row, column })) },
  }
}
