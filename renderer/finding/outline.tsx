import { X } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { Block } from '#shared/model/document'
import { useActions } from '../actions/context'
import { useInView } from '../app/in-view'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { headingsOf, lastAtOrBefore } from './headings'
import './outline.css'

export interface OutlineProps {
  readonly blocks: readonly Block[]
  /** The document's title: as a heading it is the document itself, and is not listed. */
  readonly title: string
  /** BCP 47, of the headings. */
  readonly language: string
  readonly onHide: () => void
}

/** Fewer headings than this are no outline. */
const FEWEST = 2

/** The headings of the open document; the one being read is marked. */
export function Outline({ blocks, title, language, onHide }: OutlineProps) {
  const t = useMessages()
  const dispatch = useDispatch()
  const actions = useActions()
  const headings = useMemo(() => headingsOf(blocks, title), [blocks, title])
  const at = useInView((range) => (range ? lastAtOrBefore(headings, range.start) : -1))
  const current = headings[Math.max(0, at)]
  if (headings.length < FEWEST) return null
  return (
    <section className="pane outline" aria-label={t('outline.label')} data-pane="outline">
      <header className="pane-head">
        <h2>{t('outline.title')}</h2>
        <Button className="icon-button" aria-label={t('outline.hide')} onPress={onHide}>
          <X size={14} aria-hidden="true" />
        </Button>
      </header>
      <VirtualRows
        items={headings}
        keyOf={({ start }) => String(start)}
        label={t('outline.label')}
        current={current ? String(current.start) : null}
        estimate={26}
        onOpen={({ start }) => {
          dispatch({ type: 'goTo', goal: { offset: start, highlight: null, where: 'top' } })
          actions.putCaret(start)
        }}
      >
        {({ text, depth }) => (
          <span
            className="outline-row"
            lang={language}
            style={{ paddingInlineStart: `${8 + depth * 12}px` }}
            title={text}
          >
            {text}
          </span>
        )}
      </VirtualRows>
    </section>
  )
}
