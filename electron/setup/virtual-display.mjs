// @ts-check
import { spawn } from 'node:child_process'
import { SetupError } from './say.mjs'

/** Whether this is a Linux without a display of its own. */
export const lacksDisplay = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

/**
 * Starts Xvfb on a display number that it chooses itself.
 * @returns {Promise<{ display: string, stop: () => Promise<void> }>} `display` as for `DISPLAY`, such as `:1`
 */
export function startVirtualDisplay() {
  return new Promise((started, failed) => {
    const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    })
    const ended = new Promise((done) => xvfb.once('exit', done))
    const stop = async () => {
      xvfb.kill('SIGTERM')
      await ended
    }
    xvfb.once('error', (error) => failed(new SetupError(`Xvfb could not be started: ${error.message}`)))
    xvfb.once('exit', (code) => failed(new SetupError(`Xvfb ended with ${code} before it had a display.`)))
    process.once('exit', () => xvfb.kill('SIGTERM'))
    xvfb.stdio[3]?.once('data', (number) => started({ display: `:${String(number).trim()}`, stop }))
  })
}
