import { type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/messages/index'
import { loadPage } from './window'

/** When the page's process is gone, says so and offers to open it again; what was shown as saved is in the database. */
export function recoverFromCrash(window: BrowserWindow, t: Translate): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const buttons = [t('shell.openAgain'), t('shell.quit')]
    const message = t('shell.windowGone', { reason })
    void dialog.showMessageBox(window, { type: 'error', message, buttons, cancelId: 1 }).then(({ response }) => {
      if (response === 0) void loadPage(window)
      else window.destroy()
    })
  })
}
