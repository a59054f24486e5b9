import { useMemo, useState } from 'react'
import type { WordsAsked } from '#shared/corpus/comparing/jobs'
import { useLanguage, useMessages } from '../app/language'
import { VirtualRows } from '../app/virtual-rows'
import { PlaceList } from './place-list'
import { type ComparingProps, dayOf } from './stretch'
import { useAsked } from './use-asked'
import type { ListedWord } from './words-listed'
import { Working } from './working'

export interface WordDetailsProps extends ComparingProps {
  readonly word: ListedWord
  readonly wanted: WordsAsked
  readonly onWord: (key: string) => void
  /** Shows its places in the window that searches. */
  readonly onPlaces: () => void
}

const SHOWN = ['places', 'collocates'] as const
const MEASURES = ['near', 'logLikelihood', 'mutualInformation', 'logDice'] as const

/** One word: every place where it stands, or the words that stand near it. */
export function WordDetails({ word, wanted, open, jobs, revision, onWord, onPlaces }: WordDetailsProps) {
  const t = useMessages()
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('places')
  const key = JSON.stringify([revision, word.key, wanted])
  const places = useAsked(shown === 'places' ? key : null, (told) => jobs.places({ ...wanted, key: word.key }, told))
  const collocates = useAsked(shown === 'collocates' ? key : null, (told) =>
    jobs.collocates({ ...wanted, key: word.key }, told),
  )
  const documents = useMemo(() => new Map(open.documents.map((each) => [each.id, each])), [open.documents])
  const listed = useMemo(
    () =>
      (places.answer?.places ?? []).map(({ document, start, end, left, found, right }) => {
        const of = documents.get(document)
        const date = dayOf(of)
        return {
          document,
          start,
          end,
          left,
          words: found,
          right,
          title: of?.title ?? '',
          ...(date !== undefined && { date }),
        }
      }),
    [places.answer, documents],
  )
  const whole = new Intl.NumberFormat(useLanguage())
  const precise = new Intl.NumberFormat(useLanguage(), { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (
    <section className="comparing-details" aria-label={word.word}>
      <h3 className="words-serif">{word.word}</h3>
      <div className="comparing-acts" role="group" aria-label={t('comparing.words.show')}>
        {SHOWN.map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            aria-pressed={each === shown}
            onClick={() => setShown(each)}
          >
            {t(`comparing.words.${each}`)}
          </button>
        ))}
        <button type="button" className="link-button" onClick={onPlaces}>
          {t('comparing.words.inSearch')}
        </button>
      </div>
      {shown === 'places' ? (
        <>
          <Working asked={places} />
          {places.answer && <p className="quiet">{t('comparing.words.placesCount', { count: places.answer.count })}</p>}
          <PlaceList label={t('comparing.places')} places={listed} />
        </>
      ) : (
        <>
          <Working asked={collocates} />
          <div className="word-line word-head" aria-hidden="true">
            <span>{t('comparing.words.word')}</span>
            {MEASURES.map((each) => (
              <span key={each} className="number">
                {t(`comparing.words.columns.${each}`)}
              </span>
            ))}
          </div>
          <div className="place-list">
            <VirtualRows
              items={collocates.answer?.rows ?? []}
              keyOf={(row) => row.key}
              label={t('comparing.words.collocates')}
              current={null}
              estimate={30}
              onOpen={(row) => onWord(row.key)}
            >
              {(row) => (
                <div className="word-line">
                  <span className="words-serif">{row.word}</span>
                  {MEASURES.map((each) => (
                    <span key={each} className="number">
                      {(each === 'near' ? whole : precise).format(row[each])}
                    </span>
                  ))}
                </div>
              )}
            </VirtualRows>
          </div>
        </>
      )}
    </section>
  )
}
