import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { fold } from '#shared/queries/fold'
import { listed } from '#shared/queries/words/tokens'
import { useLanguage, useMessages } from '../app/language'
import { useStore } from '../app/library'
import { useSession } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { Chooser } from './chooser'
import { Method } from './method'
import type { ComparingProps } from './stretch'
import { useAsked } from './use-asked'
import { WordDetails } from './word-details'
import { UNITS, type Unit, unitOf } from './word-units'
import { type ListedWord, wordsListed } from './words-listed'
import { Working } from './working'

/** The lists of one's own, as they were typed; they stay for as long as the window of the app is open. */
const lists = { lexicon: '', stops: '' }

/** How often words stand in the documents, how they are spread, and what tells one group of documents from another. */
export function WordsTab({ open, jobs, revision }: ComparingProps) {
  const t = useMessages()
  const language = useLanguage()
  const store = useStore()
  const { document } = useSession()
  const [unit, setUnit] = useState<Unit>('word')
  const [fewest, setFewest] = useState(2)
  const [typed, setTyped] = useState('')
  const [written, setWritten] = useState(lists)
  const [group, setGroup] = useState('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const groups = useLiveQuery(() => store.read.documentGroups(open.project.id), [store, open.project.id]) ?? []
  const { one, others } = useMemo(() => {
    const wanted = group === 'open' ? (document ? [document] : []) : groups.find(({ id }) => id === group)?.documents
    if (!wanted) return { one: undefined, others: undefined }
    const inside = new Set(wanted)
    return { one: [...wanted], others: open.documents.flatMap(({ id }) => (inside.has(id) ? [] : [id])) }
  }, [group, groups, document, open.documents])
  const wanted = {
    ...unitOf(unit),
    fewest,
    lexicon: listed(written.lexicon),
    stops: listed(written.stops),
  }
  const key = revision === null ? null : JSON.stringify([revision, wanted, one])
  const asked = useAsked(key, async (told) =>
    wordsListed(
      one && others ? await jobs.keyWords({ ...wanted, documents: one }, others, told) : await jobs.words(wanted, told),
    ),
  )
  const shown = useMemo(() => {
    const words = fold(typed.trim())
    const rows = asked.answer?.rows ?? []
    return words === '' ? rows : rows.filter((row) => row.key.includes(words))
  }, [asked.answer, typed])
  const current = shown.find((row) => row.key === chosen) ?? null
  const number = new Intl.NumberFormat(language)
  const precise = new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 })
  const isKeyed = asked.answer?.isKeyed ?? false
  const columns = isKeyed
    ? (['count', 'otherCount', 'logLikelihood', 'logRatio'] as const)
    : (['count', 'rate', 'texts', 'dispersion'] as const)
  const cell = (row: ListedWord, column: (typeof columns)[number]): string => {
    const value = row[column] ?? 0
    return Number.isInteger(value) && column !== 'dispersion' && column !== 'logRatio'
      ? number.format(value)
      : precise.format(value)
  }
  return (
    <>
      <div className="comparing-tools">
        <label className="comparing-choice">
          <span className="quiet">{t('comparing.words.unit')}</span>
          <select value={unit} onChange={(event) => setUnit(event.target.value as Unit)}>
            {UNITS.map((each) => (
              <option key={each} value={each}>
                {t(`comparing.words.units.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <Chooser label={t('comparing.words.fewest')} value={fewest} among={[1, 2, 5, 10, 50]} onChange={setFewest} />
        <label className="comparing-choice">
          <span className="quiet">{t('comparing.words.compare')}</span>
          <select value={group} onChange={(event) => setGroup(event.target.value)}>
            <option value="all">{t('comparing.words.allDocuments')}</option>
            {document && <option value="open">{t('comparing.words.openDocument')}</option>}
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {t('comparing.words.groupAndOthers', { name })}
              </option>
            ))}
          </select>
        </label>
        <input
          type="search"
          className="comparing-field"
          aria-label={t('comparing.words.find')}
          placeholder={t('comparing.words.find')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {asked.answer && (
          <span className="count" role="status">
            {t('comparing.words.count', { count: shown.length, number: number.format(shown.length) })}
          </span>
        )}
        <Working asked={asked} onGiveUp={() => void jobs.giveUp()} />
      </div>
      <details className="word-lists">
        <summary>{t('comparing.words.lists')}</summary>
        {(['lexicon', 'stops'] as const).map((each) => (
          <label key={each} className="field">
            <span className="label">{t(`comparing.words.${each}`)}</span>
            <textarea
              defaultValue={written[each]}
              onBlur={(event) => {
                lists[each] = event.target.value
                setWritten({ ...lists })
              }}
            />
          </label>
        ))}
      </details>
      <div className="comparing-sides">
        <div className="comparing-list">
          <div className="word-line word-head" aria-hidden="true">
            <span>{t('comparing.words.word')}</span>
            {columns.map((column) => (
              <span key={column} className="number">
                {t(`comparing.words.columns.${column}`)}
              </span>
            ))}
          </div>
          <VirtualRows
            items={shown}
            keyOf={(row) => row.key}
            label={t('comparing.words.tab')}
            current={current?.key ?? null}
            estimate={30}
            onOpen={(row) => setChosen(row.key)}
            onMove={(row) => setChosen(row.key)}
          >
            {(row) => (
              <div className="word-line">
                <span className="words-serif">{row.word}</span>
                {columns.map((column) => (
                  <span key={column} className="number" title={t(`comparing.words.columns.${column}`)}>
                    {cell(row, column)}
                  </span>
                ))}
              </div>
            )}
          </VirtualRows>
        </div>
        {current && revision !== null ? (
          <WordDetails
            key={current.key}
            word={current}
            wanted={wanted}
            open={open}
            jobs={jobs}
            revision={revision}
            onWord={setChosen}
          />
        ) : (
          <p className="empty comparing-details">{t('comparing.words.choose')}</p>
        )}
      </div>
      <Method of="words" />
    </>
  )
}
