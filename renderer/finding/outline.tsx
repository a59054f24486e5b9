import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Block } from '#shared/model/document'
import type { OutlineWord } from '#shared/model/outline'
import { useActions } from '../actions/context'
import { useInView } from '../app/in-view'
import { useMessages } from '../app/language'
import { useDispatch, useSession } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { type Heading, headingsOf, lastAtOrBefore } from './headings'
import { OutlineMenu } from './outline-menu'
import { OutlineRow } from './outline-row'
import './outline.css'

export interface OutlineProps {
  readonly blocks: readonly Block[]
  /** The document's title: as a heading it is the document itself, and is not listed. */
  readonly title: string
  /** BCP 47, of the headings. */
  readonly language: string
  readonly onHide: () => void
}

const WORDS: Readonly<Record<string, OutlineWord>> = { 'Alt+ArrowLeft': 'raise', 'Alt+ArrowRight': 'lower' }

/** Puts the focus on the row of the heading that begins at `start`. */
const focusRow = (start: number): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.outline [data-key="${start}"]`)?.focus())
}

/** The headings of the open document; the one being read is marked. Keys and the menu of a row correct its heading. */
export function Outline({ blocks, title, language, onHide }: OutlineProps) {
  const t = useMessages()
  const dispatch = useDispatch()
  const actions = useActions()
  const { correcting } = useSession()
  const headings = useMemo(() => headingsOf(blocks, title), [blocks, title])
  const at = useInView((range) => (range ? lastAtOrBefore(headings, range.start) : -1))
  const current = headings[Math.max(0, at)]
  const [menu, setMenu] = useState<{ readonly heading: Heading; readonly at: HTMLElement } | null>(null)
  if (headings.length === 0) return null

  const say = (heading: Heading, word: OutlineWord): void => {
    const { start } = heading
    const place = headings.findIndex((each) => each.start === start)
    const beside = word === 'plain' ? (headings[place + 1] ?? headings[place - 1])?.start : start
    void actions.correctOutline({ start, end: start }, word).then(() => focusRow(beside ?? start))
  }
  const onOpen = (heading: Heading, event: KeyboardEvent | MouseEvent): void => {
    if ('key' in event && (event.ctrlKey || event.metaKey)) return say(heading, 'confirm')
    dispatch({ type: 'goTo', goal: { offset: heading.start, highlight: null, where: 'top' } })
    actions.putCaret(heading.start)
  }
  const onKey = (heading: Heading, event: KeyboardEvent): void => {
    const word = event.key === 'Delete' ? 'plain' : WORDS[`${event.altKey ? 'Alt+' : ''}${event.key}`]
    if (word) say(heading, word)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      setMenu({ heading, at: event.target as HTMLElement })
    } else return
    event.preventDefault()
  }

  return (
    <section className="pane outline" aria-label={t('outline.label')} data-pane="outline">
      <header className="pane-head">
        <h2>{t('outline.title')}</h2>
        <span className="outline-acts">
          <Button
            className="icon-button"
            aria-label={t('outline.make')}
            isDisabled={correcting !== null}
            onPress={() => void actions.makeHeading()}
          >
            <Plus size={15} aria-hidden="true" />
          </Button>
          <Button className="icon-button" aria-label={t('outline.hide')} onPress={onHide}>
            <X size={14} aria-hidden="true" />
          </Button>
        </span>
      </header>
      <VirtualRows
        items={headings}
        keyOf={({ start }) => String(start)}
        label={t('outline.label')}
        current={current ? String(current.start) : null}
        estimate={26}
        onOpen={onOpen}
        onKey={onKey}
        rowAttributes={(heading) => ({
          onContextMenu: (event: MouseEvent<HTMLElement>) => {
            event.preventDefault()
            setMenu({ heading, at: event.currentTarget })
          },
        })}
      >
        {(heading) => (
          <OutlineRow heading={heading} language={language} onMenu={(place) => setMenu({ heading, at: place })} />
        )}
      </VirtualRows>
      {menu && (
        <OutlineMenu
          heading={menu.heading}
          at={menu.at}
          onAct={(word) => say(menu.heading, word)}
          onClose={() => setMenu(null)}
        />
      )}
    </section>
  )
}
