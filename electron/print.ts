import { join } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import type { PrintRequest, Saved } from '#shared/bridge'
import type { Translate } from '#shared/messages/index'
import { ProblemError } from '#shared/result'
import { writeAtomically } from './atomic-write'
import { fileName } from './file-name'
import { guardSession } from './guards'
import { SCHEME } from './scheme-path'

/** Where the page lies while it is laid out: another host than the program's own page, in a session of its own. */
const ADDRESS = `${SCHEME}://print/`
/** The page has its own style and nothing else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/** Page numbers at the foot of a PDF; a printer's own dialog has them. */
const FOOT =
  '<div style="width:100%;text-align:center;font:8px sans-serif;color:#6a625a"><span class="pageNumber"></span></div>'

const PDF: Electron.PrintToPDFOptions = {
  pageSize: 'A4',
  printBackground: true,
  preferCSSPageSize: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: FOOT,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** Gives up the page that is being printed; null while none is. */
let giveUp: (() => void) | null = null

/** Gives up the page that is being printed, if any: its page is closed, and nothing is written. */
export const stopPrinting = (): void => giveUp?.()

/** Lays out a page where nobody sees it, without scripts and without a network, and lets `work` have it, if not given up. */
async function withPage<T>(html: string, work: (page: BrowserWindow) => Promise<T>): Promise<T | null> {
  const own = session.fromPartition('print')
  guardSession(own)
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }
  own.protocol.handle(SCHEME, () => new Response(html, { headers }))
  const page = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
    },
  })
  const givenUp = new Promise<null>((done) => {
    giveUp = () => done(null)
  })
  try {
    return await Promise.race([page.loadURL(ADDRESS).then(() => work(page)), givenUp])
  } finally {
    giveUp = null
    page.destroy()
    own.protocol.unhandle(SCHEME)
  }
}

const print = (page: BrowserWindow): Promise<void> =>
  new Promise((done, failed) => {
    page.webContents.print({ printBackground: true }, (isDone, reason) => {
      // Chromium's word for a reader who changed their mind.
      if (isDone || /cancel/i.test(reason)) done()
      else failed(new ProblemError({ key: 'shell.unprintable', params: { detail: reason } }))
    })
  })

/**
 * Prints a page by the system's own dialog, or asks where to save it as a PDF and writes that atomically: then it
 * answers with the place, and with null when the reader changed their mind.
 */
export async function printPage(
  window: BrowserWindow,
  t: Translate,
  { html, title, to }: PrintRequest,
): Promise<Saved | null> {
  if (to === 'printer') {
    await withPage(html, print)
    return null
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t('shell.saveTitle'),
    defaultPath: join(app.getPath('documents'), fileName(`${title}.pdf`)),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || !filePath) return null
  const bytes = await withPage(html, (page) => page.webContents.printToPDF(PDF))
  if (bytes === null) return null
  try {
    await writeAtomically(filePath, bytes)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new ProblemError({ key: 'shell.unwritable', params: { path: filePath, detail: code ?? message } })
  }
  return { path: filePath, count: 1 }
}
