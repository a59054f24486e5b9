import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { writeAtomically } from './atomic-write'
import { ORIGIN } from './scheme-path'
import { placeFrom, SMALLEST, USUAL, type WindowPlace } from './window-place'

const placeFile = (dataFolder: string) => join(dataFolder, 'window.json')

/** The page's own colours behind the text, so that nothing flashes before it is drawn. */
const PAPER = { light: '#fbf9f4', dark: '#1d1c1a' } as const

/** Opens the one window, where it stood last time, and shows it when its page is drawn. */
export async function openWindow(dataFolder: string, preload: string): Promise<BrowserWindow> {
  const text = await readFile(placeFile(dataFolder), 'utf8').catch(() => '')
  const place = placeFrom(
    text,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow({
    ...(place.bounds ?? USUAL),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: app.getName(),
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => {
    if (place.maximised) window.maximize()
    window.show()
  })
  return window
}

/** Loads the page. */
export const loadPage = (window: BrowserWindow): Promise<void> => window.loadURL(`${ORIGIN}/`)

/** Remembers where the window stands for the next start. */
export function rememberPlace(window: BrowserWindow, dataFolder: string): Promise<void> {
  const place: WindowPlace = { bounds: window.getNormalBounds(), maximised: window.isMaximized() }
  return writeAtomically(placeFile(dataFolder), JSON.stringify(place))
}
