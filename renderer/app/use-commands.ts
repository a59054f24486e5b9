import { useEffect, useRef } from 'react'
import type { CommandId } from '#shared/commands'
import { allStored } from '../store'
import { bridge } from './bridge'
import { useShortcuts } from './keys'
import { commandOf } from './shortcuts'

const PANES = ['library', 'outline', 'themes', 'reader', 'highlights', 'history', 'speakers']

/** Moves the focus to the next pane of the window, and from the last to the first. */
export function focusNextPane(): void {
  const panes = PANES.flatMap((name) => [...document.querySelectorAll<HTMLElement>(`[data-pane="${name}"]`)])
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(at + step) % panes.length]
    const target = pane?.querySelector<HTMLElement>('[tabindex="0"], [role=treegrid], button')
    if (target) return target.focus()
  }
}

/** Listens for commands: keys in the window, and the shell's menu; and for the closing of the window. */
export function useCommands(
  perform: (command: CommandId) => void,
  isInText: () => boolean,
  /** Asked when the window is about to close; it stays open on false. */
  mayClose: () => boolean,
): void {
  const shortcuts = useShortcuts()
  const now = useRef({ perform, isInText, mayClose, shortcuts })
  now.current = { perform, isInText, mayClose, shortcuts }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = commandOf(event, now.current.isInText(), now.current.shortcuts)
      if (!command) return
      event.preventDefault()
      now.current.perform(command)
    }
    window.addEventListener('keydown', onKey)
    const endCommands = bridge.onCommand((command) => now.current.perform(command))
    const endClosing = bridge.onClosing(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      void allStored().then(() => (now.current.mayClose() ? bridge.closeNow() : bridge.keepOpen()))
    })
    return () => {
      window.removeEventListener('keydown', onKey)
      endCommands()
      endClosing()
    }
  }, [])
}
