// @ts-check
import { existsSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { lastChange } from './last-change.mjs'
import { COMMAND_LINE, ROOT } from './places.mjs'
import { SetupError, say } from './say.mjs'

const SOURCES = ['electron', 'shared', 'package-lock.json'].map((name) => join(ROOT, name))
const STAMP = 'built'

const isBuilt = () => {
  const stamp = join(COMMAND_LINE, STAMP)
  return existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(...SOURCES.map(lastChange))
}

/** Builds the command line into a folder of its own, in parts, so that a reader of PDF is loaded for a PDF only. */
async function build() {
  const started = Date.now()
  const { build: viteBuild } = await import('vite')
  const folder = `${COMMAND_LINE}-${process.pid}`
  try {
    await viteBuild({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: join(ROOT, 'electron', 'cli', 'main.ts'),
        outDir: folder,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          // The validator starts a worker from its own folder.
          external: ['xmllint-wasm', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
          output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
        },
      },
    })
  } catch (error) {
    throw new SetupError(`the command line could not be built. ${/** @type {Error} */ (error).message}`)
  }
  writeFileSync(join(folder, STAMP), '')
  // As of the start: what was changed during the build is built again next time.
  utimesSync(join(folder, STAMP), started / 1000, started / 1000)
  putInPlace(folder)
  say(`built the command line in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

/** Another call may have built the same at the same time; then its build stays. @param {string} folder */
function putInPlace(folder) {
  try {
    if (!isBuilt()) rmSync(COMMAND_LINE, { recursive: true, force: true })
    renameSync(folder, COMMAND_LINE)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if (!isBuilt()) throw error
  }
}

/** Builds the command line when a source has changed since it was built last. */
export async function buildCommandLineWhenChanged() {
  if (!isBuilt()) await build()
}
