import { Button } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { type SessionAct, useDispatch } from '../app/session'
import { Sheet } from '../dialogs/sheet'

/** Asks what becomes of a correction that is not saved, before something ends it. */
export function LeaveDialog({ next }: { readonly next: SessionAct | 'closeWindow' }) {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  return (
    <Sheet title={t('correcting.leaveTitle')}>
      <div className="form">
        <p>{t('correcting.leaveText', { count: actions.unsavedChanges() })}</p>
        <footer className="form-foot">
          <Button
            className="button danger"
            onPress={() => {
              dispatch({ type: 'closeDialog' })
              dispatch({ type: 'endCorrecting', ...(next !== 'closeWindow' && { next }) })
              if (next === 'closeWindow') window.close()
            }}
          >
            {t('correcting.discardNow')}
          </Button>
          <Button className="button" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('correcting.stay')}
          </Button>
          <Button className="button primary" autoFocus onPress={actions.reviewNow}>
            {t('correcting.save')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
