import type { BrowserWindow } from 'electron'
import { tell } from './ipc'

/** How long the window may take to store what is unsaved, in milliseconds. After that it is taken to hang. */
const PATIENCE = 5_000

/** Lets the window store what is unsaved before it goes. */
export interface Closing {
  /** The window listens from now on; before that a close needs no answer. */
  nowListening(): void
  /** Everything is stored: close. */
  closeNow(): void
  /** The reader wants to go on: do not close. */
  keepOpen(): void
}

/**
 * Holds back the closing of `window`, also when the whole program quits, until it has answered or was given `PATIENCE`.
 * `last` is done just before the window goes.
 */
export function handshakeOnClose(window: BrowserWindow, last: () => Promise<void>): Closing {
  let listening = false
  let asked = false
  let timer: NodeJS.Timeout | undefined
  const go = () => {
    // A window place that cannot be written must not keep the window open.
    void last()
      .catch((error) => process.stderr.write(`pingdian: ${error}\n`))
      .finally(() => {
        if (!window.isDestroyed()) window.destroy()
      })
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (asked) return
    asked = true
    if (!listening || window.webContents.isCrashed()) return go()
    tell(window.webContents, 'onClosing')
    timer = setTimeout(go, PATIENCE)
    window.once('closed', () => clearTimeout(timer))
  })
  return {
    nowListening: () => {
      listening = true
    },
    closeNow: () => {
      if (asked) go()
    },
    keepOpen: () => {
      clearTimeout(timer)
      asked = false
    },
  }
}
