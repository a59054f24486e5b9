// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Runs every check and test, or the parts that are named (lint, types, unit, e2e), and ends with their true sums.
// After a part's name, `npm test -- unit passage` and `npm test -- e2e shell` take a filter.

/** @typedef {{ passed: number, failed: number, skipped: number }} Sums */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const UNIT_REPORT = 'dist/reports/unit.json'
const E2E_REPORT = 'dist/reports/e2e.json'

/**
 * Runs a Node script of the checkout and gives its exit code; 1 when a signal ended it.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
function node(args, env = {}) {
  return new Promise((done) => {
    const stdio = /** @type {const} */ (['ignore', 'inherit', 'inherit'])
    const child = spawn(process.execPath, [...args], { cwd: ROOT, env: { ...process.env, ...env }, stdio: [...stdio] })
    child.once('error', () => done(1))
    child.once('exit', (code) => done(code ?? 1))
  })
}

/** One check that passes or fails as a whole. @param {number} code @returns {Sums} */
const one = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 })

/**
 * The sums of a suite by its report. A suite that failed without a failed test, or left no report, has failed once.
 * @param {number} code
 * @param {string} report
 * @param {(report: any) => Sums} read
 * @returns {Sums}
 */
function sumsOf(code, report, read) {
  if (!existsSync(`${ROOT}/${report}`)) return one(1)
  const sums = read(JSON.parse(readFileSync(`${ROOT}/${report}`, 'utf8')))
  return code !== 0 && sums.failed === 0 ? { ...sums, failed: 1 } : sums
}

/** @param {any} report vitest's; a file that cannot be loaded has no tests and counts as one failure @returns {Sums} */
const unitSums = (report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter(
      /** @param {any} file */ ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length,
  skipped: report.numPendingTests + report.numTodoTests,
})

/** @param {any} report Playwright's; its errors outside tests count too @returns {Sums} */
const e2eSums = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
})

/** @type {Record<string, (filter: readonly string[]) => Promise<Sums>>} */
const PARTS = {
  lint: async () =>
    one(
      await node([
        'node_modules/@biomejs/biome/bin/biome',
        'ci',
        ...(process.stdout.isTTY ? [] : ['--colors=off']),
        '--config-path',
        'e2e/checks/lint-and-format.json',
      ]),
    ),
  types: async () => one(await node(['node_modules/typescript/bin/tsc', '-b'])),
  unit: async (filter) => {
    rmSync(`${ROOT}/${UNIT_REPORT}`, { force: true })
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`]
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'e2e/checks/vitest.config.ts']
    return sumsOf(await node([...vitest, ...reporters, ...filter]), UNIT_REPORT, unitSums)
  },
  e2e: async (filter) => {
    if ((await node(['electron/setup/build.mjs'])) !== 0) return one(1)
    rmSync(`${ROOT}/${E2E_REPORT}`, { force: true })
    const playwright = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts']
    const args = ['--displays=2', ...playwright, '--project=journeys', ...filter]
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: `${ROOT}/${E2E_REPORT}` }
    return sumsOf(await node(['electron/setup/with-display.mjs', ...args], env), E2E_REPORT, e2eSums)
  },
}

const named = process.argv.slice(2).filter((arg) => arg in PARTS)
const filter = process.argv.slice(2).filter((arg) => !(arg in PARTS))
const sums = { passed: 0, failed: 0, skipped: 0 }
mkdirSync(`${ROOT}/dist/reports`, { recursive: true })
if ((await node(['electron/setup/ensure.mjs'])) !== 0) sums.failed++
else
  for (const part of named.length > 0 ? named : Object.keys(PARTS)) {
    process.stdout.write(`\n— ${part}\n`)
    const { passed, failed, skipped } = (await PARTS[part]?.(filter)) ?? one(1)
    sums.passed += passed
    sums.failed += failed
    sums.skipped += skipped
  }
const tail = sums.skipped > 0 ? `, ${sums.skipped} skipped` : ''
process.exitCode = sums.failed > 0 || sums.passed === 0 ? 1 : 0
process.stdout.write(`\n${sums.passed} passed, ${sums.failed} failed${tail}\n`)
