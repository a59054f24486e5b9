import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { chooseLanguage, translator } from '#shared/messages/index'
import { declareScheme, serveFolder } from './app-scheme'
import { shellAsks } from './asks'
import { handshakeOnClose } from './closing'
import { filesOf } from './command-line'
import { recoverFromCrash } from './crash'
import { createFoundFiles } from './found-files'
import { guardPages, guardSession } from './guards'
import { createInbox } from './inbox'
import { answerRequests, listenForDroppedFiles, tell } from './ipc'
import { mendLibrary } from './mend-library'
import { createMenu } from './menu'
import { openRecent, type Recent } from './recent'
import { becomeOnlyInstance } from './single-instance'
import { loadPage, openWindow, rememberPlace } from './window'

const dataFolder = app.commandLine.getSwitchValue('user-data-dir')
if (dataFolder) app.setPath('userData', resolve(dataFolder))

let window: BrowserWindow | null = null
let recent: Recent | null = null

const complain = (error: unknown) => process.stderr.write(`pingdian: ${error}\n`)
const noteRecent = (paths: readonly string[]) => void recent?.add(paths).catch(complain)
const found = createFoundFiles()
const inbox = createInbox(found.find, noteRecent)

function takeOver(files: readonly string[]): void {
  inbox.put(files)
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

async function start(): Promise<void> {
  const userData = app.getPath('userData')
  await mkdir(userData, { recursive: true })
  for (const path of await mendLibrary(userData)) complain(`an unfinished record was taken off the end of ${path}`)
  guardSession(session.defaultSession)
  serveFolder(session.defaultSession, join(__dirname, '..', 'renderer'))

  const language = chooseLanguage([...app.getPreferredSystemLanguages(), app.getLocale()])
  const opened = await openWindow(userData, join(__dirname, 'preload.cjs'))
  window = opened
  const documents = await openRecent(userData, () => menu.refresh())
  recent = documents
  const menu = createMenu(language, {
    recent: documents.list,
    choose: (command) => tell(opened.webContents, 'onCommand', command),
    open: (path) => inbox.put([path]),
    clearRecent: () => void documents.clear().catch(complain),
  })
  const closing = handshakeOnClose(opened, () => rememberPlace(opened, userData))
  answerRequests(shellAsks({ window: opened, language, menu, inbox, found, recent: documents, closing }))
  listenForDroppedFiles(noteRecent)
  recoverFromCrash(opened, translator(language))
  await loadPage(opened)
}

declareScheme()
const named = filesOf(process.argv, process.defaultApp === true, process.cwd())
if (becomeOnlyInstance(named, takeOver)) {
  inbox.put(named)
  guardPages()
  app.on('open-file', (event, path) => {
    event.preventDefault()
    inbox.put([path])
  })
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(start)
    .catch((error) => {
      complain(error instanceof Error ? error.stack : error)
      app.exit(1)
    })
} else app.quit()
