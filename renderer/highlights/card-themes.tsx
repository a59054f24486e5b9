import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { Theme } from '#shared/model/theme'
import { useMessages } from '../app/language'

export interface CardThemesProps {
  readonly themes: readonly Theme[]
  /** Takes a theme away; absent while the card is not current. */
  readonly onTakeAway: ((theme: Theme) => void) | undefined
}

/** The themes of a highlight. */
export function CardThemes({ themes, onTakeAway }: CardThemesProps) {
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
    </ul>
  )
}
