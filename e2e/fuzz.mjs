// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/**
 * Feeds the importers mutated files, or (`--huge`) files of 200 MB, or (`--exchange`) the readers of other programs'
 * projects mutated ones; all print what came of it. A run is the same for
 * the same seed and the same fixtures: `--only N` reads one input of it again.
 */
const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    huge: { type: 'boolean', default: false },
    exchange: { type: 'boolean', default: false },
  },
})

/** An input that is read for longer than this hangs: seconds of the processor's time, where the system tells it. */
const LONGEST = values.huge ? 300 : 60
const ROOT = fileURLToPath(new URL('..', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'pingdian-fuzz-'))
const place = join(folder, 'input')
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const fed = values.exchange ? 'exchange/fuzz' : values.huge ? 'importers/huge' : 'importers/fuzz'
const test = `shared/${fed}.test.ts`
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

const TELLS = existsSync('/proc/self/stat')

/** Seconds that the child has worked (Linux counts in hundredths), or that have gone by, where that is not told. */
function worked() {
  if (!TELLS) return Date.now() / 1000
  try {
    const numbers = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(numbers[11]) + Number(numbers[12])) / 100
  } catch (error) {
    // It has just ended.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return 0
    throw error
  }
}

/** What waits for ever does no work: so much longer it may take on a busy machine. */
const PATIENCE = 30

let last = ''
let since = { worked: worked(), at: Date.now() }
const watch = setInterval(() => {
  const input = now()
  if (input !== last) [last, since] = [input, { worked: worked(), at: Date.now() }]
  const hangs = worked() - since.worked >= LONGEST || Date.now() - since.at >= LONGEST * PATIENCE * 1000
  if (input === '' || !hangs) return
  process.stderr.write(`Reading hangs for ${LONGEST} s of work: seed ${values.seed}, input ${input}\n`)
  process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL')
}, 1000)

child.on('exit', (code) => {
  clearInterval(watch)
  rmSync(folder, { recursive: true })
  process.exitCode = code ?? 1
})
