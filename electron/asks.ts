import { app, type BrowserWindow } from 'electron'
import type { ShellAsks } from '#shared/bridge'
import { type Language, type Translate, translator } from '#shared/messages/index'
import { failure, success } from '#shared/result'
import type { Closing } from './closing'
import { askWhichFiles, saveFiles } from './dialogs'
import { readFiles } from './files'
import { openOutside } from './guards'
import type { Inbox } from './inbox'
import { tell } from './ipc'
import type { AppMenu } from './menu'
import { printPage } from './print'
import { announceReady } from './ready'
import type { Recent } from './recent'

/** What the shell answers with. */
export interface Rooms {
  readonly window: BrowserWindow
  readonly language: Language
  readonly menu: AppMenu
  readonly inbox: Inbox
  readonly recent: Recent
  readonly closing: Closing
}

/** The shell's answers to everything that the window may ask. */
export function shellAsks({ window, language, menu, inbox, recent, closing }: Rooms): ShellAsks {
  let t: Translate = translator(language)
  return {
    chooseFiles: async () => {
      const paths = await askWhichFiles(window, t)
      const { files, problems } = await readFiles(paths)
      if (files.length > 0) await recent.add(paths)
      const [first, ...others] = problems
      if (files.length === 0 && first) {
        for (const problem of others) tell(window.webContents, 'onFiles', { ok: false, problem })
        return { ok: false, problem: first }
      }
      for (const problem of problems) tell(window.webContents, 'onFiles', { ok: false, problem })
      return success(files)
    },
    saveFiles: async ({ files }) => success(await saveFiles(window, t, files)),
    print: async (request) => success(await printPage(window, t, request)),
    openAddress: async (address) =>
      (await openOutside(address)) ? success(null) : failure('shell.addressRefused', { address }),
    facts: async () =>
      success({
        version: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        dataFolder: app.getPath('userData'),
      }),
    ready: async (spoken) => {
      t = translator(spoken)
      menu.speak(spoken)
      closing.nowListening()
      inbox.open(window.webContents)
      announceReady()
      return success(null)
    },
    setUsable: async (commands) => {
      menu.setUsable(commands)
      return success(null)
    },
    setShortcuts: async (shortcuts) => {
      menu.setShortcuts(new Map(shortcuts))
      return success(null)
    },
    closeNow: async () => {
      closing.closeNow()
      return success(null)
    },
  }
}
