import type { Page } from '@playwright/test'
import { chooseInBox } from './desk'
import { expect, type LaunchOptions, type Started, test } from './launch'
import { problemsOf, readLibrary } from './library'
import { openDocument } from './screen'
import { click, drag, plainText, rangeOf } from './text'

const ENGLISH = ['--lang=en-US']
const RUNS = 30
/** What is said of a highlight that has no theme. */
const WITHOUT = 'Highlight without a theme'
/** The only theme that is given. */
const KILL = '强杀 Kill'

test('a note that is being typed is there after the window was closed at once', async ({ launch }) => {
  const first = await launch({ args: ENGLISH })
  const words = '一任接着一任干，一张蓝图绘到底'
  await click(first.page, (await rangeOf(first.page, words)).start + 2)
  await expect(first.page.locator('mark.chosen')).not.toHaveCount(0)
  await first.page.keyboard.press('n')
  await expect(first.page.getByRole('textbox', { name: 'Note on this highlight' })).toBeFocused()
  const note = 'This phrase comes again and again, 一字不改。'
  await first.page.keyboard.type(note)
  const closed = first.app.waitForEvent('close')
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closed
  const { page } = await launch({ args: ENGLISH })
  expect((await readLibrary(page)).notes.map(({ text }) => text)).toContain(note)
})

/** Random numbers from 0 to 1 that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The highlights that are drawn, each with what the screen says of its themes. */
const confirmed = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('mark[data-highlight]')].map((mark) => [
        mark.dataset.highlight ?? '',
        mark.getAttribute('aria-description') ?? '',
      ]),
    ),
  )

/** Marks word after word by keyboard until the app is killed; gives what the screen had confirmed by then. */
async function markUntilKilled({ page, kill }: Started, random: () => number): Promise<Record<string, string>> {
  const whole = await plainText(page)
  const place = Math.floor(random() * (whole.length - 40))
  await click(page, whole[place] === '\n' ? place + 1 : place)
  let [seen, alive] = [await confirmed(page), true]
  const killed = new Promise<void>((done) => setTimeout(done, 100 + random() * 900)).then(() => {
    alive = false
    return kill()
  })
  const marking = async (): Promise<void> => {
    while (alive) {
      await page.keyboard.press('w')
      await page.keyboard.press(random() < 0.5 ? 'h' : 'r')
      const now = await confirmed(page)
      if (alive) seen = now
    }
  }
  // The page goes in the middle of a key: what it then throws is what the journey is about.
  await Promise.allSettled([marking(), killed])
  return seen
}

const start = (launch: (options: Partial<LaunchOptions>) => Promise<Started>) => launch({ args: ENGLISH })

test('what was drawn is there after thirty kills, and the library is whole', async ({ launch }) => {
  test.setTimeout(5 * 60_000)
  const seed = Number(process.env.PINGDIAN_SEED ?? Date.now() % 1_000_000)
  process.stdout.write(`closing: PINGDIAN_SEED=${seed}\n`)
  const random = randomFrom(seed)
  const first = await start(launch)
  await drag(first.page, await rangeOf(first.page, '这次会议的主要任务是'))
  await chooseInBox(first.page, KILL)
  await expect.poll(async () => Object.values(await confirmed(first.page))).toContain(KILL)
  let seen = await markUntilKilled(first, random)
  const before = Object.keys(seen).length
  for (let run = 1; run <= RUNS; run += 1) {
    const started = await start(launch)
    const library = await readLibrary(started.page)
    expect(problemsOf(library), `after kill ${run} of seed ${seed}`).toEqual([])
    const stored = new Set(library.highlights.map(({ id }) => id))
    const lost = Object.keys(seen).filter((id) => !stored.has(id))
    expect(lost, `drawn, but lost by kill ${run} of seed ${seed}`).toEqual([])
    const here = library.highlights.filter(({ document }) => document === openDocument(library))
    await expect.poll(async () => Object.keys(await confirmed(started.page)).length).toBe(here.length)
    const drawn = await confirmed(started.page)
    // The theme of a highlight without one may be stored and not drawn yet when the kill comes. All else is as it was drawn.
    for (const [id, themes] of Object.entries(seen))
      expect(themes === WITHOUT ? [WITHOUT, KILL] : [themes], `themes of ${id}, seed ${seed}`).toContain(drawn[id])
    seen = await markUntilKilled(started, random)
  }
  expect(Object.keys(seen).length).toBeGreaterThan(before + RUNS)
})
