import { Ellipsis } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator, SubmenuTrigger } from 'react-aria-components'
import type { CommandId } from '#shared/commands'
import { type Highlight, WEIGHTS, type Weight } from '#shared/model/highlight'
import type { Theme } from '#shared/model/theme'
import type { Actions } from '../actions'
import { KeyHint } from '../app/key-hint'
import { useShortcuts } from '../app/keys'
import { useMessages } from '../app/language'
import { useSession } from '../app/session'

export interface CardMenuProps {
  readonly highlight: Highlight
  /** The themes it has. */
  readonly themes: readonly Theme[]
  readonly actions: Actions
}

const NO_WEIGHT = 'none'

/** What is done with a highlight more seldom. */
export function CardMenu({ highlight, themes, actions }: CardMenuProps) {
  const t = useMessages()
  const shortcuts = useShortcuts()
  const { linking } = useSession()
  const { id } = highlight
  const weigh = (key: string | number): void =>
    void actions.weigh(id, key === NO_WEIGHT ? null : (Number(key) as Weight))
  const acts: Record<string, () => void> = {
    split: () => void actions.splitAtCaret(id),
    join: () => void actions.joinTouching(id),
    link: () => void actions.linkHere(id),
  }
  const hint = (command: CommandId) => {
    const keys = shortcuts.get(command)
    return keys === undefined ? null : <KeyHint keys={keys} />
  }
  return (
    <MenuTrigger>
      <Button aria-label={t('coding.more')}>
        <Ellipsis size={14} aria-hidden="true" />
      </Button>
      <Popover placement="bottom end" className="menu-popover">
        <Menu className="menu card-menu" aria-label={t('coding.more')} onAction={(key) => acts[String(key)]?.()}>
          <SubmenuTrigger>
            <MenuItem id="weight">{t('coding.weight')}</MenuItem>
            <Popover className="menu-popover">
              <Menu
                className="menu"
                aria-label={t('coding.weight')}
                selectionMode="single"
                selectedKeys={[String(highlight.weight ?? NO_WEIGHT)]}
                onAction={weigh}
              >
                <MenuItem id={NO_WEIGHT}>{t('coding.noWeight')}</MenuItem>
                {WEIGHTS.map((weight) => (
                  <MenuItem key={weight} id={String(weight)} textValue={String(weight)}>
                    {weight}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </SubmenuTrigger>
          {themes.length > 0 && (
            <SubmenuTrigger>
              <MenuItem id="example">{t('coding.example')}</MenuItem>
              <Popover className="menu-popover">
                <Menu
                  className="menu"
                  aria-label={t('coding.example')}
                  selectionMode="multiple"
                  selectedKeys={themes.filter((theme) => theme.example === id).map((theme) => theme.id)}
                  onAction={(key) => {
                    const theme = themes.find((each) => each.id === key)
                    if (theme) void actions.setExample(theme.id, theme.example === id ? null : id)
                  }}
                >
                  {themes.map((theme) => (
                    <MenuItem key={theme.id} id={theme.id}>
                      {theme.name}
                    </MenuItem>
                  ))}
                </Menu>
              </Popover>
            </SubmenuTrigger>
          )}
          <Separator />
          <MenuItem id="split" textValue={t('commands.split')}>
            {t('commands.split')} {hint('passage.split')}
          </MenuItem>
          <MenuItem id="join" textValue={t('commands.join')}>
            {t('commands.join')} {hint('passage.join')}
          </MenuItem>
          <MenuItem id="link" textValue={t('coding.linkFrom')}>
            {t(linking !== null && linking !== id ? 'coding.linkTo' : 'coding.linkFrom')} {hint('passage.link')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
