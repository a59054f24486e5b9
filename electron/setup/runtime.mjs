// @ts-check
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FALLBACK_FOLDER, FALLBACK_VERSION, fetchFallbackRuntime } from './fallback-runtime.mjs'
import { CACHE, DIST, ROOT, RUNTIME_RECORD } from './places.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'

/** @typedef {{ executable: string, folder: string, version: string }} Runtime */

const DAY = 24 * 60 * 60 * 1000
/** After a failed download the next starts go straight to the fallback; after this long it is tried again, in ms. */
const TRY_AGAIN_AFTER = 7 * DAY
/** How long the release host may take to answer at all, in milliseconds. */
const PROBE_TIMEOUT = 8_000
/** How long the download itself may take, in milliseconds. */
const DOWNLOAD_TIMEOUT = 10 * 60_000

const electronFolder = () => dirname(createRequire(join(ROOT, 'package.json')).resolve('electron/package.json'))

/** @param {string} folder @returns {string} */
const versionOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

/** @returns {Runtime | null} */
function downloaded() {
  const folder = electronFolder()
  const version = versionOf(folder)
  const dist = join(folder, 'dist')
  if (!existsSync(join(folder, 'path.txt')) || !existsSync(join(dist, 'version'))) return null
  if (readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '') !== version) return null
  const executable = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'))
  return existsSync(executable) ? { executable, folder: dist, version } : null
}

/** @returns {Runtime | null} */
const fallback = () =>
  existsSync(FALLBACK_FOLDER)
    ? { executable: join(FALLBACK_FOLDER, 'electron'), folder: FALLBACK_FOLDER, version: FALLBACK_VERSION }
    : null

/** @returns {Runtime | null} */
function given() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return null
  const version = readFileSync(join(folder, 'version'), 'utf8').trim()
  return { executable: join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron'), folder, version }
}

/**
 * Whether the host of Electron's releases answers. With a mirror or a proxy set, only the download itself can tell.
 * @param {string} version
 */
async function canBeReached(version) {
  const { ELECTRON_MIRROR, npm_config_electron_mirror, ELECTRON_GET_USE_PROXY } = process.env
  if (ELECTRON_MIRROR || npm_config_electron_mirror || ELECTRON_GET_USE_PROXY) return true
  const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`
  return fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT) }).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** Tries the `electron` package's own download, unless it failed on this machine within the last week. */
async function download() {
  const folder = electronFolder()
  const version = versionOf(folder)
  const failed = join(CACHE, `electron-${version}.unavailable`)
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < TRY_AGAIN_AFTER) return
  say(`downloading Electron ${version}`)
  const reached = await canBeReached(version)
  if (reached && (await run(process.execPath, [join(folder, 'install.js')], { timeout: DOWNLOAD_TIMEOUT })) === 0)
    return
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(failed, 'The download failed; it is tried again after a week, or when this file is removed.\n')
  say(`Electron ${version} cannot be downloaded here`)
}

/**
 * Sees to an Electron runtime and notes it in `dist/runtime.json`: the one that is set by the environment, else the
 * `electron` package's own, else the fallback.
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime() {
  let runtime = given() ?? downloaded()
  if (!runtime) {
    await download()
    if (!downloaded() && !fallback()) await fetchFallbackRuntime()
    runtime = /** @type {Runtime} */ (downloaded() ?? fallback())
  }
  mkdirSync(DIST, { recursive: true })
  writeFileSync(RUNTIME_RECORD, JSON.stringify(runtime, null, 2))
  return runtime
}
