import { useLiveQuery } from 'dexie-react-hooks'
import { memo, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { CommandId } from '#shared/commands'
import type { Jobs } from '#shared/jobs'
import type { Language } from '#shared/messages/index'
import { properLength } from '#shared/model/debris'
import { blockStarts } from '#shared/model/document'
import type { ProjectId } from '#shared/model/ids'
import type { Note } from '#shared/model/note'
import { placeOf } from '#shared/model/place'
import type { Theme } from '#shared/model/theme'
import { createActions } from '../actions'
import { ActionsContext } from '../actions/context'
import { type Desk, hasUnsavedCorrection, type OpenText } from '../actions/desk'
import { AnnotationsProvider } from '../analysis/annotations'
import type { CorpusFeed } from '../corpus/corpus-feed'
import { CorpusContext } from '../corpus/use-corpus'
import { Dialogs } from '../dialogs/dialogs'
import { Outline } from '../finding/outline'
import { HighlightsPane } from '../highlights/highlights-pane'
import { HistoryPane } from '../history/history-pane'
import { LibraryPane } from '../library/library-pane'
import type { Corrector } from '../reader/corrector'
import { SpeakersPane } from '../speakers/speakers-pane'
import type { Appearance, SecondPage, Store } from '../store'
import { ThemePaint } from '../themes/theme-paint'
import { ThemeTree } from '../themes/theme-tree'
import { afterPaint } from './after-paint'
import { bridge } from './bridge'
import { endsCorrecting } from './ends-correcting'
import { InViewContext } from './in-view'
import { useLanguage, useMessages } from './language'
import { spotLeft } from './leaving'
import { ProjectContext, useOpenProject } from './library'
import { perform } from './perform'
import { performTheme } from './perform-passages'
import { ReadingRoom } from './reading-room'
import { beginSession, DispatchContext, reduceSession, type Session, type SessionAct, SessionContext } from './session'
import { documentOn, type PageSide, sidesOf } from './side-by-side'
import type { Begin } from './start'
import { StatusBar } from './status-bar'
import { TopBar } from './top-bar'
import { usable } from './usable'
import { useCommands } from './use-commands'
import { useIncomingFiles } from './use-incoming-files'
import { useKeptPages } from './use-kept-pages'
import { type Page, usePage } from './use-page'
import { useReadingKeys } from './use-reading-keys'
import { useThemeKeys } from './use-theme-keys'

/** Parts of the window that are drawn anew for what they follow themselves, not whenever the window is. */
const Top = memo(TopBar)
const Library = memo(LibraryPane)
const Themes = memo(ThemeTree)

const NO_THEMES: readonly Theme[] = []

export interface AppProps {
  readonly store: Store
  readonly jobs: Jobs
  readonly corpus: CorpusFeed
  readonly start: Begin
  readonly appearance: Appearance
  readonly onAppearance: (change: Partial<Appearance>) => void
  /** The first page of a project has been painted. */
  readonly onDrawn: () => void
}

/** The window: three panes around one text. */
export function App({ store, jobs, corpus, start, appearance, onAppearance, onDrawn }: AppProps) {
  const t = useMessages()
  const language = useLanguage()
  const [session, reduce] = useReducer(reduceSession, start, beginSession)
  const [drawnProject, setDrawnProject] = useState<ProjectId | null>(null)
  const onPages = [session.document, session.beside].filter((id) => id !== null)
  const open = useOpenProject(session.project, onPages, session.project === drawnProject)
  const now = useRef<{ session: Session; open: typeof open; page: Page | null; t: typeof t; language: Language }>({
    session,
    open,
    page: null,
    t,
    language,
  })

  const corrector = useRef<() => Corrector | null>(() => null)
  const correctingOn = useRef<OpenText | null>(null)
  const dispatch = useCallback((act: SessionAct): void => {
    const unsaved = (corrector.current()?.state().changed ?? 0) > 0
    if (unsaved && endsCorrecting(now.current.session, act))
      return reduce({ type: 'openDialog', dialog: { kind: 'leaveCorrection', next: act } })
    const from = spotLeft(act, now.current.session, now.current.page?.reader.current ?? null)
    if (from) reduce({ type: 'leave', from })
    reduce(act)
  }, [])
  const desk: Desk = useMemo(
    () => ({
      store,
      jobs,
      corpus,
      bridge,
      dispatch,
      session: () => now.current.session,
      open: () => now.current.open,
      text: () => now.current.page?.text ?? null,
      reader: () => now.current.page?.reader.current ?? null,
      corrector: () => corrector.current(),
      correcting: () => correctingOn.current,
      translate: () => now.current.t,
      language: () => now.current.language,
    }),
    [store, jobs, corpus, dispatch],
  )
  const actions = useMemo(() => createActions(desk), [desk])
  const pages = {
    left: usePage('left', documentOn(session, 'left'), open, actions.report),
    right: usePage('right', documentOn(session, 'right'), open, actions.report),
  }
  const page = pages[session.side]
  const { text, marked, reader } = page
  now.current = { session, open, page, t, language }
  const { correcting } = session
  corrector.current = () => (correcting === null ? null : pages[correcting].corrector.current)
  correctingOn.current = correcting === null ? null : pages[correcting].text
  useKeptPages(session, open, dispatch, actions.report)

  const { project, document } = session
  const noteList = useLiveQuery(() => (project ? store.read.notes(project) : []), [store, project])
  const notes = useMemo(() => {
    const byHighlight = new Map<string, Note>()
    for (const note of noteList ?? []) {
      if (note.about.kind === 'highlight') byHighlight.set(note.about.id, note)
    }
    return byHighlight
  }, [noteList])

  const importFiles = useCallback(() => void actions.askAndBringIn(), [actions])
  const importFolders = useCallback(() => void actions.askAndBringInFolders(), [actions])
  // A command that follows before the window is drawn anew goes on from what the one before has set.
  const look = useRef(appearance)
  look.current = appearance
  const setAppearance = (change: Partial<Appearance>): void => {
    look.current = { ...look.current, ...change }
    onAppearance(change)
  }
  const run = (command: CommandId): void =>
    perform(command, {
      desk,
      actions,
      appearance: () => look.current,
      setAppearance,
      importFiles,
      importFolders,
    })
  const isInText = (): boolean => reader.current !== null && window.document.activeElement === reader.current.dom
  useCommands(run, isInText, () => {
    if (!hasUnsavedCorrection(desk)) return true
    dispatch({ type: 'openDialog', dialog: { kind: 'leaveCorrection', next: 'closeWindow' } })
    return false
  })
  useThemeKeys(open?.themes ?? NO_THEMES, isInText, (theme) => performTheme(theme, desk, actions))
  useReadingKeys(session, run, dispatch)

  useIncomingFiles(actions)
  const drawn = open !== null && (open.documents.length === 0 || document === null || text !== null)
  useEffect(() => {
    if (drawn) void bridge.ready(language)
  }, [drawn, language])
  useEffect(() => {
    if (!drawn) return
    return afterPaint(() => {
      setDrawnProject(project)
      onDrawn()
    })
  }, [drawn, project, onDrawn])

  const steps = useLiveQuery(
    async () => (project ? { undo: await store.undoable(project), redo: await store.redoable(project) } : undefined),
    [store, project],
  )
  const commands = usable({ session, hasText: text !== null, steps: steps ?? { undo: null, redo: null } }).join()
  const usableNow = useMemo(() => commands.split(',') as CommandId[], [commands])
  useEffect(() => void bridge.setUsable(usableNow), [usableNow])

  const [rests, setRests] = useState<Partial<Record<PageSide, SecondPage>>>({})
  const onRest = (side: PageSide, offset: number): void => {
    const there = pages[side].text?.document.id
    if (there === undefined || project === null) return
    const rested = { document: there, offset }
    setRests((before) => ({ ...before, [side]: rested }))
    const isSecond = session.beside !== null && side === 'right'
    if (isSecond) void store.places.setSecondPage(project, rested).catch(actions.report)
    if (isSecond && session.beside === document) return
    void store.places.setReadingPlace(there, offset).catch(actions.report)
  }
  const rested = rests[session.side]
  const rest = rested && rested.document === text?.document.id ? rested.offset : (text?.place ?? 0)
  const blocks = text?.blocks
  const starts = useMemo(() => blockStarts(blocks ?? []), [blocks])
  const paragraph = (offset: number): number => (blocks ? placeOf(blocks, starts, { start: offset }).paragraph : 1)
  const number = new Intl.NumberFormat(language)
  const characters = useMemo(() => properLength(blocks ?? []), [blocks])
  const facts = text
    ? [
        t('status.paragraph', { at: number.format(paragraph(rest)), all: number.format(paragraph(text.text.length)) }),
        t('status.characters', { count: number.format(characters) }),
        ...(marked.ready ? [t('status.highlights', { count: marked.rows.length })] : []),
      ]
    : []

  const history = session.history && !session.focus
  const speakers = session.speakers && !session.focus && text !== null
  const { left, right } = session.focus ? { left: false, right: false } : session.panes

  return (
    <SessionContext value={session}>
      <InViewContext value={page.inView}>
        <DispatchContext value={dispatch}>
          <ProjectContext value={open}>
            <ActionsContext value={actions}>
              <CorpusContext value={corpus}>
                <AnnotationsProvider>
                  <ThemePaint />
                  <div
                    className="window"
                    data-focus={session.focus || undefined}
                    data-left={left || undefined}
                    data-right={right || history || speakers || undefined}
                  >
                    {!session.focus && (
                      <Top appearance={appearance} onAppearance={onAppearance} onImport={importFiles} />
                    )}
                    {left && (
                      <div className="left">
                        <Library onImport={importFiles} />
                        {text && appearance.outline && (
                          <Outline
                            blocks={text.blocks}
                            title={text.document.title}
                            language={text.document.language}
                            onHide={() => onAppearance({ outline: false })}
                          />
                        )}
                        <Themes />
                      </div>
                    )}
                    <ReadingRoom
                      pages={sidesOf(session).map((side) => pages[side])}
                      isNew={steps?.undo === null && steps.redo === null}
                      appearance={appearance}
                      onImport={importFiles}
                      onRest={onRest}
                    />
                    {history && <HistoryPane />}
                    {speakers && <SpeakersPane key={text.content} text={text} rows={marked.rows} />}
                    {right && !history && !speakers && (
                      <HighlightsPane
                        document={text?.document ?? null}
                        isRead={marked.ready}
                        rows={marked.rows}
                        lost={marked.lost}
                        notes={notes}
                        placeName={(start) => t('highlights.place', { paragraph: number.format(paragraph(start)) })}
                        actions={actions}
                      />
                    )}
                    <StatusBar facts={facts} />
                  </div>
                  <Dialogs usable={usableNow} run={run} />
                </AnnotationsProvider>
              </CorpusContext>
            </ActionsContext>
          </ProjectContext>
        </DispatchContext>
      </InViewContext>
    </SessionContext>
  )
}
