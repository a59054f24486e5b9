import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Button, Checkbox, Dialog, DialogTrigger, Heading, Input, TextField } from 'react-aria-components'
import type { Chosen, CorpusLine } from '#shared/corpus/search/lines'
import { LINE_ORDERS, type LineOrder } from '#shared/corpus/search/order'
import { useActions } from '../actions/context'
import { unwrap } from '../actions/desk'
import type { ThemeWanted } from '../actions/tag-hits'
import { useLanguage, useMessages } from '../app/language'
import type { OpenProject } from '../app/library'
import { useDispatch, useSession } from '../app/session'
import { composing } from '../app/shortcuts'
import { DialogPopover } from '../dialogs/dialog-popover'
import { SheetKeys, TICK_KEYS } from '../dialogs/sheet-keys'
import { SheetSaid } from '../dialogs/sheet-said'
import { WideSheet } from '../dialogs/wide-sheet'
import { ThemeField } from '../finding/theme-field'
import { useOpenPlace } from '../notes/open-place'
import { Concordance } from './concordance'
import { CountList } from './count-list'
import { HelpButton, SearchExamples } from './help-button'
import { SavedButton } from './saved-button'
import { ScopeButton } from './scope-button'
import { type SavedState, useSaved } from './use-saved'
import { type SearchState, useSearch } from './use-search'
import '../document-table/document-table.css'
import './search.css'

const NONE: Chosen = { all: false, except: new Set() }

/** Searching all texts of the project: what is found stands as a concordance and is opened or tagged from there. */
export function SearchWindow({ open }: { readonly open: OpenProject }) {
  const t = useMessages()
  const dispatch = useDispatch()
  const { wish } = useSession()
  const state = useSearch(open)
  const kept = useSaved(open, state)
  const [wantsFresh, setWantsFresh] = useState(false)
  const fresh = wantsFresh && (kept.news ?? 0) > 0
  const change = (part: Partial<typeof wish>): void => dispatch({ type: 'wish', change: part })
  const close = (): void => dispatch({ type: 'closeDialog' })
  const onKeyDown = (event: KeyboardEvent): void => {
    const found = document.querySelector<HTMLElement>('.search-found .concordance')
    if (event.key !== 'ArrowDown' || composing(event.nativeEvent) || !found) return
    event.preventDefault()
    found.focus()
  }
  return (
    <WideSheet className="documents-window search-window" onClose={close}>
      <header className="search-head">
        <div className="search-line">
          <Heading slot="title">{t('search.title')}</Heading>
          <TextField
            aria-label={t('search.field')}
            value={wish.typed}
            onChange={(typed) => change({ typed })}
            isInvalid={state.problem !== null}
            autoFocus
            className="field search-field"
          >
            <Input type="search" placeholder={t('search.placeholder')} spellCheck="false" onKeyDown={onKeyDown} />
          </TextField>
          <HelpButton onTry={(typed) => change({ typed })} />
          <SheetKeys keys={TICK_KEYS} />
          <Button className="icon-button" aria-label={t('dialogs.close')} onPress={close}>
            <X size={16} aria-hidden="true" />
          </Button>
        </div>
        <div className="search-line">
          <ScopeButton open={open} groups={state.groups} scope={wish.scope} onChange={(scope) => change({ scope })} />
          {(['exact', 'cased', 'wholeWords'] as const).map((option) => (
            <Checkbox
              key={option}
              className="check-line"
              isSelected={wish[option]}
              onChange={(on) => change({ [option]: on })}
            >
              {t(`search.${option}`)}
            </Checkbox>
          ))}
          <SavedButton state={state} kept={kept} />
          <label className="documents-together search-order">
            <span className="quiet">{t('search.order')}</span>
            <select value={wish.order} onChange={(event) => change({ order: event.target.value as LineOrder })}>
              {LINE_ORDERS.map((order) => (
                <option key={order} value={order}>
                  {t(`search.orders.${order}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="search-line">
          <Told state={state} news={kept.news} />
          {(kept.news ?? 0) > 0 && (
            <Checkbox className="check-line" isSelected={wantsFresh} onChange={setWantsFresh}>
              {t('search.saved.onlyNew')}
            </Checkbox>
          )}
        </div>
      </header>
      <Results state={state} fresh={fresh} news={kept.news} />
    </WideSheet>
  )
}

/** What was found, how far the texts are read, and what was left out. */
function Told({ state: { answer, problem, progress }, news }: Pick<ResultsProps, 'state' | 'news'>) {
  const t = useMessages()
  const number = new Intl.NumberFormat(useLanguage())
  const said: string[] = []
  if (progress.done < progress.all) {
    said.push(t('search.reading', { done: number.format(progress.done), all: number.format(progress.all) }))
  }
  if (answer) {
    const { lines, matched, stopped, unsearched } = answer
    const documents = t('documents.count', { count: matched, number: number.format(matched) })
    const params = { count: lines, number: number.format(lines), documents }
    said.push(lines === 0 && matched === 0 ? t('search.nothing') : t('search.count', params))
    if (news) said.push(t('search.saved.sinceLooked', { number: number.format(news) }))
    if (stopped) said.push(t(`search.stopped.${stopped}`, { number: number.format(lines) }))
    if (unsearched > 0) said.push(t('search.unsearched', { count: unsearched }))
  }
  return (
    <p className="search-told" role="status" data-kind={problem ? 'problem' : undefined}>
      {problem ? t(problem.key, problem.params) : said.join(' · ')}
    </p>
  )
}

interface ResultsProps {
  readonly state: SearchState
  /** Only lines that are new are shown. */
  readonly fresh: boolean
  readonly news: SavedState['news']
}

function Results({ state, fresh, news }: ResultsProps) {
  const t = useMessages()
  const dispatch = useDispatch()
  const { wish } = useSession()
  const openPlace = useOpenPlace()
  const { report } = useActions()
  const locale = useLanguage()
  const { answer, feed } = state
  const [chosen, setChosen] = useState<Chosen>(NONE)
  const run = answer?.run
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers of places are those of one run
  useEffect(() => setChosen(NONE), [run, fresh])
  const chooseAll = async (): Promise<void> => {
    if (!answer || !fresh) return setChosen({ all: true, except: new Set() })
    const wanted = { run: answer.run, order: wish.order, locale, fresh, from: 0, until: answer.lines }
    setChosen({ all: false, except: new Set(unwrap(await feed.jobs.search.numbers(wanted))) })
  }
  const openLine = ({ kind, id, start }: CorpusLine): void => {
    if (kind === 'note' || kind === 'theme') return openPlace({ kind, id })
    dispatch({ type: 'closeDialog' })
    if (kind === 'metadata') return dispatch({ type: 'openDialog', dialog: { kind: 'document', id } })
    dispatch({ type: 'openDocument', document: id, goal: { offset: start, highlight: null } })
  }
  const only = wish.scope.documents ?? []
  const { documents: _, ...everywhere } = wish.scope
  return (
    <>
      <div className="search-found">
        {wish.typed.trim() === '' && (
          <section className="search-begin" aria-label={t('search.help')}>
            <p>{t('search.helpSaid')}</p>
            <SearchExamples onTry={(typed) => dispatch({ type: 'wish', change: { typed } })} />
          </section>
        )}
        {answer && (answer.lines > 0 || only.length > 0) && (
          <>
            <CountList
              counts={answer.counts}
              only={only}
              onOnly={(documents) =>
                dispatch({
                  type: 'wish',
                  change: { scope: documents.length > 0 ? { ...everywhere, documents } : everywhere },
                })
              }
            />
            <Concordance
              feed={feed}
              run={answer.run}
              count={fresh ? (news ?? 0) : answer.lines}
              order={wish.order}
              fresh={fresh}
              marked={news}
              chosen={chosen}
              onChosen={setChosen}
              onChooseAll={() => void chooseAll().catch(report)}
              onOpen={openLine}
            />
          </>
        )}
      </div>
      <footer className="documents-foot search-foot">
        {answer && answer.lines > 0 ? (
          <ChosenBar
            state={state}
            answer={answer}
            chosen={chosen}
            onAll={() => void chooseAll().catch(report)}
            onNone={() => setChosen(NONE)}
          />
        ) : null}
        <SheetSaid />
      </footer>
    </>
  )
}

interface ChosenBarProps {
  readonly state: SearchState
  readonly answer: NonNullable<SearchState['answer']>
  readonly chosen: Chosen
  readonly onAll: () => void
  readonly onNone: () => void
}

/** What is done with the chosen lines. */
function ChosenBar({ state, answer, chosen, onAll, onNone }: ChosenBarProps) {
  const t = useMessages()
  const actions = useActions()
  const number = new Intl.NumberFormat(useLanguage())
  const [isOpen, setIsOpen] = useState(false)
  const count = chosen.all ? answer.lines - chosen.except.size : chosen.except.size
  const tag = async (wanted: ThemeWanted | null): Promise<void> => {
    if (!wanted) return
    setIsOpen(false)
    const places = unwrap(await state.feed.jobs.search.places(answer.run, chosen))
    await actions.tagFound(places, wanted)
  }
  return (
    <section className="selection-bar">
      <strong>{t('search.chosen', { number: number.format(count) })}</strong>
      <Button className="link-button" onPress={onAll}>
        {t('search.chooseAll')}
      </Button>
      <Button className="link-button" isDisabled={count === 0} onPress={onNone}>
        {t('search.chooseNone')}
      </Button>
      <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
        <Button className="button primary" isDisabled={count === 0}>
          {t('search.tag')}
        </Button>
        <DialogPopover placement="top" className="menu-popover search-popover">
          <Dialog className="search-tag" aria-label={t('search.tag')}>
            <TagForm count={count} onTag={(wanted) => void tag(wanted).catch(actions.report)} />
          </Dialog>
        </DialogPopover>
      </DialogTrigger>
      <span className="quiet">{t('search.hint')}</span>
    </section>
  )
}

interface TagFormProps {
  readonly count: number
  readonly onTag: (wanted: ThemeWanted | null) => void
}

function TagForm({ count, onTag }: TagFormProps) {
  const t = useMessages()
  const [theme, setTheme] = useState<ThemeWanted | null>(null)
  return (
    <>
      <ThemeField label={t('tagHits.theme')} onChange={setTheme} onEnter={onTag} />
      <Button className="button primary" isDisabled={!theme} onPress={() => onTag(theme)}>
        {t('tagHits.tag', { count })}
      </Button>
    </>
  )
}
