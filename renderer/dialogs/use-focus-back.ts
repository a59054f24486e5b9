import { useEffect, useRef } from 'react'
import { useActions } from '../actions/context'

/** What opens over the window and takes the focus for a while. */
const OVER = '.menu-popover, .sheet-overlay, .palette-overlay, .theme-box'

/**
 * Gives the focus back when what stood over the window has closed and nobody has it. A sheet itself gives it back to
 * what had it just before; where that was the row of a menu, which is gone by then, it goes to what the menu stood at,
 * and to the text where that is gone too.
 */
export function useFocusBack(isOpen: boolean): void {
  const { focusReader } = useActions()
  const last = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && !target.closest(OVER)) last.current = target
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  const was = useRef(isOpen)
  useEffect(() => {
    const hasClosed = was.current && !isOpen
    was.current = isOpen
    if (!hasClosed) return
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      if (last.current?.isConnected) last.current.focus()
      if (document.activeElement === document.body) focusReader()
    })
    return () => cancelAnimationFrame(frame)
  }, [isOpen, focusReader])
}
