import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { ComparingJobs } from '#shared/corpus/comparing/jobs'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import type { DatedPhrase } from './dated-phrase'
import { PlaceList } from './place-list'
import { Plotted } from './plotted'
import { byDate, dayOf } from './stretch'
import { useAsked } from './use-asked'

export interface PhraseDetailsProps {
  readonly dated: DatedPhrase
  readonly documents: ReadonlyMap<DocumentId, SourceDocument>
  readonly jobs: ComparingJobs
}

/** One set phrase: its variants, its first appearance, its timeline and its places. */
export function PhraseDetails({ dated: { phrase, history }, documents, jobs }: PhraseDetailsProps) {
  const t = useMessages()
  const actions = useActions()
  const { first, periods } = history
  const sorted = useMemo(
    () =>
      [...phrase.places].sort(
        (a, b) => byDate(documents.get(a.document), documents.get(b.document)) || a.start - b.start,
      ),
    [phrase, documents],
  )
  const around = useAsked(phrase.phrase, () => jobs.around(sorted))
  const places = useMemo(
    () =>
      sorted.map((place, at) => {
        const document = documents.get(place.document)
        const date = dayOf(document)
        return { ...place, ...around.answer?.[at], title: document?.title ?? '', ...(date !== undefined && { date }) }
      }),
    [sorted, documents, around.answer],
  )
  const opening = first && phrase.places.find(({ document }) => document === first.document)
  return (
    <section className="comparing-details" aria-label={phrase.phrase}>
      <h3 className="words-serif">{phrase.phrase}</h3>
      {first && opening && (
        <p>
          {t('comparing.phrases.first', { date: first.date.slice(0, 10) })}{' '}
          <Button className="link-button" onPress={() => actions.showPlace(opening)}>
            {documents.get(first.document)?.title}
          </Button>
        </p>
      )}
      {phrase.spellings.length > 1 && (
        <p className="quiet">
          {t('comparing.phrases.variants')}{' '}
          {phrase.spellings.map(({ text, count }) => `${text} (${count})`).join(' · ')}
        </p>
      )}
      {periods.length > 1 && (
        <Plotted
          of={phrase}
          label={t('comparing.phrases.timeline', {
            periods: periods
              .filter(({ count }) => count > 0)
              .map(({ period, count }) => `${period}: ${count}`)
              .join(', '),
          })}
          options={(plot) => ({
            width: 420,
            height: 96,
            marginLeft: 28,
            marginBottom: 22,
            x: {
              label: null,
              type: 'band',
              ticks: periods.length > 8 ? [periods[0], periods.at(-1)].map((each) => each?.period) : undefined,
            },
            y: { label: null, ticks: [0, Math.max(...periods.map(({ count }) => count))], tickFormat: 'd' },
            marks: [
              plot.barY(periods, { x: 'period', y: 'count', fill: 'var(--ink-second)' }),
              plot.ruleY([0], { stroke: 'var(--rule)' }),
            ],
          })}
        />
      )}
      <p className="comparing-acts">
        <Button
          className="button primary"
          onPress={() => void actions.tagPlaces(phrase.places, { path: phrase.phrase })}
        >
          {t('comparing.phrases.makeTheme', { count: phrase.places.length })}
        </Button>
      </p>
      <PlaceList label={t('comparing.places')} places={places} />
    </section>
  )
}
