import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'

export interface VirtualRowsProps<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** The accessible name of the list. */
  readonly label: string
  /** The row that is current, by key; it is scrolled into view when it changes. */
  readonly current: string | null
  /** The row to keep at the top while nobody points at the list or has the focus in it, by key. */
  readonly follow?: string | null
  /** A usual row's height in CSS pixels; rows are measured when they are drawn. */
  readonly estimate: number
  /** The current row takes the focus as soon as it is drawn for the first time. */
  readonly takesFocus?: boolean
  /** Several rows can be chosen; which are, `rowAttributes` say. */
  readonly isMulti?: boolean
  /** Enter, Space or a click on a row. */
  readonly onOpen: (item: T, event: KeyboardEvent | MouseEvent) => void
  /** `treegrid` for rows that have branches; a plain grid otherwise. */
  readonly role?: 'grid' | 'treegrid'
  /** More attributes of a row; they win over the usual ones. */
  readonly rowAttributes?: (item: T, index: number) => HTMLAttributes<HTMLDivElement>
  /** The arrows and their like went to a row. */
  readonly onMove?: (to: T, event: KeyboardEvent) => void
  /** Any other key pressed on a row. */
  readonly onKey?: (item: T, event: KeyboardEvent) => void
  readonly children: (item: T, current: boolean) => ReactNode
}

const fromControl = (event: { target: EventTarget; currentTarget: EventTarget }): boolean =>
  event.target instanceof Element &&
  event.target.closest('button, textarea, input, a, [role=menu], [role=textbox], summary') !== null

/**
 * Rows of unlike height of which only those in view exist, as an accessible grid with one column: arrow keys move, one
 * row is in the tab order, and rows may hold buttons and fields.
 */
export function VirtualRows<T>(props: VirtualRowsProps<T>) {
  const { items, keyOf, current, onOpen } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const wantsFocus = useRef(false)
  const keys = useRef(keyOf)
  keys.current = keyOf
  // The same function for the same items: every other one makes the list measure all of them again.
  const getItemKey = useCallback((index: number) => (items[index] ? keys.current(items[index]) : index), [items])
  const tabbed = Math.min(active, Math.max(0, items.length - 1))
  const currentIndex = current === null ? -1 : items.findIndex((item) => keyOf(item) === current)
  // What has the focus, or is written on, stays when the list is scrolled.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const kept = [tabbed, currentIndex].filter((index) => index >= 0 && index < range.count)
      return [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b)
    },
    [tabbed, currentIndex],
  )
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.estimate,
    getItemKey,
    overscan: 6,
    rangeExtractor,
  })

  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (current === shown.current) return
    if (currentIndex < 0) {
      if (current === null) shown.current = null
      return
    }
    if (props.takesFocus && shown.current === null) wantsFocus.current = true
    shown.current = current
    setActive(currentIndex)
    rows.scrollToIndex(currentIndex, { align: 'auto' })
  }, [current, currentIndex, rows, props.takesFocus])

  const { follow = null } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that changes does not move; only what is followed does
  useEffect(() => {
    const list = scroller.current
    if (follow === null || !list || list.matches(':hover') || list.contains(document.activeElement)) return
    const index = items.findIndex((item) => keyOf(item) === follow)
    if (index < 0) return
    rows.scrollToIndex(index, { align: follow === current ? 'auto' : 'start' })
  }, [follow])

  const move = (index: number): T | undefined => {
    const next = Math.min(Math.max(0, index), items.length - 1)
    wantsFocus.current = true
    setActive(next)
    rows.scrollToIndex(next, { align: 'auto' })
    return items[next]
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // The row that has the focus: it may have moved since it got it.
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    const at = row ? Number(row.dataset.index) : tabbed
    const item = items[at]
    if (!item || fromControl(event) || event.nativeEvent.isComposing) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / props.estimate) - 1)
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
      PageDown: at + page,
      PageUp: at - page,
    }
    const to = event.altKey ? undefined : moves[event.key]
    if (to !== undefined) {
      const there = move(to)
      if (there) props.onMove?.(there, event)
    } else if (event.key === 'Enter' || event.key === ' ') onOpen(item, event)
    else return props.onKey?.(item, event)
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is a grid's, chosen above
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is a grid's, chosen above
    <div
      ref={scroller}
      className="rows"
      role={props.role ?? 'grid'}
      aria-label={props.label}
      aria-rowcount={items.length}
      aria-multiselectable={props.isMulti}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="rows-all" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index]
          if (!item) return null
          const isCurrent = index === currentIndex
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of its rows
            <div
              key={key}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={isCurrent}
              data-current={isCurrent || undefined}
              data-key={keyOf(item)}
              data-index={index}
              tabIndex={index === tabbed ? 0 : -1}
              className="row"
              {...props.rowAttributes?.(item, index)}
              style={{ transform: `translateY(${start}px)` }}
              ref={(element) => {
                rows.measureElement(element)
                if (element && wantsFocus.current && index === tabbed) {
                  wantsFocus.current = false
                  element.focus({ preventScroll: true })
                }
              }}
              onFocus={() => setActive(index)}
              onClick={(event) => {
                if (!fromControl(event)) onOpen(item, event)
              }}
            >
              {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus, and what is in the cell */}
              <div role="gridcell" className="cell">
                {props.children(item, isCurrent)}
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
