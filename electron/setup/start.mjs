// @ts-check
import { spawn } from 'node:child_process'
import { ensurePackages } from './packages.mjs'
import { ROOT } from './places.mjs'
import { ensureRuntime } from './runtime.mjs'
import { orExplain, say } from './say.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'
import { lacksDisplay, startVirtualDisplay } from './virtual-display.mjs'

/**
 * Starts the app and gives its exit code. A signal to this process goes on to the app.
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} more switches
 * @returns {Promise<number>}
 */
function startApp(executable, env, more) {
  // Chromium's sandbox cannot be used by root; for everyone else it stays on.
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // In a process group of its own, so that Ctrl+C reaches it once, from here: a second one would end it unsaved.
  const detached = process.platform !== 'win32'
  const args = [...switches, ...more, ROOT, ...process.argv.slice(2)]
  const app = spawn(executable, args, { env, stdio: 'inherit', detached })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => app.kill(signal))
  return new Promise((done, failed) => {
    app.once('error', failed)
    app.once('exit', (code) => done(code ?? 1))
  })
}

// Starts Pingdian from a checkout, with the files and folders that are named; brings what is missing first.
await orExplain(async () => {
  await ensurePackages()
  const runtime = await ensureRuntime()
  await ensureSystemLibraries()
  const { buildWhenChanged } = await import('./build.mjs')
  await buildWhenChanged()
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  if (!lacksDisplay()) {
    process.exitCode = await startApp(runtime.executable, env, [])
    return
  }
  const virtual = await startVirtualDisplay()
  say(`there is no display; starting on a virtual one, DISPLAY=${virtual.display}`)
  try {
    // A machine without a display has no message bus and no GPU either: only fatal messages are of use.
    process.exitCode = await startApp(runtime.executable, { ...env, DISPLAY: virtual.display }, ['--log-level=3'])
  } finally {
    await virtual.stop()
  }
})
