import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { beginsWithDebris, debrisRuns } from '#shared/model/debris'
import { type DocumentContent, plainTitle, type SourceDocument } from '#shared/model/document'
import type { HighlightId } from '#shared/model/ids'
import type { FoldWords } from './folds'
import type { DrawnHighlight } from './highlights'
import { createReader, type Range, type Reader } from './reader'
import type { Side } from './stripes'
import './reader.css'
import './blocks.css'
import './marks.css'
import './folds.css'
import './handles.css'
import './parallel-marks.css'

/** Highlights for the reader to draw, and to go on drawing as they change. */
export interface HighlightSource {
  /** All of them; before they are ready, those near the place where the reader begins. */
  all(): readonly DrawnHighlight[]
  find(id: HighlightId): DrawnHighlight | null
  subscribe(
    listen: (change: { removed: readonly DrawnHighlight[]; added: readonly DrawnHighlight[] }) => void,
  ): () => void
}

export interface ReaderPaneProps {
  readonly document: SourceDocument
  readonly content: Pick<DocumentContent, 'blocks'>
  /** The words for origin and the accessible name. */
  readonly label: string
  readonly origin: readonly string[]
  readonly foldWords: FoldWords
  /** What the head of the page says of the debris that is folded or shown, where none stands above the text. */
  readonly debrisWords: (shown: boolean) => string
  readonly highlights: HighlightSource
  /** Whether the highlights have been read. */
  readonly ready: boolean
  /** Changes when every highlight has to be drawn anew (themes were renamed). */
  readonly drawing: unknown
  /** The names of themes by id, for the stripes in the margin. */
  readonly names: ReadonlyMap<string, string>
  /** Where the stripes stand, and the only themes that have them (null: all). */
  readonly stripes: { readonly side: Side | 'hidden'; readonly themes: ReadonlySet<string> | null }
  readonly chosen: HighlightId | null
  readonly pending: Range | null
  /** Where to begin: the offset of the line at the top. */
  readonly place: number
  /** A place to go to; a new object each time. */
  readonly goal: { readonly offset: number; readonly highlight: HighlightId | null; readonly where?: 'top' } | null
  /** Set while the pane is there. */
  readonly reader: RefObject<Reader | null>
  /** The pointer or the focus has come into the text, before what it does there is told. */
  readonly onTake: () => void
  readonly onSelect: (range: Range | null, by: 'pointer' | 'keyboard') => void
  readonly onReach: (highlights: readonly string[]) => void
  /** An end of the chosen highlight was drawn to another place. Says whether the highlight will be changed. */
  readonly onResize: (highlight: string, range: Range) => boolean
  readonly onRest: (offset: number) => void
  readonly onView: (range: Range) => void
  readonly onFollow: (href: string) => void
  readonly onBelongs: (run: { readonly first: number; readonly last: number }) => void
  readonly onParallel: (range: Range) => void
}

const NOTHING_SHOWN: ReadonlySet<number> = new Set()

/** A title that stands among this many first blocks (after bread crumbs, say) is not set above the text once more. */
const TITLE_WITHIN = 12

const stripedOf = (all: readonly DrawnHighlight[], themes: ReadonlySet<string> | null): readonly DrawnHighlight[] =>
  themes === null ? all : all.map((each) => ({ ...each, themes: each.themes.filter((id) => themes.has(id)) }))

/** The page: the document's origin and title, and its text. */
export function ReaderPane(props: ReaderPaneProps) {
  const { document, content, highlights, ready, chosen, pending, goal, reader, drawing } = props
  const scroller = useRef<HTMLDivElement>(null)
  const listening = useRef(props)
  listening.current = props
  const [made, setMade] = useState<Reader | null>(null)
  const [shown, setShown] = useState(NOTHING_SHOWN)
  /** Where the reader was in the text that this one takes the place of. */
  const left = useRef<{
    readonly top: number
    readonly caret: number | null
    readonly shown: ReadonlySet<number>
  } | null>(null)
  const saysDebris = debrisRuns(content.blocks).length > 0 && !beginsWithDebris(content.blocks)
  const showsTitle = useMemo(
    () =>
      !content.blocks
        .filter(({ debris }) => debris === undefined)
        .slice(0, TITLE_WITHIN)
        .some(({ text }) => plainTitle(text) === plainTitle(document.title)),
    [content.blocks, document.title],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is where to begin, not where to stay
  useLayoutEffect(() => {
    if (!scroller.current) return
    const runs = new Set(debrisRuns(content.blocks).map(({ first }) => first))
    let showing: ReadonlySet<number> = new Set([...(left.current?.shown ?? [])].filter((first) => runs.has(first)))
    const now = createReader(
      scroller.current,
      {
        blocks: content.blocks,
        language: document.language,
        label: listening.current.label,
        foldWords: listening.current.foldWords,
        shown: showing,
      },
      {
        onSelect: (range, by) => listening.current.onSelect(range, by),
        onReach: (ids) => listening.current.onReach(ids),
        onResize: (id, range) => listening.current.onResize(id, range),
        onRest: (offset) => listening.current.onRest(offset),
        onView: (range) => listening.current.onView(range),
        onFollow: (href) => listening.current.onFollow(href),
        onShown: (now) => {
          showing = now
          setShown(now)
        },
        onBelongs: (run) => listening.current.onBelongs(run),
        onParallel: (range) => listening.current.onParallel(range),
      },
    )
    reader.current = now
    setMade(now)
    if (!listening.current.ready) now.drawFirst(listening.current.highlights.all())
    now.scrollTo(left.current?.top ?? props.place, 'top')
    const caret = left.current?.caret ?? null
    if (caret !== null) {
      now.focus()
      if (!now.isFolded(caret)) now.collapse(caret)
    }
    setShown(showing)
    return () => {
      const focused = now.dom.contains(window.document.activeElement)
      left.current = { top: now.top(), caret: focused ? now.caret() : null, shown: showing }
      reader.current = null
      now.destroy()
    }
  }, [content.blocks, document.language, props.foldWords, reader])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing has other labels
  useLayoutEffect(() => {
    if (!made || made !== reader.current || !ready) return
    const all = highlights.all()
    made.draw(all)
    return highlights.subscribe((change) => made.change(change))
  }, [made, highlights, ready, drawing, reader])

  const { side, themes: striped } = props.stripes
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing has other names
  useLayoutEffect(() => {
    if (!made || made !== reader.current || !ready) return
    const stripe = (): void => {
      const shown = side === 'hidden' ? [] : stripedOf(highlights.all(), striped)
      made.stripe(shown, listening.current.names, side === 'left' ? 'left' : 'right')
    }
    stripe()
    return highlights.subscribe(stripe)
  }, [made, highlights, ready, drawing, side, striped, reader])

  const before = useRef<HighlightId | null>(null)
  useLayoutEffect(() => {
    if (!made || made !== reader.current || !ready) return
    const flash = goal !== null && goal.highlight === chosen
    const was = before.current === null ? null : highlights.find(before.current)
    const is = chosen === null ? null : highlights.find(chosen)
    before.current = chosen
    made.choose({ before: was, after: is, flash })
  }, [made, highlights, ready, chosen, goal, reader])

  useLayoutEffect(() => {
    if (made && made === reader.current) made.showPending(pending)
  }, [made, pending, reader])

  useEffect(() => {
    if (!made || made !== reader.current || !goal) return
    if (goal.where !== 'top') made.unfold({ start: goal.offset, end: goal.offset + 1 })
    made.scrollTo(goal.offset, goal.where ?? 'middle')
  }, [made, goal, reader])

  return (
    <div className="reader-frame" onPointerDownCapture={props.onTake} onFocusCapture={props.onTake}>
      <div className="reader-scroll" ref={scroller}>
        <header className="page-head" lang={document.language}>
          {(props.origin.length > 0 || saysDebris) && (
            <p className="origin">
              {props.origin.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
              {saysDebris && (
                <Button
                  className="origin-debris"
                  aria-expanded={shown.size > 0}
                  onPress={() => made?.showDebris(shown.size === 0)}
                >
                  {props.debrisWords(shown.size > 0)}
                </Button>
              )}
            </p>
          )}
          {showsTitle && <h1 className="title">{document.title}</h1>}
        </header>
      </div>
    </div>
  )
}
