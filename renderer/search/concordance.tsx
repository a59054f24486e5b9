import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type Chosen, type CorpusLine, isChosen } from '#shared/corpus/search/lines'
import type { LineOrder } from '#shared/corpus/search/order'
import { useActions } from '../actions/context'
import { unwrap } from '../actions/desk'
import { useLanguage, useMessages } from '../app/language'
import { useDocumentLanguages } from '../app/use-document-languages'
import type { CorpusFeed } from '../corpus/corpus-feed'
import { useLines } from './use-lines'

/** The height of a line, in CSS pixels. A million of them are still less than the tallest element that can be drawn. */
const ROW = 30

export interface ConcordanceProps {
  readonly feed: CorpusFeed
  readonly run: number
  readonly count: number
  readonly order: LineOrder
  /** Only the lines that are new are shown. */
  readonly fresh: boolean
  /** How many lines are marked as new; null: none are yet. */
  readonly marked: number | null
  readonly chosen: Chosen
  readonly onChosen: (chosen: Chosen) => void
  readonly onChooseAll: () => void
  readonly onOpen: (line: CorpusLine) => void
}

/** Chosen places, with one of them or all of a stretch chosen or not. */
function withPlaces({ all, except }: Chosen, places: Iterable<number>, choose: boolean): Chosen {
  const next = new Set(except)
  for (const place of places) {
    if (choose === all) next.delete(place)
    else next.add(place)
  }
  return { all, except: next }
}

/** Every place with what stands around it, one to a line; only those in view exist. The grid has the focus. */
export function Concordance(props: ConcordanceProps) {
  const languages = useDocumentLanguages()
  const { feed, run, count, order, fresh, marked, chosen, onChosen, onChooseAll, onOpen } = props
  const t = useMessages()
  const locale = useLanguage()
  const { report } = useActions()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const anchor = useRef(0)
  const { line, want } = useLines(feed, run, order, locale, report, fresh, marked)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  })
  const rows = virtual.getVirtualItems()
  const [from, until] = [rows[0]?.index ?? 0, (rows.at(-1)?.index ?? -1) + 1]
  useEffect(() => want(from, until), [want, from, until])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found newly, or in another order, begins at its top
  useEffect(() => {
    setActive(0)
    anchor.current = 0
    virtual.scrollToIndex(0)
  }, [run, order, fresh])

  const choose = async (at: number, isRange: boolean): Promise<void> => {
    const here = line(at)
    if (!here) return
    const on = !isChosen(chosen, here.place)
    const [first, last] = isRange ? [Math.min(anchor.current, at), Math.max(anchor.current, at)] : [at, at]
    anchor.current = at
    if (first === last) return onChosen(withPlaces(chosen, [here.place], on))
    const wanted = { run, order, locale, fresh, from: first, until: last + 1 }
    onChosen(withPlaces(chosen, unwrap(await feed.jobs.search.numbers(wanted)), true))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 1)
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) {
      const next = Math.max(0, Math.min(to, count - 1))
      setActive(next)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter') {
      const here = line(active)
      if (here) onOpen(here)
    } else if (event.key === ' ') void choose(active, event.shiftKey).catch(report)
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      onChooseAll()
    } else return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className="concordance"
      role="grid"
      tabIndex={0}
      aria-label={t('search.lines')}
      aria-rowcount={count}
      aria-multiselectable
      aria-activedescendant={active >= from && active < until ? `line-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="concordance-all" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const here = line(index)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of its rows
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
            <div
              key={index}
              id={`line-${index}`}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={here ? isChosen(chosen, here.place) : false}
              data-active={index === active || undefined}
              data-fresh={here?.isFresh}
              className="kwic"
              lang={here && languages.get(here.id)}
              style={{ transform: `translateY(${start}px)` }}
              onClick={({ target }) => here && !(target instanceof HTMLInputElement) && onOpen(here)}
            >
              {here && (
                <Line
                  line={here}
                  isChosen={isChosen(chosen, here.place)}
                  onChoose={(isRange) => {
                    setActive(index)
                    void choose(index, isRange).catch(report)
                  }}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The cells never have the focus: the grid has it, and names its active row. */
const CELL = { role: 'gridcell' } as const

interface LineProps {
  readonly line: CorpusLine
  readonly isChosen: boolean
  readonly onChoose: (isRange: boolean) => void
}

function Line({ line, isChosen, onChoose }: LineProps) {
  const t = useMessages()
  return (
    <>
      <span {...CELL} className="kwic-tick">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('search.choose')}
          checked={isChosen}
          onChange={(event) => onChoose((event.nativeEvent as MouseEvent).shiftKey)}
        />
      </span>
      <span {...CELL} className="kwic-left">
        <bdi>{line.left}</bdi>
      </span>
      <span {...CELL} className="kwic-right">
        <mark>{line.found}</mark>
        {line.right}
      </span>
      <span {...CELL} className="kwic-title">
        {line.isFresh && <em className="search-news">{t('search.saved.new')}</em>}
        {line.kind !== 'document' && <em>{t(`search.kinds.${line.kind}`)}</em>}
        {line.title}
      </span>
      <span {...CELL} className="kwic-date">
        {line.date?.slice(0, 10)}
      </span>
    </>
  )
}
