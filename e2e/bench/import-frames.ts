import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dropFiles, said } from '../desk'
import { expect, type Fixtures } from '../launch'
import { inject } from './bundle'
import { type Figure, rate, share, time } from './figures'
import { makeMixed } from './import-files'
import type {} from './page'
import type { Evenness } from './page/evenness'

/** How many documents come in, after how many it is stopped and taken up again, and how long the idle window is watched. */
const DOCUMENTS = 1_000
const STOPPED_AT = 400
const IDLE_SECONDS = 10

const say = (what: string): void => void process.stderr.write(`bench: ${what}\n`)

/** Of the frames while `what` went on, beside those of the same window while it was idle. */
const framesOf = (what: string, ours: Evenness, idle: Evenness): Figure[] => [
  rate(`${what}-frames`, ours.rate, idle.rate),
  time(`${what}-frame`, ours.median, idle.median),
  time(`${what}-frame-95`, ours.slow, idle.slow),
  time(`${what}-frame-worst`, ours.worst, idle.worst),
  share(`${what}-over-17`, ours.over17, idle.over17),
  share(`${what}-over-50`, ours.over50, idle.over50),
]

/** How even the window's frames are while many documents come in, are stopped in the middle and taken up again. */
export async function measureImportFrames(
  launch: Fixtures['launch'],
  folder: string,
  script: string,
): Promise<Figure[]> {
  const { app, page, close } = await launch({ userData: join(folder, 'frames'), args: ['--lang=en-US'] })
  say(`making ${DOCUMENTS} mixed files`)
  const files = join(folder, 'mixed')
  await mkdir(files)
  for (const { name, bytes } of await makeMixed(app, DOCUMENTS)) await writeFile(join(files, name), bytes)
  await inject(page, script)
  await page.evaluate(() => window.bench.idle())
  say('an idle window')
  await page.evaluate(() => window.bench.watchFrames())
  await page.waitForTimeout(IDLE_SECONDS * 1000)
  const idle = await page.evaluate(() => window.bench.framesWatched())
  say(`bringing in ${DOCUMENTS} files`)
  const patience = { timeout: 10 * 60_000 }
  await page.evaluate(() => window.bench.watchFrames())
  const began = Date.now()
  await dropFiles(page, [files])
  const there = page.locator('.library-pane .pane-head .count')
  await expect.poll(async () => Number(await there.textContent()), patience).toBeGreaterThan(STOPPED_AT)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('button', { name: /^Bring in the other/ }).click()
  await expect(said(page)).toContainText('Brought in', patience)
  const took = Date.now() - began
  await page.evaluate(() => window.bench.idle())
  const ours = await page.evaluate(() => window.bench.framesWatched())
  await close()
  return [time(`import-${DOCUMENTS}`, took), ...framesOf(`import-${DOCUMENTS}`, ours, idle)]
}
