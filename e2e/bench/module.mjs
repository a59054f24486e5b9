// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Makes one file of a module of the app and what it needs, as the app does, and takes it into plain Node. @param {string} entry */
export async function moduleOf(entry) {
  const outDir = mkdtempSync(join(tmpdir(), 'pingdian-bench-'))
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { '#shared': join(ROOT, 'shared') } },
    build: { outDir, minify: false, lib: { entry: join(ROOT, entry), formats: ['es'], fileName: 'measured' } },
  })
  try {
    return await import(pathToFileURL(join(outDir, 'measured.js')).href)
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}
