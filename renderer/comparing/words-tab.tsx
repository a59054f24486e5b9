import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import type { DocumentGroup } from '#shared/model/document-group'
import type { DocumentId } from '#shared/model/ids'
import { wordsIn } from '#shared/model/word-list'
import { fold } from '#shared/queries/fold'
import { formatQuery } from '#shared/queries/search/query'
import { useLanguage, useMessages } from '../app/language'
import { useStore } from '../app/library'
import { useDispatch, useSession } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { NO_WISH } from '../search/wish'
import { Chooser } from './chooser'
import { type DocumentPart, type OtherPart, sidesOf } from './document-part'
import { FindField } from './find-field'
import { Method } from './method'
import { PartChoice } from './part-choice'
import type { ComparingProps } from './stretch'
import { useAsked } from './use-asked'
import { WordDetails } from './word-details'
import { WordLists } from './word-lists'
import { UNITS, type Unit, unitOf } from './word-units'
import { type ListedWord, wordsListed } from './words-listed'
import { Working } from './working'

const NONE: readonly DocumentGroup[] = []

/** How often words stand in the documents, how they are spread, and what tells one group of documents from another. */
export function WordsTab({ open, jobs, revision }: ComparingProps) {
  const t = useMessages()
  const language = useLanguage()
  const store = useStore()
  const { document } = useSession()
  const dispatch = useDispatch()
  const [unit, setUnit] = useState<Unit>('word')
  const [fewest, setFewest] = useState(2)
  const [typed, setTyped] = useState('')
  const [one, setOne] = useState<DocumentPart>({ kind: 'all' })
  const [other, setOther] = useState<OtherPart>({ kind: 'none' })
  const [chosen, setChosen] = useState<string | null>(null)
  const groups = useLiveQuery(() => store.read.documentGroups(open.project.id), [store, open.project.id]) ?? NONE
  const written = useLiveQuery(() => store.read.wordLists(open.project.id), [store, open.project.id])
  const sides = useMemo(() => sidesOf(one, other, open, groups, document), [one, other, open, groups, document])
  const wanted = {
    ...unitOf(unit),
    fewest,
    lexicon: wordsIn(written ?? [], 'lexicon'),
    stops: wordsIn(written ?? [], 'stops'),
    ...(sides.one && { documents: sides.one }),
  }
  const key = revision === null || !written ? null : JSON.stringify([revision, wanted, sides.others])
  const asked = useAsked(key, async (told) =>
    wordsListed(sides.others ? await jobs.keyWords(wanted, sides.others, told) : await jobs.words(wanted, told)),
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
  const toPlaces = (word: string, within: readonly DocumentId[] | undefined): void => {
    const typed = formatQuery({ kind: 'phrase', text: word })
    dispatch({ type: 'wish', change: { ...NO_WISH, typed, scope: within ? { documents: within } : {} } })
    dispatch({ type: 'openDialog', dialog: { kind: 'search' } })
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
        <PartChoice
          label={t('comparing.words.compare')}
          open={open}
          groups={groups}
          part={one}
          among={document ? ['all', 'open'] : ['all']}
          onChange={setOne}
        />
        <PartChoice
          label={t('comparing.words.beside')}
          open={open}
          groups={groups}
          part={other}
          among={document ? ['none', 'others', 'all', 'open'] : ['none', 'others', 'all']}
          onChange={setOther}
        />
        <FindField label={t('comparing.words.find')} typed={typed} onType={setTyped} />
        {asked.answer && (
          <span className="count" role="status">
            {t('comparing.words.count', { count: shown.length, number: number.format(shown.length) })}
            {asked.answer.short > 0 && ` · ${t('comparing.words.short', { count: asked.answer.short })}`}
          </span>
        )}
        <Working asked={asked} onGiveUp={() => void jobs.giveUp()} />
      </div>
      <WordLists project={open.project.id} lists={written ?? []} />
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
                  <button
                    key={column}
                    type="button"
                    tabIndex={-1}
                    className="number"
                    title={t('comparing.words.toPlaces', { column: t(`comparing.words.columns.${column}`) })}
                    onClick={(event) => {
                      event.stopPropagation()
                      toPlaces(row.word, column === 'otherCount' ? sides.others : sides.one)
                    }}
                  >
                    {cell(row, column)}
                  </button>
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
            onPlaces={() => toPlaces(current.word, sides.one)}
          />
        ) : (
          <p className="empty comparing-details">{t('comparing.words.choose')}</p>
        )}
      </div>
      <Method of="words" />
    </>
  )
}
