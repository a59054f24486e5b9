import type { ReactNode } from 'react'
import type { Highlight } from '#shared/model/highlight'
import { CardThemes } from '../highlights/card-themes'
import { useTaggedThemes } from './use-tagged-themes'

export interface MovedListProps {
  readonly title: string
  readonly text?: string
  readonly highlights: readonly Highlight[]
  readonly children: (highlight: Highlight) => ReactNode
  /** What may be decided about each. */
  readonly decision?: (highlight: Highlight) => ReactNode
}

/** Highlights of one fate, each with its themes. Nothing where there are none. */
export function MovedList({ title, text, highlights, children, decision }: MovedListProps) {
  const themesOf = useTaggedThemes(highlights)
  if (highlights.length === 0) return null
  return (
    <section className="moved-list" aria-label={title}>
      <h3>{title}</h3>
      {text !== undefined && <p className="quiet">{text}</p>}
      <ul>
        {highlights.map((each) => (
          <li key={each.id}>
            {children(each)}
            <CardThemes themes={themesOf(each.id)} onTakeAway={undefined} />
            {decision?.(each)}
          </li>
        ))}
      </ul>
    </section>
  )
}
