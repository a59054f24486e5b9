import { RotateCcw } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { Shortcut } from '#shared/commands'
import { KeyHint, shortcutText } from '../app/key-hint'
import { useMessages } from '../app/language'

export interface KeyButtonProps {
  /** What the command is called. */
  readonly command: string
  readonly shortcut: Shortcut | null
  /** Nobody chose another. */
  readonly isUsual: boolean
  /** The next key pressed will be its key. */
  readonly isAsked: boolean
  readonly onAsk: () => void
  readonly onUsual: () => void
}

/** The key of a command, to be clicked and changed. */
export function KeyButton({ command, shortcut, isUsual, isAsked, onAsk, onUsual }: KeyButtonProps) {
  const t = useMessages()
  const label =
    shortcut === null ? t('keys.give', { command }) : t('keys.change', { command, keys: shortcutText(shortcut) })
  return (
    <>
      {!isUsual && (
        <Button className="icon-button key-usual" aria-label={t('keys.usual', { command })} onPress={onUsual}>
          <RotateCcw size={12} aria-hidden="true" />
        </Button>
      )}
      <Button className="key-button" aria-label={label} data-asked={isAsked || undefined} onPress={onAsk}>
        {isAsked ? (
          <span className="key-asked">{t('keys.press')}</span>
        ) : shortcut === null ? (
          <span className="key-none" aria-hidden="true">
            +
          </span>
        ) : (
          <KeyHint keys={shortcut} />
        )}
      </Button>
    </>
  )
}
