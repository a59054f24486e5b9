import type { PlotOptions } from '@observablehq/plot'
import { useEffect, useRef } from 'react'

export interface PlottedProps {
  /** What it shows, in words: the text alternative. */
  readonly label: string
  readonly options: (plot: typeof import('@observablehq/plot')) => PlotOptions
  /** It is drawn anew when this changes. */
  readonly of: unknown
}

/** A chart of Observable Plot, which is loaded when the first one is wanted. */
export function Plotted({ label, options, of }: PlottedProps) {
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says what is drawn
  useEffect(() => {
    let here = true
    void import('@observablehq/plot').then((plot) => {
      if (!here) return
      const drawn = plot.plot(options(plot))
      // The window's policy allows no styles from elsewhere; what they say stands in comparing.css.
      for (const style of drawn.querySelectorAll('style')) style.remove()
      drawn.setAttribute('aria-hidden', 'true')
      place.current?.replaceChildren(drawn)
    })
    return () => {
      here = false
    }
  }, [of])
  return <div ref={place} role="img" aria-label={label} className="plotted" />
}
