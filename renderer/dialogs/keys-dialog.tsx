import { useState } from 'react'
import { Button } from 'react-aria-components'
import { COMMANDS, type Command, type CommandId, type MenuId } from '#shared/commands'
import { changed, refusalOf, type ShortcutChanges, shortcutsWith, usualShortcut } from '#shared/shortcuts'
import { useActions } from '../actions/context'
import { KeyHint, shortcutText } from '../app/key-hint'
import { useShortcuts } from '../app/keys'
import { useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import { KeyButton } from './key-button'
import { Sheet } from './sheet'
import { useKeyPress } from './use-key-press'

const all: readonly (Command & { readonly id: CommandId })[] = COMMANDS
const GROUPS: readonly MenuId[] = [...new Set(['passage' as const, ...all.map(({ menu }) => menu)])]
const MOVES = [
  { keys: 'Shift+→', label: 'keys.extend' },
  { keys: 'Mod+Shift+→', label: 'keys.extendWord' },
  { keys: 'Mod+Enter', label: 'keys.stay' },
  { keys: '1 – 9', label: 'keys.last' },
] as const

/** Every command with its key. A click on a key and a press of another change it. */
export function KeysDialog() {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const open = useProject()
  const shortcuts = useShortcuts()
  const [asked, setAsked] = useState<CommandId | null>(null)
  const [said, setSaid] = useState<{ readonly words: string; readonly refused: boolean } | null>(null)
  const nameOf = (id: CommandId): string => t(all.find((command) => command.id === id)?.label ?? 'keys.none')
  const themeWith = (shortcut: string) =>
    open?.themes.find((theme) => theme.archived === undefined && theme.shortcut?.toUpperCase() === shortcut)
  const change = async (id: CommandId, shortcut: string | null): Promise<void> => {
    setAsked(null)
    const [command, keys] = [nameOf(id), shortcutText(shortcut ?? '')]
    const refusal = shortcut === null ? null : refusalOf(shortcuts, id, shortcut)
    if (refusal) {
      const other = nameOf(refusal.command ?? id)
      return setSaid({ words: t(refusal.key, { keys, command: other, mod: shortcutText('Mod') }), refused: true })
    }
    const theme = shortcut === null ? undefined : themeWith(shortcut)
    if (theme) return setSaid({ words: t('keys.ofTheme', { keys, theme: theme.name }), refused: true })
    await store.places.setShortcutChanges(changed(await store.places.shortcutChanges(), id, shortcut))
    setSaid({ words: t(shortcut === null ? 'keys.takenAway' : 'keys.set', { keys, command }), refused: false })
  }
  useKeyPress(asked !== null, (pressed) => {
    if (asked === null || pressed === 'leave') {
      setAsked(null)
      return setSaid(null)
    }
    void change(asked, pressed === 'none' ? null : pressed.shortcut).catch(actions.report)
  })
  const ask = (id: CommandId): void => {
    setAsked(id)
    setSaid({ words: t('keys.pressing', { command: nameOf(id) }), refused: false })
  }
  const allUsual = async (): Promise<void> => {
    const none: ShortcutChanges = {}
    const usual = [...shortcutsWith(none).values()]
    const theme = usual.map(themeWith).find((each) => each !== undefined)
    if (theme) {
      const keys = shortcutText(theme.shortcut?.toUpperCase() ?? '')
      return setSaid({ words: t('keys.ofTheme', { keys, theme: theme.name }), refused: true })
    }
    await store.places.setShortcutChanges(none)
    setSaid(null)
  }
  return (
    <Sheet title={t('commands.keys')}>
      <p className="keys-said" role="status" data-refused={said?.refused || undefined}>
        {said?.words ?? t('keys.about')}
      </p>
      <div className="keys-groups">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`menus.${group}`)}</h3>
            <dl>
              {all
                .filter((command) => command.menu === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{t(command.label)}</dt>
                    <dd>
                      <KeyButton
                        command={t(command.label)}
                        shortcut={shortcuts.get(command.id) ?? null}
                        isUsual={(shortcuts.get(command.id) ?? null) === usualShortcut(command.id)}
                        isAsked={asked === command.id}
                        onAsk={() => ask(command.id)}
                        onUsual={() => void change(command.id, usualShortcut(command.id)).catch(actions.report)}
                      />
                    </dd>
                  </div>
                ))}
              {group === 'passage' &&
                MOVES.map(({ keys, label }) => (
                  <div key={keys}>
                    <dt>{t(label)}</dt>
                    <dd>
                      <KeyHint keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <footer className="form-foot">
        <Button className="button" onPress={() => void allUsual().catch(actions.report)}>
          {t('keys.allUsual')}
        </Button>
      </footer>
    </Sheet>
  )
}
