import { history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { Decoration, EditorView } from 'prosemirror-view'
import { placeAfter, type TextChange } from '#shared/anchoring/text-changes'
import { refined } from '#shared/anchoring/text-diff'
import { correctedBlocks } from '#shared/editing/corrected-blocks'
import { type Block, plainText } from '#shared/model/document'
import { type ChosenKind, correctingKeys, kindAt, plainSlice, setKind } from './correcting-keys'
import { changesIn, correctionPlugin, drawCorrected } from './correction'
import { attributesOf, type DrawnHighlight } from './highlights'
import { eachBlock, editedBlocks, livePositions, posIn } from './live-positions'
import { proseDocument } from './positions'
import type { ReaderText } from './reader'
import { scrollToOffset, topOffset } from './scrolling'
import { takeSelection } from './take-selection'

/** How a text that is corrected stands. */
export interface CorrectorState {
  /** Stretches of the text that are others, and paragraphs of which only the kind is another. */
  readonly changed: number
  /** UTF-16 units that were put in and taken out. */
  readonly inserted: number
  readonly deleted: number
  /** The kind of the paragraph at the caret. */
  readonly kind: ChosenKind
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** The text on the page while it is corrected: it can be edited, and the highlights go with their words. */
export interface Corrector {
  readonly dom: HTMLElement
  state(): CorrectorState
  /** The text as it is now. */
  edited(): { readonly blocks: readonly Block[]; readonly changes: readonly TextChange[] }
  /** Draws these highlights; their offsets are of the text before it was corrected. */
  draw(highlights: readonly DrawnHighlight[]): void
  setKind(kind: ChosenKind): void
  undo(): void
  redo(): void
  /** Scrolls to an offset of the text before. */
  scrollTo(offset: number, where: 'top' | 'middle'): void
  /** The offset of the line at the top, in the text as it is. */
  top(): number
  focus(): void
  destroy(): void
}

/** A highlight between two offsets. */
const decorate = (highlight: DrawnHighlight, at: { start: number; end: number }, doc: Node): Decoration =>
  Decoration.inline(posIn(doc, at.start), posIn(doc, at.end), attributesOf(highlight), { id: highlight.id })

/** How many paragraphs have another kind or level than the one they come from. */
function kindsChanged(doc: Node, blocks: readonly Block[]): number {
  let count = 0
  eachBlock(doc, ({ attrs: { source, kind, level } }) => {
    const before = source === null ? undefined : blocks[source]
    if (before && (before.kind !== kind || (before.level ?? null) !== level)) count += 1
  })
  return count
}

/**
 * Shows `text` inside `scroller` to be corrected, with the caret at the offset `caret`; `onChange` is told at most once a
 * frame.
 */
export function createCorrector(
  scroller: HTMLElement,
  text: Pick<ReaderText, 'blocks' | 'language' | 'label'> & { readonly caret: number },
  onChange: (state: CorrectorState) => void,
): Corrector {
  const before = plainText(text.blocks)
  const first = proseDocument(text.blocks)
  const mount = document.createElement('div')
  scroller.append(mount)
  let frame = 0
  const view = new EditorView(
    { mount },
    {
      state: EditorState.create({
        doc: first,
        selection: TextSelection.near(first.resolve(posIn(first, text.caret))),
        plugins: [correctionPlugin(before, decorate), history(), correctingKeys()],
      }),
      attributes: {
        class: 'page-text correcting',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': text.label,
        lang: text.language,
        spellcheck: 'false',
      },
      handleKeyDown(of) {
        takeSelection(of)
        return false
      },
      handlePaste(target, event) {
        const words = event.clipboardData?.getData('text/plain') ?? ''
        if (words !== '')
          target.dispatch(target.state.tr.replaceSelection(plainSlice(words, target.state)).scrollIntoView())
        return true
      },
      handleDrop: () => true,
      clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '\n'),
      dispatchTransaction(transaction) {
        view.updateState(view.state.apply(transaction))
        if (frame === 0) frame = requestAnimationFrame(tell)
      },
    },
  )
  const positions = livePositions(() => view.state.doc)

  function state(): CorrectorState {
    const changes = changesIn(view.state)
    return {
      changed: changes.length + kindsChanged(view.state.doc, text.blocks),
      inserted: changes.reduce((sum, { start, end }) => sum + end - start, 0),
      deleted: changes.reduce((sum, { from, to }) => sum + to - from, 0),
      kind: kindAt(view.state),
      canUndo: undoDepth(view.state) > 0,
      canRedo: redoDepth(view.state) > 0,
    }
  }
  function tell(): void {
    frame = 0
    onChange(state())
  }
  const focus = (): void => view.focus()

  return {
    dom: view.dom,
    state,
    edited() {
      const raw = editedBlocks(view.state.doc, first, text.blocks)
      const changes = refined(changesIn(view.state), before, plainText(raw))
      return { blocks: correctedBlocks(text.blocks, raw, changes), changes }
    },
    draw: (highlights) => view.dispatch(drawCorrected(view.state.tr, highlights)),
    setKind(kind) {
      setKind(kind)(view.state, view.dispatch)
      focus()
    },
    undo: () => void undo(view.state, view.dispatch),
    redo: () => void redo(view.state, view.dispatch),
    scrollTo(offset, where) {
      const at = placeAfter(changesIn(view.state), { start: offset, end: offset + 1 })
      scrollToOffset(scroller, view, positions, at?.start ?? Math.min(offset, positions.length), where)
    },
    top: () => topOffset(scroller, view, positions),
    focus,
    destroy() {
      if (frame !== 0) cancelAnimationFrame(frame)
      view.destroy()
    },
  }
}
