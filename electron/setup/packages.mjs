// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './places.mjs'
import { run } from './run.mjs'
import { SetupError, say } from './say.mjs'

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/**
 * Why the installed packages do not fit the lock file, or null when they do. `installed` is what npm notes in
 * `node_modules/.package-lock.json`; optional packages of other systems are not in it.
 * @param {Packages} locked
 * @param {Packages} installed
 */
export function whatDiffers(locked, installed) {
  for (const [path, entry] of Object.entries(locked)) {
    if (path === '') continue
    const found = installed[path]
    if (!found && (entry.optional || entry.devOptional)) continue
    if (!found) return `${path} is not installed`
    if (found.version !== entry.version || found.integrity !== entry.integrity) return `${path} is another version`
  }
  return null
}

/** @param {string} path @returns {Packages} */
const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/** Installs the npm packages of the lock file when they are missing or differ from it. */
export async function ensurePackages() {
  const record = join(ROOT, 'node_modules', '.package-lock.json')
  const reason = existsSync(record)
    ? whatDiffers(packagesIn(join(ROOT, 'package-lock.json')), packagesIn(record))
    : 'none is installed'
  if (!reason) return
  say(`installing the npm packages of package-lock.json (${reason})`)
  const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) throw new SetupError(`npm ci failed with ${code}; its own message stands above.`)
}
