import { useMemo, useState } from 'react'
import type { DocumentId } from '#shared/model/ids'
import { fold } from '#shared/queries/fold'
import { useLanguage, useMessages } from '../app/language'
import { VirtualRows } from '../app/virtual-rows'
import { Chooser } from './chooser'
import { type DatedPhrase, type DatedPhrases, datedPhrases } from './dated-phrase'
import { FindField } from './find-field'
import { Method } from './method'
import { PhraseDetails } from './phrase-details'
import type { ComparingProps } from './stretch'
import { useAsked } from './use-asked'
import { Working } from './working'

const NONE: DatedPhrases = { phrases: [], documents: [] }

/** The set phrases (提法) of all documents: how far they are spread, when they appear, and how else they are written. */
export function PhrasesTab({ open, jobs, revision }: ComparingProps) {
  const t = useMessages()
  const language = useLanguage()
  const [spread, setSpread] = useState(2)
  const [shortest, setShortest] = useState(4)
  const [typed, setTyped] = useState('')
  const [order, setOrder] = useState<'spread' | 'date' | 'length'>('spread')
  const [chosen, setChosen] = useState<string | null>(null)
  const asked = useAsked(revision === null ? null : `${revision} ${spread} ${shortest}`, (told) =>
    jobs.phrases({ texts: spread, shortest }, told),
  )
  const documents = useMemo(
    () => new Map<DocumentId, (typeof open.documents)[number]>(open.documents.map((each) => [each.id, each])),
    [open.documents],
  )
  const all = useMemo(() => (asked.answer ? datedPhrases(asked.answer, documents) : NONE), [asked.answer, documents])
  const shown = useMemo(() => {
    const words = fold(typed.trim())
    const found = all.phrases.filter(({ phrase }) => words === '' || fold(phrase.phrase).includes(words))
    if (order === 'date')
      return found.sort((a, b) => (a.first?.date ?? '\uffff').localeCompare(b.first?.date ?? '\uffff'))
    return order === 'length' ? found.sort((a, b) => b.phrase.phrase.length - a.phrase.phrase.length) : found
  }, [all, typed, order])
  const current = shown.find(({ phrase }) => phrase.phrase === chosen) ?? shown[0]
  const number = new Intl.NumberFormat(language)
  return (
    <>
      <div className="comparing-tools">
        <FindField label={t('comparing.phrases.find')} typed={typed} onType={setTyped} />
        <Chooser label={t('comparing.phrases.texts')} value={spread} among={[2, 3, 5, 10, 20]} onChange={setSpread} />
        <Chooser label={t('comparing.phrases.shortest')} value={shortest} among={[3, 4, 6, 8]} onChange={setShortest} />
        <label className="comparing-choice">
          <span className="quiet">{t('comparing.order')}</span>
          <select value={order} onChange={(event) => setOrder(event.target.value as typeof order)}>
            <option value="spread">{t('comparing.phrases.bySpread')}</option>
            <option value="date">{t('comparing.phrases.byDate')}</option>
            <option value="length">{t('comparing.phrases.byLength')}</option>
          </select>
        </label>
        {asked.answer && (
          <span className="count" role="status">
            {t('comparing.phrases.count', { count: shown.length, number: number.format(shown.length) })}
          </span>
        )}
        <Working asked={asked} onGiveUp={() => void jobs.giveUp()} />
      </div>
      <div className="comparing-sides">
        <div className="comparing-list">
          {asked.answer && shown.length === 0 ? (
            <p className="empty">{t('comparing.phrases.none')}</p>
          ) : (
            <VirtualRows
              items={shown}
              keyOf={({ phrase }) => phrase.phrase}
              label={t('comparing.phrases.tab')}
              current={current?.phrase.phrase ?? null}
              estimate={34}
              onOpen={({ phrase }) => setChosen(phrase.phrase)}
              onMove={({ phrase }) => setChosen(phrase.phrase)}
            >
              {({ phrase, first }: DatedPhrase) => (
                <div className="phrase-line">
                  <span className="words-serif">{phrase.phrase}</span>
                  <span className="quiet">{first?.date.slice(0, 10)}</span>
                  <span className="number">
                    {t('comparing.phrases.spread', {
                      count: phrase.texts,
                      places: number.format(phrase.places.starts.length),
                    })}
                  </span>
                </div>
              )}
            </VirtualRows>
          )}
        </div>
        {current && (
          <PhraseDetails
            key={current.phrase.phrase}
            phrase={current.phrase}
            dated={all.documents}
            documents={documents}
            jobs={jobs}
          />
        )}
      </div>
      <Method of="phrases" />
    </>
  )
}
