import { useMemo } from 'react'
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components'
import { HIGHEST, LOWEST, type OutlineWord } from '#shared/model/outline'
import { KeyHint } from '../app/key-hint'
import { useMessages } from '../app/language'
import type { Heading } from './headings'

export interface OutlineMenuProps {
  readonly heading: Heading
  /** What it stands at. */
  readonly at: HTMLElement
  readonly onAct: (word: OutlineWord) => void
  readonly onClose: () => void
}

/** What can be said of a heading, with the keys that say it on its row. */
export function OutlineMenu({ heading, at, onAct, onClose }: OutlineMenuProps) {
  const t = useMessages()
  const anchor = useMemo(() => ({ current: at }), [at])
  const { text, level, confidence } = heading
  const cannot: OutlineWord[] = [
    ...(level <= HIGHEST ? (['raise'] as const) : []),
    ...(level >= LOWEST ? (['lower'] as const) : []),
    ...(confidence === undefined ? (['confirm'] as const) : []),
  ]
  const label = t('outline.more', { heading: text })
  return (
    <Popover
      aria-label={label}
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      className="menu-popover"
    >
      <Menu
        aria-label={label}
        className="menu card-menu"
        autoFocus="first"
        disabledKeys={cannot}
        onClose={onClose}
        onAction={(key) => {
          onClose()
          onAct(key as OutlineWord)
        }}
      >
        <MenuItem id="raise" textValue={t('outline.raise')}>
          {t('outline.raise')} <KeyHint keys="Alt+ArrowLeft" />
        </MenuItem>
        <MenuItem id="lower" textValue={t('outline.lower')}>
          {t('outline.lower')} <KeyHint keys="Alt+ArrowRight" />
        </MenuItem>
        <MenuItem id="confirm" textValue={t('commands.headingConfirm')}>
          {t('commands.headingConfirm')} <KeyHint keys="Mod+Enter" />
        </MenuItem>
        <Separator />
        <MenuItem id="plain" textValue={t('commands.headingPlain')}>
          {t('commands.headingPlain')} <KeyHint keys="Delete" />
        </MenuItem>
      </Menu>
    </Popover>
  )
}
