// @ts-check
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Everything that is built goes here. */
export const DIST = join(ROOT, 'dist')

/** The command line, built for Node. */
export const COMMAND_LINE = join(DIST, 'command-line')

/** Tells the tests and the packager where the Electron runtime is: `{ executable, folder, version }`. */
export const RUNTIME_RECORD = join(DIST, 'runtime.json')

/** The per-user folder for what is fetched once and outlives the checkout. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pingdian')
