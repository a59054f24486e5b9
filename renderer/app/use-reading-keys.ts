import { useEffect, useRef } from 'react'
import type { CommandId } from '#shared/commands'
import type { Session, SessionAct } from './session'

/** The mouse's own buttons for going back and forward, as `MouseEvent.button` counts. */
const BUTTONS: Readonly<Record<number, CommandId>> = { 3: 'go.back', 4: 'go.forward' }

/** Keys and buttons that are no shortcuts: Escape forgets a passage to be linked, or brings the panes back, the mouse's side buttons go back and forward. */
export function useReadingKeys(
  session: Session,
  perform: (command: CommandId) => void,
  dispatch: (act: SessionAct) => void,
): void {
  const now = useRef({ session, perform, dispatch })
  now.current = { session, perform, dispatch }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { focus, box, dialog, finding, linking } = now.current.session
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (box || dialog) return
      if (linking !== null) {
        const said = { key: 'coding.linkForgotten' } as const
        now.current.dispatch({ type: 'linkFrom', highlight: null })
        return now.current.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
      }
      if (focus && !finding.open) now.current.perform('view.focus')
    }
    const onButton = (event: MouseEvent): void => {
      const command = BUTTONS[event.button]
      if (!command) return
      event.preventDefault()
      now.current.perform(command)
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('mouseup', onButton)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('mouseup', onButton)
    }
  }, [])
}
