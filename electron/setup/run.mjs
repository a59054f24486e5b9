// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { ROOT } from './places.mjs'
import { speakingOn } from './say.mjs'

/**
 * Runs a command in the checkout and gives its exit code; 1 when a signal ended it or it could not be started. What it
 * prints is shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeout?: number, quiet?: boolean }} [options] `timeout` in milliseconds
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, [...args], {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? 'ignore' : ['ignore', speakingOn(), 2],
      timeout: options.timeout,
      shell: process.platform === 'win32' && command === 'npm',
    })
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}

/**
 * What a command prints, or null when it cannot be run or fails.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function outputOf(command, args) {
  const { status, stdout } = spawnSync(command, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return status === 0 ? stdout : null
}
