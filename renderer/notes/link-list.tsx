import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { NoteSubject } from '#shared/model/note'
import { useMessages } from '../app/language'
import type { LinkTarget } from './link-targets'
import { useLinkTargets } from './use-link-targets'

/** Takes keys from the editor that the list stands at. */
export interface LinkListKeys {
  readonly onKey: (event: KeyboardEvent) => boolean
}

export interface LinkListProps {
  readonly id: string
  readonly typed: string
  /** What the note that is written is about; it is not offered to itself. */
  readonly about: NoteSubject
  /** Where the link was begun, in viewport pixels. */
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number }
  readonly keys: RefObject<LinkListKeys | null>
  readonly onChoose: (target: LinkTarget) => void
  readonly onGiveUp: () => void
  /** The id of the row that Enter takes; null when nothing was found. */
  readonly onActive: (row: string | null) => void
}

/**
 * What can be linked to, at the caret. The focus stays in the editor. It is a popover so that neither a list that
 * scrolls nor a sheet cuts it off.
 */
export function LinkList({ id, typed, about, at, keys, onChoose, onGiveUp, onActive }: LinkListProps) {
  const t = useMessages()
  const found = useLinkTargets(typed, about)
  const [row, setRow] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the first row again
  useEffect(() => setRow(0), [typed])
  const active = Math.min(row, found.length - 1)
  const rowId = active >= 0 ? `${id}-${active}` : null
  useEffect(() => {
    onActive(rowId)
    return () => onActive(null)
  }, [rowId, onActive])
  useImperativeHandle(keys, () => ({
    onKey: (event) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
      if (!plain) return false
      if (event.key === 'ArrowDown') setRow((active + 1) % Math.max(1, found.length))
      else if (event.key === 'ArrowUp') setRow((active - 1 + found.length) % Math.max(1, found.length))
      else if (event.key === 'Escape') {
        event.stopPropagation()
        onGiveUp()
      } else if ((event.key === 'Enter' || event.key === 'Tab') && found[active]) onChoose(found[active])
      else return false
      return true
    },
  }))
  const box = useRef<HTMLDivElement>(null)
  const { left, top, bottom } = at
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    if (!element.matches(':popover-open')) element.showPopover()
    const { width, height } = element.getBoundingClientRect()
    const below = bottom + 4 + height <= window.innerHeight
    element.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`
    element.style.top = `${below ? bottom + 4 : Math.max(8, top - height - 4)}px`
  })
  return (
    <div ref={box} popover="manual" className="link-list">
      {found.length === 0 && <p className="quiet">{t('notes.noneToLink')}</p>}
      <div id={id} role="listbox" aria-label={t('notes.linkTo')}>
        {found.map((target, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the editor has the focus and hears the keys
          <div
            key={`${target.link.kind} ${target.link.id}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="link-row"
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setRow(index)}
            onClick={() => onChoose(target)}
          >
            <span className="name">{target.name}</span>
            <span className="quiet place">{target.place}</span>
            <span className="quiet kind">{t(`notes.kinds.${target.link.kind}`)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
