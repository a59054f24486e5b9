import { useRef } from 'react'
import { Button } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useSession } from '../app/session'

/** What was done last in a sheet, and the way back: the line at the foot of the window is behind it. What was said before it opened is not. */
export function SheetSaid() {
  const t = useMessages()
  const actions = useActions()
  const { message: last } = useSession()
  const before = useRef(last)
  const message = last === before.current ? null : last
  return (
    <p className="sheet-said" role="status" data-kind={message?.kind}>
      {message && <span>{t(message.said.key, message.said.params)}</span>}
      {message?.kind === 'done' && message.undoable && (
        <Button className="link-button" onPress={() => void actions.undo()}>
          {t('commands.undo')}
        </Button>
      )}
    </p>
  )
}
