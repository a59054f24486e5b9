import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** How long the app may take to be ready, in milliseconds; on a quiet machine it takes one second. */
const PATIENCE = 20_000

/** How the app is started. */
export interface LaunchOptions {
  /** The data folder; the same one again is the same library again. */
  readonly userData: string
  /** Files and folders on the command line. */
  readonly files?: readonly string[]
  /** More switches, such as `--lang=zh-CN`. */
  readonly args?: readonly string[]
}

/** The running app. */
export interface Started {
  readonly app: ElectronApplication
  readonly page: Page
  /** Quits as a reader would, and waits until the process is gone. */
  close(): Promise<void>
  /** Ends every process of the app with SIGKILL at once, as a crash would, and waits until they are gone. */
  kill(): Promise<void>
}

interface Runtime {
  readonly executable: string
}

/** Where the Electron runtime is that the set-up found. */
export const runtime = (): Runtime => JSON.parse(readFileSync(join(ROOT, 'dist', 'runtime.json'), 'utf8'))

/** The command line that starts the built app; Chromium's sandbox is off only for root, who cannot use it. */
export const commandLine = ({ userData, files = [], args = [] }: LaunchOptions): string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${userData}`,
  ...args,
  ROOT,
  ...files,
]

/** The process and all that it started, by what Linux tells; elsewhere the process alone. */
function family(pid: number): number[] {
  if (process.platform !== 'linux') return [pid]
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const afterName = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1) ?? ''
        return [{ pid: Number(name), parent: Number(afterName.split(' ')[1]) }]
      } catch {
        return [] // It ended in between.
      }
    })
  const found = [pid]
  for (const one of found) found.push(...parents.filter(({ parent }) => parent === one).map(({ pid }) => pid))
  return found
}

async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_done, failed) => {
    const say = () => failed(new Error(`${what} within ${PATIENCE / 1000} seconds.`))
    timer = setTimeout(say, PATIENCE)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The window, once it is ready. Throws a `NotReady` when the app crashes first, or it is not ready in time. */
async function beforeReady(app: ElectronApplication, gone: Promise<void>): Promise<Page> {
  const ready = async (): Promise<Page> => {
    const page = await app.firstWindow({ timeout: PATIENCE })
    const crashed = new Promise<never>((_done, failed) => {
      page.once('crash', () => failed(new Error('The process of the window crashed.')))
    })
    const called = app.evaluate(() => (globalThis as unknown as { windowReady: Promise<void> }).windowReady)
    await Promise.race([inTime(called, 'The window did not call ready'), crashed])
    return page
  }
  const ended = gone.then(() => {
    throw new Error('The app ended before its window was ready.')
  })
  try {
    return await Promise.race([ready(), ended])
  } catch (error) {
    throw new NotReady(error instanceof Error ? error.message : String(error))
  }
}

/** Each of Playwright's workers has a display of its own where there are several. */
function environment(): Record<string, string> {
  const { NODE_OPTIONS: _options, ELECTRON_RUN_AS_NODE: _asNode, PINGDIAN_DISPLAYS: displays, ...env } = process.env
  const display = displays?.split(',')[Number(env.TEST_PARALLEL_INDEX)]
  return { ...(env as Record<string, string>), ...(display && { DISPLAY: display }) }
}

/**
 * Starts the built app and waits until its window says that it is ready. The runtime that is fetched where Electron's own
 * cannot be had crashes now and then while it starts, in one of its processes, before a line of the app has run in the
 * window; then it is started once more, and that is said.
 */
export async function launchApp(options: LaunchOptions): Promise<Started> {
  try {
    return await launchOnce(options)
  } catch (error) {
    if (!(error instanceof NotReady)) throw error
    process.stderr.write(`The app did not become ready, and is started once more: ${error.message}\n`)
    return launchOnce(options)
  }
}

/** The window was not ready in time, or the app ended before it was. */
class NotReady extends Error {}

/**
 * V8's inspector now and then collects the promise that Playwright waits for in the main process, and the answer is lost
 * ("Resulting promise was garbage collected"). Then the same is asked once more, and that is said.
 */
function askAgainWhenLost(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (...given: unknown[]) => Promise<unknown>
  const asking = async (...given: unknown[]): Promise<unknown> => {
    try {
      return await evaluate(...given)
    } catch (error) {
      if (!/promise was garbage collected/i.test(String(error))) throw error
      process.stderr.write('The answer of the main process was lost, and it is asked once more.\n')
      return evaluate(...given)
    }
  }
  Object.assign(app, { evaluate: asking })
}

async function launchOnce(options: LaunchOptions): Promise<Started> {
  const call = { executablePath: runtime().executable, args: commandLine(options), cwd: ROOT, env: environment() }
  const app = await _electron.launch(call).catch((error: unknown) => {
    throw new NotReady(error instanceof Error ? error.message : String(error))
  })
  askAgainWhenLost(app)
  const child = app.process()
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  const kill = async () => {
    for (const pid of family(child.pid ?? 0)) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended with its parent.
      }
    }
    await gone
  }
  try {
    const page = await beforeReady(app, gone)
    const close = async () => {
      await inTime(app.close(), 'The app did not end')
    }
    return { app, page, close, kill }
  } catch (error) {
    await kill()
    throw error
  }
}

/** What a journey is given. */
export interface Fixtures {
  /** An empty folder under the system's temporary one, removed at the end. */
  readonly folder: string
  /** Starts the app, on a data folder inside `folder` unless another is named; closed at the end if it still runs. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<Started>
}

/** Playwright's `test` with a folder of its own and the app at hand. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture depends on from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'pingdian-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  },
  launch: async ({ folder }, use) => {
    const running = new Set<Started>()
    await use(async (options = {}) => {
      const started = await launchApp({ userData: join(folder, 'data'), ...options })
      running.add(started)
      started.app.once('close', () => running.delete(started))
      return started
    })
    for (const started of running) await started.close()
  },
})
export { expect } from '@playwright/test'
