// @ts-check
import { existsSync, mkdirSync, realpathSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lastChange } from './last-change.mjs'
import { DIST, ROOT } from './places.mjs'
import { orExplain, SetupError, say } from './say.mjs'

const STAMP = join(DIST, 'built')
const SOURCES = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json'].map((name) => join(ROOT, name))

const isBuilt = () => existsSync(STAMP) && statSync(STAMP).mtimeMs >= Math.max(...SOURCES.map(lastChange))

const EXTERNAL = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/**
 * The build of one CommonJS file of the shell: everything but Electron and Node's own modules is bundled.
 * @param {'main' | 'preload'} name
 * @returns {import('vite').InlineConfig}
 */
const shellBuild = (name) => ({
  configFile: false,
  root: ROOT,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: join(ROOT, 'electron', `${name}.ts`),
    outDir: join(DIST, 'electron'),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: EXTERNAL,
      output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
    },
  },
})

/** Builds the window, the shell and its preload into `dist/`. */
export async function build() {
  const started = Date.now()
  const { build: viteBuild } = await import('vite')
  const window = { configFile: join(ROOT, 'renderer', 'vite.config.ts'), logLevel: /** @type {const} */ ('warn') }
  try {
    await Promise.all([window, shellBuild('main'), shellBuild('preload')].map((config) => viteBuild(config)))
  } catch (error) {
    throw new SetupError(`the build failed. ${/** @type {Error} */ (error).message}`)
  }
  mkdirSync(DIST, { recursive: true })
  writeFileSync(STAMP, '')
  // As of the start: what was changed during the build is built again next time.
  utimesSync(STAMP, started / 1000, started / 1000)
  say(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

/** Builds when a source has changed since the last build. */
export async function buildWhenChanged() {
  if (!isBuilt()) await build()
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url))
  await orExplain(process.argv.includes('--when-changed') ? buildWhenChanged : build)
