import { basename } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { COMMANDS, type Command, type CommandId, type MenuId, type Shortcut } from '#shared/commands'
import type { Translate } from '#shared/messages/index'
import type { Shortcuts } from '#shared/shortcuts'

/** What the menu shows and does. */
export interface MenuContent {
  readonly t: Translate
  readonly usable: ReadonlySet<CommandId>
  readonly shortcuts: Shortcuts
  readonly recent: readonly string[]
  readonly platform: NodeJS.Platform
  /** Whether the developer tools can be opened. */
  readonly unpackaged: boolean
  readonly choose: (command: CommandId) => void
  readonly open: (path: string) => void
  readonly clearRecent: () => void
}

const MENUS: readonly MenuId[] = ['file', 'edit', 'view', 'go', 'passage', 'help']

/** Keys that Electron calls otherwise than the browser does. */
const KEYS: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ' ': 'Space',
  '+': 'Plus',
}

/** A shortcut in Electron's form; null for a key that Electron's menus do not know. */
export function accelerator(shortcut: Shortcut): string | null {
  const parts = shortcut.replace(/^Mod\b/, 'CmdOrCtrl').split(/\+(?=.)/)
  const key = parts.pop() ?? ''
  const known = KEYS[key] ?? (/^[!-~]$|^F\d{1,2}$|^[A-Z][a-z]+$|^Page(Up|Down)$/.test(key) ? key : null)
  return known && [...parts, known].join('+')
}

function keyOf(command: Command & { id: CommandId }, content: MenuContent): MenuItemConstructorOptions {
  const shortcut = content.shortcuts.get(command.id)
  const shown = shortcut === undefined ? null : accelerator(shortcut)
  if (shown === null) return {}
  if (command.where === 'everywhere') return { accelerator: shown }
  // The window handles these keys itself, while the text has the focus. macOS would register whatever is shown.
  return content.platform === 'darwin' ? {} : { accelerator: shown, registerAccelerator: false }
}

function commandItems(menu: MenuId, content: MenuContent): MenuItemConstructorOptions[] {
  return COMMANDS.filter((command) => command.menu === menu).flatMap((command: Command & { id: CommandId }) => [
    ...(command.opensGroup ? [{ type: 'separator' } as const] : []),
    {
      id: command.id,
      label: content.t(command.label),
      enabled: content.usable.has(command.id),
      click: () => content.choose(command.id),
      ...keyOf(command, content),
    },
  ])
}

function recentItems({ t, recent, open, clearRecent }: MenuContent): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: t('shell.noRecent'), enabled: false }]
  const documents = recent.map((path) => ({
    // A single ampersand would mark the next letter as the item's key.
    label: basename(path).replaceAll('&', '&&'),
    toolTip: path,
    click: () => open(path),
  }))
  return [...documents, { type: 'separator' }, { label: t('shell.clearRecent'), click: clearRecent }]
}

function ownItems(menu: MenuId, content: MenuContent): MenuItemConstructorOptions[] {
  const { t } = content
  switch (menu) {
    case 'file':
      return [
        { type: 'separator' },
        { id: 'recent', label: t('menus.recent'), submenu: recentItems(content) },
        { type: 'separator' },
        { role: 'quit', label: t('shell.quit') },
      ]
    case 'edit':
      return [
        { type: 'separator' },
        { role: 'cut', label: t('shell.cut') },
        { role: 'copy', label: t('shell.copy') },
        { role: 'paste', label: t('shell.paste') },
        { role: 'selectAll', label: t('shell.selectAll') },
      ]
    case 'view':
      return [
        { type: 'separator' },
        { role: 'togglefullscreen', label: t('shell.fullScreen') },
        ...(content.unpackaged
          ? ([{ role: 'toggleDevTools', label: t('shell.developerTools') }] satisfies MenuItemConstructorOptions[])
          : []),
      ]
    default:
      return []
  }
}

/** The native menu: every command of `COMMANDS` in its place, and what only the shell can do. */
export function menuTemplate(content: MenuContent): MenuItemConstructorOptions[] {
  const menus = MENUS.map((menu) => ({
    label: content.t(`menus.${menu}`),
    submenu: [...commandItems(menu, content), ...ownItems(menu, content)],
  }))
  return content.platform === 'darwin' ? [{ role: 'appMenu', label: content.t('app.name') }, ...menus] : menus
}
