import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { useActions } from '../actions/context'
import { storageFacts } from '../store'
import { ImportProgress } from './import-progress'
import { useLanguage, useMessages } from './language'
import { useProject, useStore } from './library'
import { useDispatch, useSession } from './session'

export interface StatusBarProps {
  /** Facts about the open document. */
  readonly facts: readonly string[]
}

/** The space the library takes, in bytes; asked again after each write, at most every few seconds. */
function useSpace(): number | null {
  const store = useStore()
  const [bytes, setBytes] = useState<number | null>(null)
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | null = null
    const ask = (): void => {
      waiting = null
      void storageFacts().then(({ usage }) => setBytes(usage))
    }
    ask()
    const end = store.onCommitted(() => {
      waiting ??= setTimeout(ask, 3000)
    })
    return () => {
      end()
      if (waiting) clearTimeout(waiting)
    }
  }, [store])
  return bytes
}

/** Where the reader is, what was done last, and that it is stored. */
export function StatusBar({ facts }: StatusBarProps) {
  const t = useMessages()
  const language = useLanguage()
  const actions = useActions()
  const { message } = useSession()
  const dispatch = useDispatch()
  const report = message?.kind === 'done' ? message.report : undefined
  const remarks = message?.kind === 'done' ? message.remarks : undefined
  const open = useProject()
  const space = useSpace()
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format((space ?? 0) / 1e6)
  return (
    <footer className="status-bar">
      <span className="status-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
      <span className="status-said" role="status" data-kind={message?.kind}>
        {message && <span className="status-words">{t(message.said.key, message.said.params)}</span>}
        {message?.kind === 'done' && message.undoable && (
          <Button className="link-button" onPress={() => void actions.undo()}>
            {t('commands.undo')}
          </Button>
        )}
        {report && (
          <Button
            className="link-button"
            onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'report', report } })}
          >
            {t('importing.report')}
          </Button>
        )}
        {remarks && (
          <Button
            className="link-button"
            onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'remarks', remarks } })}
          >
            {t('notCarried.title')}
          </Button>
        )}
      </span>
      <span className="status-kept">
        <ImportProgress>
          {open && <span>{t('status.saved')}</span>}
          {space !== null && <span>{t('status.space', { size })}</span>}
        </ImportProgress>
      </span>
    </footer>
  )
}
