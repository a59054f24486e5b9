import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fixtures } from '../launch'
import { bundle, inject } from './bundle'
import { type Figure, median, speed } from './figures'
import { makeFiles } from './import-files'
import type {} from './page/importing'

/** How many times each file is read after the first, which loads what reads it. */
const TIMES = 5

const say = (what: string): void => void process.stderr.write(`bench: ${what}\n`)

/** Where the built app has its worker, by what the window's script starts. */
function workerAddress(): string {
  const assets = fileURLToPath(new URL('../../dist/renderer/assets/', import.meta.url))
  const scripts = readdirSync(assets).filter((name) => /^index-.*\.js$/.test(name))
  const named = scripts.flatMap((name) => readFileSync(assets + name, 'utf8').match(/worker-[\w-]+\.js/g) ?? [])
  const [found, ...others] = new Set(named)
  if (!found || others.length > 0) throw new Error(`The bench expected the window to start one worker: ${named}.`)
  return `/assets/${found}`
}

/** How fast files of each format are read, in characters of their text a second. */
export async function measureImporting(launch: Fixtures['launch'], folder: string): Promise<Figure[]> {
  const script = await bundle('page/importing.ts')
  const { app, page, close } = await launch({ userData: join(folder, 'importing') })
  await inject(page, script)
  say('making files to read')
  const files = await makeFiles(app)
  await page.evaluate((address) => window.benchImport.startReading(address), workerAddress())
  const figures: Figure[] = []
  for (const { format, name, bytes } of files) {
    say(`reading ${name}, ${(bytes.length / 1e6).toFixed(1)} MB`)
    const base64 = Buffer.from(bytes).toString('base64')
    await page.evaluate(([as, given]) => window.benchImport.giveFile(as, given), [name, base64] as const)
    const ours: number[] = []
    const peers: number[] = []
    let characters = 0
    for (let time = 0; time <= TIMES; time += 1) {
      const read = await page.evaluate((wanted) => window.benchImport.readOurs(wanted), name)
      const peer = await page.evaluate((wanted) => window.benchImport.readByPeer(wanted), name)
      characters = read.characters
      if (time === 0) continue
      ours.push(read.took)
      if (peer !== null) peers.push(peer)
    }
    const perSecond = (took: readonly number[]): number => characters / (median(took) / 1000)
    figures.push(speed(`import-${format}`, perSecond(ours), peers.length > 0 ? perSecond(peers) : null))
  }
  await close()
  return figures
}
