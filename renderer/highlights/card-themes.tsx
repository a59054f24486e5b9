import { X, Zap } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { LiveTheme } from '#shared/model/live-theme'
import type { Theme } from '#shared/model/theme'
import { useMessages } from '../app/language'

export interface CardThemesProps {
  readonly themes: readonly Theme[]
  /** The live themes that show it; nobody gave them, so they cannot be taken away. */
  readonly live?: readonly LiveTheme[]
  /** Takes a theme away; absent while the card is not current. */
  readonly onTakeAway: ((theme: Theme) => void) | undefined
}

const NONE: readonly LiveTheme[] = []

/** The themes of a highlight, and the live themes that show it. */
export function CardThemes({ themes, live = NONE, onTakeAway }: CardThemesProps) {
  const t = useMessages()
  return (
    <ul className="chips">
      {themes.map((theme) => (
        <li key={theme.id} className="chip" style={{ '--colour': `var(--theme-${theme.id})` } as React.CSSProperties}>
          <span>{theme.name}</span>
          {onTakeAway && (
            <Button aria-label={t('highlights.takeAway', { theme: theme.name })} onPress={() => onTakeAway(theme)}>
              <X size={12} aria-hidden="true" />
            </Button>
          )}
        </li>
      ))}
      {live.map(({ id, name }) => (
        <li
          key={id}
          className="chip live"
          title={t('live.shows', { theme: name })}
          style={{ '--colour': `var(--theme-${id})` } as React.CSSProperties}
        >
          <Zap size={11} role="img" aria-label={t('live.one')} />
          <span>{name}</span>
        </li>
      ))}
    </ul>
  )
}
