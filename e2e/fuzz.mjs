// @ts-check
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/**
 * Feeds the importers mutated files, or (`--huge`) files of 200 MB; both print what came of it. A run is the same for
 * the same seed and the same fixtures: `--only N` reads one input of it again.
 */
const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    huge: { type: 'boolean', default: false },
  },
})

/** An input that is read for longer than this, in seconds, hangs. */
const LONGEST = values.huge ? 300 : 60
const ROOT = fileURLToPath(new URL('..', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'pingdian-fuzz-'))
const place = join(folder, 'input')
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const test = values.huge ? 'shared/importers/huge.test.ts' : 'shared/importers/fuzz.test.ts'
const child = spawn(process.execPath, [vitest, 'run', '-c', 'e2e/checks/vitest.config.ts', test], {
  cwd: ROOT,
  stdio: 'inherit',
  detached: true,
  env: {
    ...process.env,
    FUZZ_INPUTS: values.inputs,
    FUZZ_SEED: values.seed,
    FUZZ_PLACE: place,
    FUZZ_TIMEOUT: String(24 * 3600 * 1000),
    ...(values.only !== undefined && { FUZZ_ONLY: values.only }),
    ...(values.huge && { FUZZ_HUGE: '1' }),
  },
})

/** What the child reads now; empty while it has not begun. */
function now() {
  try {
    return readFileSync(place, 'utf8')
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return ''
    throw error
  }
}

let last = ''
let since = Date.now()
const watch = setInterval(() => {
  const input = now()
  if (input !== last) [last, since] = [input, Date.now()]
  if (input === '' || Date.now() - since < LONGEST * 1000) return
  process.stderr.write(`Reading hangs for ${LONGEST} s: seed ${values.seed}, input ${input}\n`)
  process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL')
}, 1000)

child.on('exit', (code) => {
  clearInterval(watch)
  rmSync(folder, { recursive: true })
  process.exitCode = code ?? 1
})
