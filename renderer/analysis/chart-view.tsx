import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { pngOf, svgText } from './chart-export'
import { type ChartLook, chartLook } from './chart-look'
import type { Chart, PlotLibrary } from './charts'

export interface ChartViewProps {
  /** What it shows, in a few words: its heading, and the name of the files. */
  readonly title: string
  /** The same in a sentence or two, for who does not see it. */
  readonly description: string
  /** Makes the chart; a new function only when the chart is another. */
  readonly make: (plot: PlotLibrary, look: ChartLook, width: number) => Chart
  /** The numbers as CSV. */
  readonly csv: () => string
  readonly onPick?: ((at: { readonly row: string; readonly column: string | null }) => void) | undefined
}

/** The scheme that is shown now, light or dark; a chart has its colours in it and is drawn anew. */
function useScheme(): string {
  const [scheme, setScheme] = useState(() => document.documentElement.dataset.scheme ?? '')
  useEffect(() => {
    const look = (): void => setScheme(document.documentElement.dataset.scheme ?? '')
    const observer = new MutationObserver(look)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-scheme'] })
    return () => observer.disconnect()
  }, [])
  return scheme
}

/** A file name without what systems do not take in one. */
const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').slice(0, 80)

/** A chart with its title and a description in words; it can be saved as SVG, as PNG, and its numbers as CSV. */
export function ChartView({ title, description, make, csv, onPick }: ChartViewProps) {
  const t = useMessages()
  const actions = useActions()
  const scheme = useScheme()
  const frame = useRef<HTMLDivElement>(null)
  const drawn = useRef<SVGSVGElement | null>(null)
  const [width, setWidth] = useState(0)
  const pick = useRef(onPick)
  pick.current = onPick

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: its colours are those of the scheme
  useEffect(() => {
    let here = true
    const draw = async (): Promise<void> => {
      const plot = await import('@observablehq/plot')
      if (!here || width < 100 || !frame.current) return
      const { options, picks } = make(plot, chartLook(), Math.min(width, 980))
      const svg = plot.plot({ ...options, document }) as SVGSVGElement
      // What it would say in a style element is in our own style sheet: the page takes no other styles.
      for (const style of svg.querySelectorAll('style')) style.remove()
      svg.setAttribute('role', 'img')
      svg.setAttribute('aria-label', `${title}. ${description}`)
      if (picks) {
        for (const [i, mark] of [...svg.querySelectorAll(picks.selector)].entries()) {
          const at = picks.at[i]
          if (at) mark.addEventListener('click', () => pick.current?.(at))
        }
      }
      // The picture as a whole has a name; Plot names its parts too, which no group may have.
      for (const part of svg.querySelectorAll('g[aria-label]')) {
        part.setAttribute('data-mark', part.getAttribute('aria-label') ?? '')
        part.removeAttribute('aria-label')
      }
      frame.current.replaceChildren(svg)
      drawn.current = svg
    }
    void draw().catch(actions.report)
    return () => {
      here = false
    }
  }, [make, width, scheme, title, description, actions])

  const save = async (kind: 'svg' | 'png' | 'csv'): Promise<void> => {
    const name = `${fileName(title)}.${kind}`
    if (kind === 'csv') return void actions.saveMade({ name, bytes: new TextEncoder().encode(csv()) })
    if (!drawn.current) return
    const picture = svgText(drawn.current, { title, description, look: chartLook() })
    const bytes = kind === 'svg' ? new TextEncoder().encode(picture.text) : await pngOf(picture)
    void actions.saveMade({ name, bytes })
  }
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        <span className="chart-saves">
          {(['svg', 'png', 'csv'] as const).map((kind) => (
            <Button key={kind} className="button" onPress={() => void save(kind).catch(actions.report)}>
              {t(`analysis.saveAs.${kind}`)}
            </Button>
          ))}
        </span>
      </figcaption>
      <div ref={frame} className="chart-frame" />
      <p className="quiet chart-words">{description}</p>
    </figure>
  )
}
