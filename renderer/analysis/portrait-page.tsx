import { useCallback, useMemo, useState } from 'react'
import type { Annotations } from '#shared/queries/annotations/annotations'
import { portraitOf } from '#shared/queries/tables/portrait'
import { tableCsv } from '#shared/queries/tables/table-csv'
import { useLanguage, useMessages } from '../app/language'
import { useSession } from '../app/session'
import { useAnnotations } from './annotations'
import type { ChartLook } from './chart-look'
import { ChartView } from './chart-view'
import type { PlotLibrary } from './charts'
import { PassageList } from './passage-list'
import { portraitChart } from './portrait-chart'

/** A document as the strip of its themes: from left to right as it is read, a lane for each theme. */
export function PortraitPage({ annotations }: { readonly annotations: Annotations }) {
  const t = useMessages()
  const percent = useMemo(() => new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 }), [])
  const language = useLanguage()
  const { document: shown } = useSession()
  const { live } = useAnnotations()
  const documents = annotations.stretches.map(({ document }) => document)
  const [chosen, setChosen] = useState(documents.some(({ id }) => id === shown) ? shown : null)
  const [lane, setLane] = useState<string | null>(null)
  const document = documents.find(({ id }) => id === chosen) ?? documents[0]
  const lanes = useMemo(
    () =>
      document
        ? portraitOf(
            annotations,
            document.id,
            live.map(({ theme: { id, name, query }, passages }) => ({ id, name, query, passages })),
          )
        : [],
    [annotations, document, live],
  )
  const all = useMemo(
    () => annotations.passages.filter((each) => each.document.id === document?.id),
    [annotations, document],
  )
  const length = Math.max(1, document?.length ?? 1)
  const make = useCallback(
    (plot: PlotLibrary, look: ChartLook, width: number) =>
      portraitChart(plot, { lanes, length, look, width, language }),
    [lanes, length, language],
  )
  if (!document) return <p className="empty number-empty">{t('analysis.noPassages')}</p>
  const title = t('analysis.portraitOf', { document: document.title })
  const largest = lanes
    .toSorted((a, b) => b.covered - a.covered)
    .slice(0, 3)
    .map(({ name, covered }) => `${name ?? ''} (${percent.format(covered)})`)
  const passages = lane === null ? all : (lanes.find(({ id }) => id === lane)?.passages ?? [])
  return (
    <div className="portrait-page">
      <div className="table-controls">
        <label className="table-control portrait-document">
          <span>{t('analysis.oneDocument')}</span>
          <select
            value={document.id}
            onChange={(event) => {
              setChosen(event.target.value)
              setLane(null)
            }}
          >
            {documents.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label className="table-control">
          <span>{t('themes.theme')}</span>
          <select value={lane ?? ''} onChange={(event) => setLane(event.target.value || null)}>
            <option value="">{t('analysis.allPassages')}</option>
            {lanes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ChartView
        title={title}
        description={t('analysis.portraitWords', { count: lanes.length, largest: largest.join('; ') || '–' })}
        make={make}
        csv={() =>
          tableCsv({
            corner: t('themes.theme'),
            rows: lanes.map(({ name }) => name ?? ''),
            columns: [t('analysis.measures.passages'), t('analysis.coveredShare')],
            values: lanes.map(({ passages: own, covered }) => [own.length, covered]),
          })
        }
        onPick={({ row }) => setLane(row)}
      />
      <PassageList
        passages={passages}
        isOfOne
        of={lanes.find(({ id }) => id === lane)?.name ?? document.title}
        empty={t('analysis.noPassages')}
      />
    </div>
  )
}
