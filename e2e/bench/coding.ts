import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { expect, type Fixtures, type Started } from '../launch'
import { inject } from './bundle'
import { type Figure, median, time } from './figures'
import type {} from './page'
import type { WantedCodebook } from './page/codebook'
import type { Wanted } from './page/library'

const CODEBOOK: WantedCodebook = {
  document: { title: 'Coded', length: 500_000, highlights: 10_000 },
  themes: 2000,
  branch: 200,
  taggings: 2,
}
const FIRST: Wanted = { title: 'First', length: 3000, highlights: 20 }

/** How long `scrollOurs` scrolls. */
const SECONDS = 3

const say = (what: string): void => void process.stderr.write(`bench: ${what}\n`)

/** Seconds that the main thread has worked so far. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}

/** Turns the stripes to their next place by the menu: right, left, hidden. */
const turnStripes = ({ app }: Started): Promise<void> =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('view.stripes')?.click())

async function stripesOn(started: Started, side: 'right' | 'hidden'): Promise<void> {
  const now = () => started.page.evaluate(() => document.documentElement.dataset.stripes)
  for (let turns = 0; turns < 3 && (await now()) !== side; turns += 1) {
    const before = await now()
    await turnStripes(started)
    await expect.poll(now).not.toBe(before)
  }
}

/** Milliseconds of the main thread that stripes add to a frame of scrolling. */
export async function stripesCost(started: Started, speed: number): Promise<number> {
  const { page } = started
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const took: Record<'right' | 'hidden', number[]> = { right: [], hidden: [] }
  for (let times = 0; times < 3; times += 1) {
    for (const side of ['right', 'hidden'] as const) {
      await stripesOn(started, side)
      await page.evaluate(() => window.bench.idle())
      const before = await worked(session)
      const { rate } = await page.evaluate((fling) => window.bench.scrollOurs(fling), speed)
      took[side].push((((await worked(session)) - before) * 1000) / (rate * SECONDS))
    }
  }
  await stripesOn(started, 'right')
  await session.detach()
  return median(took.right) - median(took.hidden)
}

async function typing(page: Page): Promise<number> {
  await page.evaluate(() => window.bench.focusText())
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await expect(page.locator('.theme-box input')).toBeFocused()
  const took: number[] = []
  for (const key of [
    'z',
    'h',
    'u',
    't',
    'i',
    'Backspace',
    'Backspace',
    'Backspace',
    'Backspace',
    'Backspace',
    'g',
    'z',
  ]) {
    await page.evaluate(() => window.bench.awaitAnswer('.theme-box [role="listbox"]'))
    await page.keyboard.press(key)
    took.push(await page.evaluate(() => window.bench.answered()))
    await page.evaluate(() => window.bench.idle())
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  return median(took)
}

async function moving(page: Page): Promise<number> {
  const branch = page.locator('.theme-row', { has: page.locator('.theme-name[title="Branch"]') })
  const took: number[] = []
  for (let times = 0; times < 6; times += 1) {
    await branch.focus()
    const [key, level] = times % 2 === 0 ? (['ArrowRight', 2] as const) : (['ArrowLeft', 1] as const)
    const moved = `.theme-row[aria-level="${level}"]:has(.theme-name[title="Branch"])`
    await page.evaluate((holds) => window.bench.awaitAnswer('.theme-pane', holds), moved)
    await page.keyboard.press(`Alt+${key}`)
    took.push(await page.evaluate(() => window.bench.answered()))
    await page.evaluate(() => window.bench.idle())
  }
  return median(took)
}

/** From the beginning of the page until its text with highlights is painted, in a project of so many documents. */
async function openings(launch: Fixtures['launch'], userData: string, script: string, documents: number) {
  const first = await launch({ userData })
  await inject(first.page, script)
  await first.page.evaluate(([open, count]) => window.bench.fillShelf(open, count), [FIRST, documents] as const)
  await first.close()
  const { page, close } = await launch({ userData })
  await page.addInitScript(script)
  const took: number[] = []
  for (let times = 0; times < 5; times += 1) {
    await page.reload()
    took.push(await page.evaluate(() => window.bench.textPainted()))
    await page.evaluate(() => window.bench.idle())
  }
  await expect(page.locator('.library-pane .pane-head .count')).toHaveText(String(documents))
  await close()
  return median(took)
}

/** How a large codebook answers. */
export async function measureCodebook(launch: Fixtures['launch'], folder: string, script: string): Promise<Figure[]> {
  const userData = join(folder, 'codebook')
  const first = await launch({ userData })
  await inject(first.page, script)
  say('a codebook of 2,000 themes')
  await first.page.evaluate((wanted) => window.bench.fillCodebook(wanted), CODEBOOK)
  await first.close()
  const { page, close } = await launch({ userData })
  await inject(page, script)
  await expect(page.locator('.page-text mark').first()).toBeVisible()
  await page.evaluate(() => window.bench.idle())
  const typed = await typing(page)
  const moved = await moving(page)
  await close()
  return [time('type-2000-themes', typed), time('move-200-themes', moved)]
}

/** How long projects of few and of many documents take to open. */
export async function measureDocuments(launch: Fixtures['launch'], folder: string, script: string): Promise<Figure[]> {
  say('projects of 10 and 10,000 documents')
  const few = await openings(launch, join(folder, 'few'), script, 10)
  const many = await openings(launch, join(folder, 'many'), script, 10_000)
  return [time('project-10-documents', few), time('project-10000-documents', many)]
}
