import { Button } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useSession } from '../app/session'

/** What was done last, and the way back: the line at the foot of the window is behind the table. */
export function TableSaid() {
  const t = useMessages()
  const actions = useActions()
  const { message } = useSession()
  return (
    <p className="documents-said" role="status" data-kind={message?.kind}>
      {message && <span>{t(message.said.key, message.said.params)}</span>}
      {message?.kind === 'done' && message.undoable && (
        <Button className="link-button" onPress={() => void actions.undo()}>
          {t('commands.undo')}
        </Button>
      )}
    </p>
  )
}
