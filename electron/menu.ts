import { app, Menu } from 'electron'
import type { CommandId } from '#shared/commands'
import { type Language, translator } from '#shared/messages/index'
import { type Shortcuts, shortcutsWith } from '#shared/shortcuts'
import { type MenuContent, menuTemplate } from './menu-template'

/** The application's native menu. */
export interface AppMenu {
  /** Builds it anew in `language`. */
  speak(language: Language): void
  /** Greys every command but these. */
  setUsable(commands: readonly CommandId[]): void
  /** Builds it anew with these keys. */
  setShortcuts(shortcuts: Shortcuts): void
  /** Builds it anew after the recent documents have changed. */
  refresh(): void
}

/** What the menu does, and where it finds the recent documents. */
export type MenuActions = Pick<MenuContent, 'choose' | 'open' | 'clearRecent'> & { recent(): readonly string[] }

/** Makes the native menu, with every command grey until the window says what can be used. */
export function createMenu(first: Language, actions: MenuActions): AppMenu {
  let language = first
  let usable: ReadonlySet<CommandId> = new Set()
  let shortcuts = shortcutsWith({})
  const refresh = () => {
    const { platform } = process
    const content = { ...actions, recent: actions.recent(), t: translator(language), usable, shortcuts, platform }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...content, unpackaged: !app.isPackaged })))
  }
  refresh()
  return {
    refresh,
    speak: (next) => {
      language = next
      refresh()
    },
    setShortcuts: (next) => {
      shortcuts = next
      refresh()
    },
    setUsable: (commands) => {
      const next = new Set(commands)
      const menu = Menu.getApplicationMenu()
      for (const id of [...usable, ...next]) {
        if (usable.has(id) && next.has(id)) continue
        const item = menu?.getMenuItemById(id)
        if (item) item.enabled = next.has(id)
      }
      usable = next
    },
  }
}
