// @ts-check
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Drives the built app through one of Playwright's projects that are no tests: `tour` or `bench`. With `--json` only
// what the bench left in `out/bench.json` goes to standard output, everything else to standard error. Names of parts of
// the bench (`npm run bench -- codebook documents`) run these only.

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const [project = 'tour', ...rest] = process.argv.slice(2)
const asJson = rest.includes('--json')
const parts = project === 'bench' ? rest.filter((arg) => !arg.startsWith('-')) : []

/** @param {readonly string[]} args @returns {Promise<number>} */
function node(args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...args], {
      cwd: ROOT,
      stdio: ['ignore', asJson ? 2 : 'inherit', 'inherit'],
      env: { ...process.env, BENCH_PARTS: parts.join() },
    })
    child.once('error', () => done(1))
    child.once('exit', (code) => done(code ?? 1))
  })
}

const playwright = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts']
const filter = rest.filter((arg) => arg !== '--json' && !parts.includes(arg))
const steps = [
  ['electron/setup/ensure.mjs'],
  ['electron/setup/build.mjs', '--when-changed'],
  ['electron/setup/with-display.mjs', ...playwright, `--project=${project}`, ...filter],
]
for (const step of steps) {
  if (process.exitCode) break
  process.exitCode = await node(step)
}
if (asJson && process.exitCode === 0) process.stdout.write(readFileSync(`${ROOT}/out/bench.json`, 'utf8'))
