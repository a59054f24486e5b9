import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import type { Block } from '#shared/model/document'
import { useActions } from '../actions/context'
import { MarkedParallels } from '../comparing/marked-parallels'
import { CorrectPane } from '../correcting/correct-pane'
import { FindBar } from '../finding/find-bar'
import { ChosenTold } from '../highlights/chosen-told'
import type { Reader } from '../reader/reader'
import { ReaderPane } from '../reader/reader-pane'
import { snapped } from '../reader/snap'
import type { Appearance } from '../store'
import { ThemeBox } from '../themes/theme-box'
import { bridge } from './bridge'
import { useMessages } from './language'
import { useProject, useStore } from './library'
import { PageBar } from './page-bar'
import { type TextRange, useDispatch, useSession } from './session'
import { useDrawnHighlights } from './use-drawn-highlights'
import { useFoldWords } from './use-fold-words'
import type { Page } from './use-page'
import { useSteadyText } from './use-steady-text'

const NO_BLOCKS: readonly Block[] = []

export interface ReadingPageProps {
  readonly page: Page
  readonly appearance: Appearance
  readonly onImport: () => void
  readonly onRest: (offset: number) => void
}

/** One text with its highlights, and the box at the passage when the page is in hand. */
export function ReadingPage({ page, appearance, onImport, onRest }: ReadingPageProps) {
  const { side, text, marked, reader, corrector, inView } = page
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const dispatch = useDispatch()
  const session = useSession()
  const open = useProject()
  const { chosen } = session
  const isInHand = session.side === side
  const isOneOfTwo = session.beside !== null
  const box = isInHand ? session.box : null
  const inUse = useMemo(() => (open?.themes ?? []).filter(({ archived }) => archived === undefined), [open?.themes])
  const anchor = useRef<HTMLDivElement>(null)
  const [frame, setFrame] = useState<DOMRect | null>(null)
  const lastUsed = useLiveQuery(
    () => (session.project ? store.places.lastThemes(session.project) : []),
    [store, session.project],
  )

  const { source, names } = useDrawnHighlights(text)

  const striped = useLiveQuery(
    () => (session.project ? store.places.stripedThemes(session.project) : null),
    [store, session.project],
  )
  const { stripes } = appearance
  const striping = useMemo(() => ({ side: stripes, themes: striped ? new Set(striped) : null }), [stripes, striped])

  const { foldWords, debrisWords } = useFoldWords(text?.blocks ?? NO_BLOCKS)

  useSteadyText(reader, inView, JSON.stringify([appearance, session.focus, session.panes, isOneOfTwo]))

  const boxed =
    box?.kind === 'highlight'
      ? marked.rows.find(({ highlight }) => highlight.id === box.id)?.highlight.passage
      : box?.range
  const start = boxed?.start
  const end = boxed?.end
  useEffect(() => {
    if (start === undefined || end === undefined || !reader.current) return setFrame(null)
    reader.current.unfold({ start, end })
    setFrame(reader.current.rectOf({ start, end }))
  }, [start, end, reader])
  const given = useMemo(
    () =>
      new Set(
        box?.kind === 'highlight'
          ? marked.rows.find(({ highlight }) => highlight.id === box.id)?.taggings.map(({ theme }) => theme)
          : [],
      ),
    [box, marked],
  )
  const chosenPassage = marked.rows.find(({ highlight }) => highlight.id === chosen)?.highlight.passage
  const range = box?.kind === 'range' ? box.range : null
  const overlaps =
    range !== null && chosenPassage !== undefined && range.start < chosenPassage.end && range.end > chosenPassage.start

  const isCorrecting = session.correcting === side
  const blocks = text?.blocks
  const left = useRef<{ readonly blocks: readonly Block[] | undefined; readonly top: number } | null>(null)
  const leaveAt = (top: number): void => {
    left.current = { blocks, top }
  }
  const wasCorrecting = useRef<readonly Block[] | undefined>(undefined)
  useLayoutEffect(() => {
    const began = wasCorrecting.current
    wasCorrecting.current = isCorrecting ? (began ?? blocks) : undefined
    // What was corrected is saved, or was taken from under it: the page shows another text.
    if (isCorrecting && began && blocks !== began) dispatch({ type: 'endCorrecting' })
    if (!isCorrecting && began) reader.current?.focus()
  }, [isCorrecting, blocks, reader, dispatch])
  const frameOfPage = useRef<HTMLElement>(null)
  const hasText = text !== null
  const wasInHand = useRef(isInHand && !isOneOfTwo)
  useLayoutEffect(() => {
    const turned = isInHand && !wasInHand.current
    if (!isInHand || hasText) wasInHand.current = isInHand
    if (turned && hasText && !frameOfPage.current?.contains(window.document.activeElement)) reader.current?.resume()
  }, [isInHand, hasText, reader])
  const takeInHand = (): void => {
    if (!isInHand) dispatch({ type: 'turnTo', side })
  }
  const label = isOneOfTwo ? { 'aria-label': t(side === 'left' ? 'reader.leftPage' : 'reader.rightPage') } : {}

  if (!text || !source) {
    return (
      <section className="reader-page" data-pane="reader" {...label}>
        {open && !session.document && (
          <div className="no-text">
            <h1>{t(open.isWhole && open.documents.length === 0 ? 'reader.noDocuments' : 'reader.noneOpen')}</h1>
            <Button className="button primary" onPress={onImport}>
              {t('commands.import')}
            </Button>
          </div>
        )}
      </section>
    )
  }
  const { metadata } = text.document
  const { source: paper, date, author, reporter } = metadata
  const origin = [
    paper,
    date?.slice(0, 10),
    author,
    reporter !== undefined && reporter !== author ? t('reader.reporter', { name: reporter }) : undefined,
  ].filter((fact) => fact !== undefined)
  const snap = ({ positions: { starts } }: Reader, range: TextRange): TextRange =>
    snapped({ blocks: text.blocks, starts, language: text.document.language }, text.text, range, appearance.snap)
  const closeBox = (): void => dispatch({ type: 'closeBox' })
  const backToText = (): void => {
    // The box keeps the focus to itself for as long as it is there.
    flushSync(closeBox)
    if (range) reader.current?.select(range)
    else reader.current?.focus()
  }
  const begin = isCorrecting
    ? (inView.get()?.start ?? text.place)
    : left.current?.blocks === blocks
      ? (left.current?.top ?? text.place)
      : text.place
  return (
    <section
      className="reader-page"
      data-pane="reader"
      data-in-hand={(isOneOfTwo && isInHand) || undefined}
      ref={frameOfPage}
      {...label}
    >
      {isOneOfTwo && (
        <PageBar
          document={text.document}
          isInHand={isInHand}
          onChoose={() => {
            takeInHand()
            dispatch({ type: 'openDialog', dialog: { kind: 'palette' } })
          }}
          onClose={() => {
            dispatch({ type: 'closePage', side })
            if (!isInHand) actions.focusReader()
          }}
        />
      )}
      {isInHand && <ChosenTold marked={marked} />}
      {isInHand && session.finding.open && !isCorrecting && (
        <FindBar key={`find in ${text.document.id}`} text={text.text} reader={reader} />
      )}
      {isCorrecting ? (
        <CorrectPane
          key={text.document.id}
          text={text}
          highlights={source}
          ready={marked.ready}
          drawing={names}
          place={begin}
          caret={session.correctFrom ?? begin}
          goal={isInHand && session.document === text.document.id ? session.goal : null}
          corrector={corrector}
          onTake={takeInHand}
          onEnd={leaveAt}
        />
      ) : (
        <ReaderPane
          key={text.document.id}
          document={text.document}
          content={text}
          label={text.document.title}
          origin={origin}
          foldWords={foldWords}
          debrisWords={debrisWords}
          highlights={source}
          ready={marked.ready}
          drawing={names}
          names={names}
          stripes={striping}
          chosen={chosen}
          pending={range}
          place={begin}
          goal={isInHand && session.document === text.document.id ? session.goal : null}
          onTake={takeInHand}
          reader={reader}
          onSelect={(selected, by) => {
            if (!selected || by !== 'pointer' || !reader.current) return
            const kept = snap(reader.current, selected)
            if (kept !== selected) reader.current.select(kept)
            dispatch({ type: 'openBox', box: { kind: 'range', range: kept } })
          }}
          onReach={(ids) => {
            const at = chosen === null ? -1 : ids.indexOf(chosen)
            dispatch({ type: 'choose', highlight: ids.length === 0 ? null : (ids[(at + 1) % ids.length] ?? null) })
          }}
          onResize={(id, range) => {
            const standing = marked.rows.find(({ highlight }) => highlight.id === id)?.highlight.passage
            if (!standing || !reader.current) return false
            const kept = snap(reader.current, range)
            if (kept.start === standing.start && kept.end === standing.end) return false
            void actions.resize(id, kept)
            return true
          }}
          onRest={onRest}
          onView={inView.set}
          onFollow={(href) => void bridge.openAddress(href)}
          onBelongs={(run) => void actions.takeBackDebris(run)}
          onParallel={(range) => {
            const selection = { document: text.document.id, ...range }
            dispatch({ type: 'openDialog', dialog: { kind: 'comparing', tab: 'parallels', selection } })
          }}
        />
      )}
      {session.parallels && isInHand && open && !isCorrecting && (
        <MarkedParallels key={`parallels of ${text.document.id}`} open={open} text={text} reader={reader} />
      )}
      {frame && (
        <div
          ref={anchor}
          className="box-anchor"
          style={{ left: frame.left, top: frame.top, width: frame.width, height: frame.height }}
        />
      )}
      {frame && box && (
        <ThemeBox
          key={box.kind === 'range' ? `${box.range.start} ${box.range.end}` : box.id}
          anchor={anchor}
          themes={inUse}
          themesById={open?.themesById ?? new Map()}
          lastUsed={lastUsed ?? []}
          given={given}
          onChoose={(theme, stay) => void actions.chooseTheme(box, theme, stay)}
          onMake={(name) => void actions.makeAndChoose(box, name)}
          onMark={() => (range ? void actions.mark(range) : backToText())}
          onNote={() =>
            box.kind === 'range'
              ? void actions.markAndNote(box.range)
              : dispatch({ type: 'writeNote', highlight: box.id })
          }
          onCopy={() => boxed && void actions.copyQuotation({ start: boxed.start, end: boxed.end })}
          {...(overlaps && chosen ? { onResize: () => void actions.resize(chosen, range).then(backToText) } : {})}
          onBack={backToText}
          onClose={closeBox}
        />
      )}
    </section>
  )
}
