import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { ComparingJobs } from '#shared/corpus/comparing/jobs'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { type DatedDocument, phraseHistory } from '#shared/queries/phrases/first-appearance'
import type { SetPhrase } from '#shared/queries/phrases/phrases'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { PlaceList } from './place-list'
import { Plotted } from './plotted'
import { byDate, dayOf } from './stretch'
import { useAsked } from './use-asked'

export interface PhraseDetailsProps {
  readonly phrase: SetPhrase
  /** The documents that its places name. */
  readonly dated: readonly DatedDocument[]
  readonly documents: ReadonlyMap<DocumentId, SourceDocument>
  readonly jobs: ComparingJobs
}

/** One set phrase: its variants, its first appearance, its timeline and its places. */
export function PhraseDetails({ phrase, dated, documents, jobs }: PhraseDetailsProps) {
  const t = useMessages()
  const actions = useActions()
  const { first, periods } = useMemo(() => phraseHistory(dated, phrase.places.texts), [dated, phrase])
  const sorted = useMemo(() => {
    const { texts, starts, ends } = phrase.places
    return Array.from(texts, (text, i) => ({
      document: dated[text]?.id as DocumentId,
      start: starts[i] as number,
      end: ends[i] as number,
    })).sort((a, b) => byDate(documents.get(a.document), documents.get(b.document)) || a.start - b.start)
  }, [phrase, dated, documents])
  const around = useAsked(phrase.phrase, () => jobs.around(sorted))
  const places = useMemo(
    () =>
      sorted.map((place, at) => {
        const document = documents.get(place.document)
        const date = dayOf(document)
        return {
          words: '',
          ...place,
          ...around.answer?.[at],
          title: document?.title ?? '',
          ...(date !== undefined && { date }),
        }
      }),
    [sorted, documents, around.answer],
  )
  const opening = first && sorted.find(({ document }) => document === first.document)
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
        <Button className="button primary" onPress={() => void actions.tagPlaces(sorted, { path: phrase.phrase })}>
          {t('comparing.phrases.makeTheme', { count: sorted.length })}
        </Button>
      </p>
      <PlaceList label={t('comparing.places')} places={places} />
    </section>
  )
}
