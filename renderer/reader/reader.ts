import { EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type Block, blockAt } from '#shared/model/document'
import { sentenceAt, wordAt } from '#shared/model/segments'
import { type Caret, createCaret } from './caret'
import { createDrawing } from './drawing'
import { createFolds, type FoldWords } from './folds'
import { createFoundLayer, type Found } from './found'
import { createHandles } from './handles'
import {
  type DrawnChange,
  type DrawnChoice,
  type DrawnHighlight,
  drawPending,
  drawPreview,
  highlightsPlugin,
  pendingPlugin,
} from './highlights'
import { createParallelMarks, type ParallelMark } from './parallel-marks'
import { type Positions, positionsOf, proseDocument } from './positions'
import { offsetsInView, reveal, scrollToOffset, topOffset } from './scrolling'
import { createStripes, type Side } from './stripes'

/** Milliseconds between two looks at what is in view, while it scrolls. */
const LOOK_EVERY = 100

/** How long scrolling has to have ended to be at rest, in milliseconds: steps that follow each other end one by one. */
const REST_AFTER = 80

/** UTF-16 offsets into the plain text; `start` is less than `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What the reader tells whoever made it. It knows nothing of themes, notes or the store. */
export interface ReaderListener {
  /** The selection came to rest; null when nothing is selected. */
  onSelect(range: Range | null, by: 'pointer' | 'keyboard'): void
  /** The reader clicked a place that these highlights cover, the innermost first; none for plain text. */
  onReach(highlights: readonly string[]): void
  /** An end of the chosen highlight was drawn to another place. Says whether the highlight will be changed. */
  onResize(highlight: string, range: Range): boolean
  /** Scrolling came to rest with the line that begins at `offset` at the top. */
  onRest(offset: number): void
  /** While scrolling, some times a second: this is in view, from the line at the top to the line at the bottom. */
  onView(range: Range): void
  /** A link of the source was asked for (click with Ctrl or Cmd). */
  onFollow(href: string): void
  /** Debris was shown or folded: the indexes of the first blocks of the runs that are shown now. */
  onShown(shown: ReadonlySet<number>): void
  /** The reader says that these blocks, by their indexes, `last` included, belong to the text. */
  onBelongs(run: { readonly first: number; readonly last: number }): void
  /** The mark in the margin of a stretch that stands in other documents was clicked. */
  onParallel(range: Range): void
}

export type Unit = 'word' | 'sentence' | 'paragraph'

/** The text on the page. It shows what it is given and says where the reader points; it cannot change the text. */
export interface Reader {
  readonly dom: HTMLElement
  readonly positions: Positions
  /** Draws some highlights before all are known. */
  drawFirst(highlights: readonly DrawnHighlight[]): void
  draw(highlights: readonly DrawnHighlight[]): void
  change(change: DrawnChange): void
  choose(choice: DrawnChoice): void
  /** Draws the stripes in the margin; `highlights` in text order, `names` of themes by id. */
  stripe(highlights: readonly DrawnHighlight[], names: ReadonlyMap<string, string>, side: Side): void
  /** Keeps a passage visible while the selection is elsewhere. */
  showPending(range: Range | null): void
  selection(): Range | null
  select(range: Range): void
  /** Selects the word, sentence or paragraph at the caret, and says which; a sentence again adds the next one. */
  selectUnit(unit: Unit): Range | null
  /** The offset of the caret, or of the moving end of the selection. */
  caret(): number
  /** Puts the caret at `offset`, without a selection. */
  collapse(offset: number): void
  /** Where a range is on the screen, in viewport pixels: from its first line to its last. */
  rectOf(range: Range): DOMRect
  scrollTo(offset: number, where: 'top' | 'middle'): void
  /** Scrolls the range to the middle unless its beginning is in view; what is folded there is shown. */
  reveal(range: Range): void
  /** Whether the text at `offset` is folded away as debris of the page. */
  isFolded(offset: number): boolean
  /** Shows the debris that the range touches. */
  unfold(range: Range): void
  /** Shows all debris, or folds all. */
  showDebris(shown: boolean): void
  /** Marks all that a search has found, ordered by `start`, and the hit it stands at; nothing for an empty list. */
  showFound(found: readonly Found[], current: Found | null): void
  /** Marks in the margin where stretches stand in other documents, in text order; nothing for an empty list. */
  showParallels(marks: readonly ParallelMark[]): void
  /** From the line at the top to the line at the bottom. */
  inView(): Range
  top(): number
  focus(): void
  /** Takes the keys again, with the selection or the caret that it had. */
  resume(): void
  destroy(): void
}

export interface ReaderText {
  readonly blocks: readonly Block[]
  /** BCP 47. */
  readonly language: string
  /** The accessible name of the text. */
  readonly label: string
  readonly foldWords: FoldWords
  /** The runs of debris that are shown from the beginning, by the indexes of their first blocks. */
  readonly shown: ReadonlySet<number>
}

/** Shows `text` inside `scroller`, which scrolls it. */
export function createReader(scroller: HTMLElement, text: ReaderText, listener: ReaderListener): Reader {
  const positions = positionsOf(text.blocks)
  const { toPos, toOffset } = positions
  const found = createFoundLayer(scroller, positions)
  const parallels = createParallelMarks(positions, (range) => listener.onParallel(range))
  const folds = createFolds(text.blocks, positions, text.foldWords, text.shown, {
    onShown: (shown) => {
      comeOut()
      listener.onShown(shown)
    },
    onBelongs: (run) => listener.onBelongs(run),
  })
  const mount = document.createElement('div')
  scroller.append(mount)
  const view = new EditorView(
    { mount },
    {
      state: EditorState.create({
        doc: proseDocument(text.blocks),
        plugins: [highlightsPlugin(positions), pendingPlugin(positions), found.plugin, folds.plugin, parallels.plugin],
      }),
      editable: () => false,
      attributes: {
        class: 'page-text',
        tabindex: '0',
        role: 'document',
        'aria-label': text.label,
        lang: text.language,
      },
      handleDoubleClick: (_view, pos) => selectSpan(toOffset(pos), 'word') !== null,
    },
  )
  const drawing = createDrawing(view, () => offsetsInView(scroller, view, positions))
  const caret: Caret = createCaret(scroller, view, {
    outside: (pos) => toPos(folds.outside(toOffset(pos))),
    past: (pos, way) => toPos(folds.past(toOffset(pos), way)),
  })
  const stripes = createStripes(scroller, view, positions, {
    onReach: (highlight) => listener.onReach([highlight]),
    onPreview: (range) => view.dispatch(drawPreview(view.state.tr, range)),
  })
  const handles = createHandles(scroller, view, positions, {
    onResize: listener.onResize,
    onPreview: (range) => view.dispatch(drawPreview(view.state.tr, range)),
  })

  /** The selection as it is now: ProseMirror hears of the browser's a moment later, and a key may come before that. */
  const selected = (): { anchor: number; head: number } => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = window.getSelection() ?? {}
    const here = document.activeElement === view.dom && view.dom.contains(anchorNode ?? null)
    if (!here || !anchorNode || !focusNode || !view.dom.contains(focusNode)) return view.state.selection
    return { anchor: view.posAtDOM(anchorNode, anchorOffset ?? 0), head: view.posAtDOM(focusNode, focusOffset ?? 0) }
  }

  const selection = (): Range | null => {
    const { anchor, head } = selected()
    const range = { start: toOffset(Math.min(anchor, head)), end: toOffset(Math.max(anchor, head)) }
    return range.start < range.end ? range : null
  }

  const setSelection = (start: number, end: number): void => {
    const [from, to] = [toPos(start), toPos(end)]
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
    // A view that is not editable leaves the browser's selection alone while that is elsewhere, say in a field.
    const [anchor, head] = [view.domAtPos(from), view.domAtPos(to)]
    window.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, head.node, head.offset)
    caret.update()
  }
  /** The caret does not stay in what was folded. */
  const comeOut = (): void => {
    const { anchor, head } = selected()
    const at = toOffset(head)
    if (!folds.isFolded(at) && !folds.isFolded(toOffset(anchor))) return
    const to = folds.outside(at)
    setSelection(to, to)
  }
  const focus = (): void => view.dom.focus({ preventScroll: true })
  const select = ({ start, end }: Range): void => {
    folds.unfold({ start, end })
    focus()
    setSelection(start, end)
  }

  function selectSpan(offset: number, unit: Unit): Range | null {
    const index = blockAt(positions.starts, offset)
    const block = text.blocks[index]
    if (!block) return null
    const base = positions.starts[index] as number
    const inside = offset - base
    const span =
      unit === 'paragraph'
        ? { start: 0, end: block.text.length }
        : unit === 'word'
          ? wordAt(block.text, inside, text.language)
          : sentenceAt(block.text, inside, text.language)
    if (!span || span.start === span.end) return null
    const range = { start: base + span.start, end: base + span.end }
    select(range)
    return range
  }

  const selectUnit = (unit: Unit): Range | null => {
    const before = selection()
    const range = selectSpan(before ? before.start : toOffset(selected().head), unit)
    if (!before || !range || range.start !== before.start || range.end > before.end) return range
    const next = selectSpan(Math.min(before.end + 1, positions.length), unit)
    if (!next || next.end <= before.end) {
      select(before)
      return before
    }
    const both = { start: before.start, end: next.end }
    select(both)
    return both
  }

  const ofFold = ({ target }: Event): boolean =>
    target instanceof Element && target.closest('.fold, .parallel-mark') !== null

  // The browser takes a selection away only after the click into it was told, and the view hears of it later still.
  const onPointerUp = (): void => {
    const { isCollapsed, focusNode, focusOffset } = window.getSelection() as Selection
    if (isCollapsed && focusNode && view.dom.contains(focusNode) && !view.state.selection.empty) {
      const at = toOffset(view.posAtDOM(focusNode, focusOffset))
      setSelection(at, at)
    }
    listener.onSelect(selection(), 'pointer')
  }
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button === 0 && !ofFold(event))
      window.addEventListener('pointerup', () => requestAnimationFrame(onPointerUp), { once: true })
  }
  /** Drawing the pointer over words that are selected already selects anew, rather than dragging them about. */
  const refuseDrag = (event: DragEvent): void => event.preventDefault()
  const onClick = (event: MouseEvent): void => {
    if (ofFold(event)) return
    const target = event.target as Element
    const link = target.closest<HTMLElement>('.link')
    if (link?.dataset.href && (event.ctrlKey || event.metaKey)) return listener.onFollow(link.dataset.href)
    const reached: string[] = []
    for (let mark = target.closest<HTMLElement>('mark[data-highlight]'); mark; ) {
      if (mark.dataset.highlight && !reached.includes(mark.dataset.highlight)) reached.push(mark.dataset.highlight)
      mark = mark.parentElement?.closest<HTMLElement>('mark[data-highlight]') ?? null
    }
    requestAnimationFrame(() => {
      if (!selection()) listener.onReach(reached)
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.isComposing && !ofFold(event) && caret.handleKey(event)) {
      event.preventDefault()
      requestAnimationFrame(() => listener.onSelect(selection(), 'keyboard'))
    }
  }
  let looking: ReturnType<typeof setTimeout> | null = null
  const look = (): void => {
    looking = null
    listener.onView(offsetsInView(scroller, view, positions))
  }
  const onScroll = (): void => {
    looking ??= setTimeout(look, LOOK_EVERY)
  }
  let resting: ReturnType<typeof setTimeout> | null = null
  const rest = (): void => {
    resting = null
    listener.onRest(topOffset(scroller, view, positions))
    listener.onView(offsetsInView(scroller, view, positions))
  }
  const onScrollEnd = (): void => {
    if (resting !== null) clearTimeout(resting)
    resting = setTimeout(rest, REST_AFTER)
  }
  const resized = new ResizeObserver(onScroll)
  resized.observe(scroller)
  view.dom.addEventListener('pointerdown', onPointerDown)
  view.dom.addEventListener('click', onClick)
  view.dom.addEventListener('dragstart', refuseDrag)
  view.dom.addEventListener('keydown', onKeyDown)
  scroller.addEventListener('scrollend', onScrollEnd)
  scroller.addEventListener('scroll', onScroll, { passive: true })

  return {
    dom: view.dom,
    positions,
    drawFirst: drawing.drawFirst,
    draw: drawing.draw,
    change(change) {
      drawing.change(change)
      handles.change(change)
    },
    choose(choice) {
      drawing.choose(choice)
      handles.show(choice.after)
    },
    stripe: stripes.show,
    showPending: (range) => view.dispatch(drawPending(view.state.tr, range)),
    selection,
    select,
    selectUnit,
    caret: () => toOffset(selected().head),
    collapse(offset) {
      folds.unfold({ start: offset, end: offset })
      setSelection(offset, offset)
    },
    rectOf({ start, end }) {
      const first = view.coordsAtPos(toPos(start), 1)
      const last = view.coordsAtPos(toPos(end), -1)
      const left = first.top === last.top ? first.left : Math.min(first.left, last.left)
      return new DOMRect(left, first.top, Math.max(1, last.right - left), last.bottom - first.top)
    },
    // The very top is above what is folded there: the head of the page.
    scrollTo: (offset, where) =>
      scrollToOffset(scroller, view, positions, where === 'top' && offset === 0 ? 0 : folds.outside(offset), where),
    reveal(range) {
      folds.unfold(range)
      reveal(scroller, view, positions, range)
    },
    isFolded: folds.isFolded,
    unfold: (range) => void folds.unfold(range),
    showDebris: folds.showAll,
    showFound: found.show,
    showParallels: parallels.show,
    inView: () => offsetsInView(scroller, view, positions),
    top: () => topOffset(scroller, view, positions),
    focus,
    resume() {
      focus()
      const { from, to } = view.state.selection
      if (from !== to || toOffset(from) > 0) setSelection(toOffset(from), toOffset(to))
    },
    destroy() {
      scroller.removeEventListener('scrollend', onScrollEnd)
      scroller.removeEventListener('scroll', onScroll)
      if (looking !== null) clearTimeout(looking)
      if (resting !== null) clearTimeout(resting)
      resized.disconnect()
      drawing.destroy()
      found.destroy()
      caret.destroy()
      stripes.destroy()
      handles.destroy()
      view.destroy()
    },
  }
}
