import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useActions } from '../actions/context'
import type { OpenText } from '../actions/desk'
import { useMessages } from '../app/language'
import { useDispatch, useSession } from '../app/session'
import { composing } from '../app/shortcuts'
import { type Corrector, type CorrectorState, createCorrector } from '../reader/corrector'
import type { HighlightSource, ReaderPaneProps } from '../reader/reader-pane'
import '../reader/reader.css'
import '../reader/blocks.css'
import '../reader/marks.css'
import { CorrectBar } from './correct-bar'
import './correcting.css'

export interface CorrectPaneProps {
  readonly text: OpenText
  readonly highlights: HighlightSource
  readonly ready: boolean
  /** Changes when every highlight has to be drawn anew. */
  readonly drawing: unknown
  /** The UTF-16 offset of the line to begin with at the top, and of the caret. */
  readonly place: number
  readonly caret: number
  readonly goal: ReaderPaneProps['goal']
  /** Set while the pane is there. */
  readonly corrector: RefObject<Corrector | null>
  readonly onTake: () => void
  /** The pane goes; the line at the top is the one at this offset of the text before. */
  readonly onEnd: (top: number) => void
}

const AT_FIRST: CorrectorState = {
  changed: 0,
  inserted: 0,
  deleted: 0,
  kind: { kind: 'paragraph', level: null },
  canUndo: false,
  canRedo: false,
}

/** The text of a document while it is corrected, with the bar above it. It shows the text that it began with. */
export function CorrectPane(props: CorrectPaneProps) {
  const { highlights, ready, drawing, goal, corrector } = props
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const scroller = useRef<HTMLDivElement>(null)
  const [began] = useState(() => ({ ...props, label: t('correcting.label', { title: props.text.document.title }) }))
  const [made, setMade] = useState<Corrector | null>(null)
  const [state, setState] = useState(AT_FIRST)

  useLayoutEffect(() => {
    if (!scroller.current) return
    const { text, label, place, caret } = began
    const of = { blocks: text.blocks, language: text.document.language, label, caret }
    const now = createCorrector(scroller.current, of, setState)
    corrector.current = now
    setMade(now)
    setState(now.state())
    now.scrollTo(place, 'top')
    now.focus()
    return () => {
      began.onEnd(now.top())
      corrector.current = null
      now.destroy()
    }
  }, [began, corrector])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing has other labels
  useLayoutEffect(() => {
    if (!made || !ready || made !== corrector.current) return
    const draw = (): void => made.draw(highlights.all())
    draw()
    return highlights.subscribe(draw)
  }, [made, highlights, ready, drawing, corrector])

  useEffect(() => {
    if (made && made === corrector.current && goal) made.scrollTo(goal.offset, goal.where ?? 'middle')
  }, [made, goal, corrector])

  const { dialog } = useSession()
  const asked = useRef(false)
  useEffect(() => {
    if (dialog === null && asked.current) made?.focus()
    asked.current = dialog !== null
  }, [dialog, made])

  const save = actions.reviewNow
  const leave = (): void => dispatch({ type: 'leaveCorrecting' })
  return (
    <div
      className="correct-pane"
      onPointerDownCapture={props.onTake}
      onFocusCapture={props.onTake}
      // The text itself takes Escape for its own, so it is heard before.
      onKeyDownCapture={(event) => {
        if (composing(event.nativeEvent)) return
        const mod = navigator.platform.startsWith('Mac') ? event.metaKey : event.ctrlKey
        if (event.key === 'Escape') leave()
        else if (mod && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 's') save()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <CorrectBar
        state={state}
        onKind={(kind) => made?.setKind(kind)}
        onUndo={() => made?.undo()}
        onRedo={() => made?.redo()}
        onLeave={leave}
        onDiscard={leave}
        onSave={save}
      />
      <div className="reader-frame">
        <div className="reader-scroll" ref={scroller}>
          <div className="page-head" />
        </div>
      </div>
    </div>
  )
}
