import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy, NONCE_PLACEHOLDER } from './content-security-policy'
import { mimeType } from './mime-type'
import { SCHEME, servedPath } from './scheme-path'

/** Makes the scheme a standard, secure one. Must be called before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const notFound = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })

async function answer(folder: string, request: Request): Promise<Response> {
  const path = servedPath(request.url)
  if (path === null || request.method !== 'GET') return notFound()
  let bytes: Buffer
  try {
    bytes = await readFile(join(folder, path))
  } catch {
    return notFound()
  }
  const nonce = randomBytes(16).toString('base64')
  const body =
    path === 'index.html' ? bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce) : new Uint8Array(bytes)
  const headers = {
    'content-type': mimeType(path),
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  }
  return new Response(body, { headers })
}

/** Serves the files of `folder`, and nothing else, under the app scheme in `session`. */
export function serveFolder(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, (request) => answer(folder, request))
}
