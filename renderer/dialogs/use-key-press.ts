import { useEffect, useRef } from 'react'
import type { Shortcut } from '#shared/commands'
import { composing, shortcutOf } from '../app/shortcuts'

/** What was pressed: a key, the wish for none (Backspace), or away from it (Escape, Tab, a click elsewhere). */
export type Pressed = { readonly shortcut: Shortcut } | 'none' | 'leave'

/** While `listening`, the next key goes to `onPress` and nowhere else. */
export function useKeyPress(listening: boolean, onPress: (pressed: Pressed) => void): void {
  const now = useRef(onPress)
  now.current = onPress
  useEffect(() => {
    if (!listening) return
    const onKey = (event: KeyboardEvent): void => {
      if (composing(event)) return
      if (event.key === 'Tab') return now.current('leave')
      event.preventDefault()
      event.stopImmediatePropagation()
      const shortcut = shortcutOf(event)
      if (event.key === 'Escape') now.current('leave')
      else if (shortcut === 'Backspace') now.current('none')
      else if (shortcut !== null) now.current({ shortcut })
    }
    const onPointer = (): void => now.current('leave')
    window.addEventListener('keydown', onKey, { capture: true })
    window.addEventListener('pointerdown', onPointer, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
      window.removeEventListener('pointerdown', onPointer, { capture: true })
    }
  }, [listening])
}
