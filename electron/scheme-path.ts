import { posix } from 'node:path'

/** The scheme that the page is served from; standard and secure, so that IndexedDB has a stable origin. */
export const SCHEME = 'app'
/** The one host of the scheme. */
export const HOST = 'pingdian'
/** The origin of the page. */
export const ORIGIN = `${SCHEME}://${HOST}`

/** Whether `address` is a page of ours: our scheme and our host, nothing that only begins like them. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === `${SCHEME}:` && url.host === HOST
}

/**
 * The file that an address of our scheme names, relative to the served folder and with `/` between its parts; the root
 * is `index.html`. Null when the address is another host's, or when it would lead out of the folder (`..`, a
 * backslash, a NUL, also in percent-encoding).
 */
export function servedPath(address: string): string | null {
  if (!isOurs(address)) return null
  const raw = new URL(address).pathname
  let path: string
  try {
    path = decodeURIComponent(raw)
  } catch {
    return null
  }
  if (path.includes('\\') || path.includes('\0') || path.split('/').includes('..')) return null
  const relative = posix.normalize(path).replace(/^\/+/, '')
  return relative === '' || relative === '.' ? 'index.html' : relative
}
