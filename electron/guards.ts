import { app, type Session, shell, type WebContents } from 'electron'
import { outsideAddress } from './outside-address'
import { isOurs } from './scheme-path'

/**
 * The one permission that is given, and to our own page alone: `navigator.storage.persist()` asks for it, first by a
 * check and then by a request, and answers false when either is denied (seen in Electron 33). With it the library is
 * never evicted to make room on the disk. Electron's types do not list it.
 */
const PERSISTENT_STORAGE = 'persistent-storage'

const allowed = (permission: string, origin: string | undefined): boolean =>
  permission === PERSISTENT_STORAGE && origin !== undefined && isOurs(origin)

const REACHABLE = new Set(['app:', 'devtools:', 'data:', 'blob:'])

/** Denies permissions, and cancels every request that would leave the program. */
export function guardSession(session: Session): void {
  // Chromium fetches the dictionaries of its spelling check by itself, past the session's requests, as soon as it has
  // languages to check; the page's own `spellcheck: false` does not hold it back.
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.setPermissionRequestHandler((_page, permission, decide, details) =>
    decide(allowed(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_page, permission, origin) => allowed(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((request, decide) =>
    decide({ cancel: !URL.canParse(request.url) || !REACHABLE.has(new URL(request.url).protocol) }),
  )
}

/** Opens an http, https or mailto address in the system's own program; false, and nothing done, for any other. */
export async function openOutside(address: string): Promise<boolean> {
  const safe = outsideAddress(address)
  if (safe === null) return false
  await shell.openExternal(safe)
  return true
}

function guardPage(page: WebContents): void {
  page.on('will-frame-navigate', (event) => {
    // A reload goes where the page is already.
    if (event.isMainFrame && event.url === page.getURL() && isOurs(event.url)) return
    event.preventDefault()
    if (event.isMainFrame) void openOutside(event.url)
  })
  page.on('will-redirect', (event) => event.preventDefault())
  page.on('will-attach-webview', (event) => event.preventDefault())
  page.setWindowOpenHandler(({ url }) => {
    void openOutside(url)
    return { action: 'deny' }
  })
}

/** Guards every page that the program will ever make: it stays where it is and opens no window. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, page) => guardPage(page))
}
