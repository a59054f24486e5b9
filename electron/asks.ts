import { app, type BrowserWindow } from 'electron'
import type { Found, ShellAsks } from '#shared/bridge'
import { type Language, type Translate, translator } from '#shared/messages/index'
import { failure, type Result, success } from '#shared/result'
import type { Closing } from './closing'
import { askWhichFiles, askWhichFolders, saveFiles } from './dialogs'
import type { FoundFiles } from './found-files'
import { openOutside } from './guards'
import type { Inbox } from './inbox'
import type { AppMenu } from './menu'
import { printPage, stopPrinting } from './print'
import { announceReady } from './ready'
import type { Recent } from './recent'

/** What the shell answers with. */
export interface Rooms {
  readonly window: BrowserWindow
  readonly language: Language
  readonly menu: AppMenu
  readonly inbox: Inbox
  readonly found: FoundFiles
  readonly recent: Recent
  readonly closing: Closing
}

/** The shell's answers to everything that the window may ask. */
export function shellAsks({ window, language, menu, inbox, found, recent, closing }: Rooms): ShellAsks {
  let t: Translate = translator(language)

  async function chosen(paths: readonly string[]): Promise<Result<Found>> {
    const { files, problems } = await found.find(paths)
    if (files.length > 0) await recent.add(paths)
    return success({ files, problems })
  }

  return {
    chooseFiles: async () => chosen(await askWhichFiles(window, t)),
    chooseFolders: async () => chosen(await askWhichFolders(window, t)),
    readFound: async (id) => success(await found.read(id)),
    saveFiles: async ({ files }) => success(await saveFiles(window, t, files)),
    print: async (request) => success(await printPage(window, t, request)),
    stopPrinting: async () => {
      stopPrinting()
      return success(null)
    },
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
    keepOpen: async () => {
      closing.keepOpen()
      return success(null)
    },
  }
}
