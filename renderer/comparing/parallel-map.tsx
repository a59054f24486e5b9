import { useMemo } from 'react'
import type { Travelling } from '#shared/corpus/comparing/jobs'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { sharing } from '#shared/queries/parallels/sharing'
import { useLanguage, useMessages } from '../app/language'
import { textWidth } from '../app/text-width'
import { Plotted } from './plotted'
import { byDate, dayOf } from './stretch'

/** So many documents are drawn: those that share most. */
const DRAWN = 36

/** Who shares how much with whom: documents in the order of their dates on both sides, a square for each pair. */
export function ParallelMap({
  parallels,
  documents,
}: {
  readonly parallels: readonly Travelling[]
  readonly documents: ReadonlyMap<DocumentId, SourceDocument>
}) {
  const t = useMessages()
  const number = new Intl.NumberFormat(useLanguage())
  const pairs = useMemo(() => sharing(parallels), [parallels])
  const drawn = useMemo(() => {
    const names = new Set<string>()
    for (const { one, other } of pairs) if (names.size < DRAWN) names.add(one).add(other)
    return [...names]
      .flatMap((id) => documents.get(id) ?? [])
      .sort(byDate)
      .map(({ id }) => id)
  }, [pairs, documents])
  const named = (id: string): string => {
    const document = documents.get(id)
    const date = dayOf(document)
    const title = document?.title ?? ''
    return `${date ? `${date} ` : ''}${title.length > 12 ? `${title.slice(0, 11)}…` : title}`
  }
  if (pairs.length === 0) return null
  const places = new Map(drawn.map((id, i) => [id, i]))
  const cells = pairs.flatMap((pair) => {
    const [one, other] = [places.get(pair.one), places.get(pair.other)]
    if (one === undefined || other === undefined) return []
    return [{ ...pair, earlier: drawn[Math.min(one, other)], later: drawn[Math.max(one, other)] }]
  })
  const room = Math.max(60, ...drawn.map((id) => textWidth(named(id)))) + 12
  const first = pairs.slice(0, 20)
  return (
    <section className="comparing-details" aria-label={t('comparing.parallels.map')}>
      <Plotted
        of={pairs}
        label={t('comparing.parallels.mapSaid', { count: drawn.length })}
        options={(plot) => ({
          width: Math.max(280, room + 20 + drawn.length * 26),
          height: 170 + drawn.length * 22,
          marginLeft: room,
          marginBottom: 150,
          padding: 0.08,
          x: { domain: drawn, label: null, tickFormat: named, tickRotate: -50, tickSize: 0 },
          y: { domain: drawn, label: null, tickFormat: named, tickSize: 0 },
          opacity: { type: 'sqrt', range: [0.15, 1] },
          marks: [
            plot.cell(cells, {
              x: 'earlier',
              y: 'later',
              fill: 'var(--ink)',
              fillOpacity: 'letters',
              title: (each: (typeof cells)[number]) =>
                `${named(each.one)} – ${named(each.other)}: ${number.format(each.letters)}`,
            }),
          ],
        })}
      />
      <ol className="sharing">
        {first.map(({ one, other, letters, parallels: count }) => (
          <li key={`${one} ${other}`}>
            <span lang={documents.get(one)?.language}>{documents.get(one)?.title}</span> –{' '}
            <span lang={documents.get(other)?.language}>{documents.get(other)?.title}</span>{' '}
            <span className="quiet">{t('comparing.parallels.shares', { letters: number.format(letters), count })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
