import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { box, chooseInBox, step } from './desk'
import { expect, test } from './launch'
import { readLibrary } from './library'
import { settled } from './screen'
import { blocks, drag, still } from './text'

// Twelve highlights one inside the other on one line of the sample's speech, each with a theme of its own.

const PICTURES = process.env.PINGDIAN_PICTURES
const LAYERS = [...'ABCDEFGHIJKL'].map((letter) => `Layer ${letter}`)
/** How long the longest is, in UTF-16 units: less than a line has. */
const LONGEST = 30
const SCHEMES = ['light', 'sepia', 'dark'] as const

interface Rectangle {
  readonly what: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const rectangles = (page: Page, selector: string): Promise<Rectangle[]> =>
  page.locator(selector).evaluateAll((all) =>
    all.map((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect()
      return { what: (each as HTMLElement).title, left, right, top, bottom }
    }),
  )

/** The pairs that share pixels. */
const shared = (all: readonly Rectangle[]): string[] =>
  all.flatMap((a, at) =>
    all
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.what} and ${b.what}`),
  )

const chosen = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector<HTMLElement>('mark.chosen')?.dataset.highlight)

/** How the ink stands out from all that is painted under it, where the most marks lie on each other (WCAG 2.2, 1.4.3). */
const contrast = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const depth = (mark: Element | null | undefined): number =>
      mark ? 1 + depth(mark.parentElement?.closest('mark')) : 0
    const deepest = [...document.querySelectorAll('mark')].sort((a, b) => depth(b) - depth(a))[0]
    const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!deepest || !brush) throw new Error('Marks were expected in the text.')
    const papers: string[] = []
    for (let at: Element | null = deepest; at; at = at.parentElement)
      papers.unshift(getComputedStyle(at).backgroundColor)
    const paint = (colour: string): void => {
      brush.fillStyle = colour
      brush.fillRect(0, 0, 1, 1)
    }
    const luminance = (): number => {
      const part = (value = 0): number =>
        value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
      const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data
      return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    }
    for (const each of papers) paint(each)
    const paper = luminance()
    paint(getComputedStyle(deepest).color)
    const ink = luminance()
    return (Math.max(paper, ink) + 0.05) / (Math.min(paper, ink) + 0.05)
  })

async function resize(app: ElectronApplication, page: Page, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [x, y]) => BrowserWindow.getAllWindows()[0]?.setContentSize(x, y), [
    width,
    height,
  ] as const)
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
  await still(page)
}

test('twelve highlights on one line are read, and each is reached by its stripe and by a key', async ({ launch }) => {
  test.setTimeout(120_000)
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  await resize(app, page, 1440, 900)
  const earlier = new Set((await settled(page)).library.highlights.map(({ id }) => id))
  const free = await page
    .locator('.page-text .block')
    .evaluateAll((all) => all.findIndex((each) => (each.textContent?.length ?? 0) > 80 && !each.querySelector('mark')))
  const start = (await blocks(page)).slice(0, free).reduce((sum, block) => sum + block.length + 1, 0)

  for (const [at, name] of LAYERS.entries()) {
    await test.step(`${name} is drawn over the text`, async () => {
      await drag(page, { start: start + at, end: start + LONGEST - at })
      await step(page, () => chooseInBox(page, name))
      await expect(box(page)).toHaveCount(0)
    })
  }
  const { library } = await settled(page)
  const layers = library.highlights.filter(({ id }) => !earlier.has(id))
  expect(layers.map(({ passage }) => [passage.start, passage.end])).toEqual(
    expect.arrayContaining(LAYERS.map((_, at) => [start + at, start + LONGEST - at])),
  )
  const nameOf = (highlight: string): string | undefined => {
    const tagging = library.taggings.find((each) => each.highlight === highlight)
    return library.themes.find(({ id }) => id === tagging?.theme)?.name
  }
  const mine = '.stripe[title^="Layer "]'
  await still(page)
  await expect(page.locator(mine)).toHaveCount(LAYERS.length)

  await test.step('all stand on one line, each stripe in a lane of its own, each name beside no other', async () => {
    const stripes = await rectangles(page, mine)
    expect(new Set(stripes.map(({ left }) => left)).size).toBe(LAYERS.length)
    for (const { bottom } of stripes) expect(Math.max(...stripes.map((each) => each.top))).toBeLessThan(bottom)
    expect(shared(await rectangles(page, '.stripe'))).toEqual([])
    const names = await rectangles(page, '.stripe-name')
    expect(names.map(({ what }) => what)).toEqual(expect.arrayContaining(LAYERS))
    expect(shared(names)).toEqual([])
    expect(shared([...names, ...stripes])).toEqual([])
    const text = await rectangles(page, '.page-text .section')
    const padding = await page
      .locator('.page-text .section')
      .first()
      .evaluate((section) => Number.parseFloat(getComputedStyle(section).paddingRight))
    const edge = Math.max(...text.map(({ right }) => right - padding))
    for (const { left } of [...stripes, ...names]) expect(left).toBeGreaterThan(edge)
    const frame = await page.locator('.reader-scroll').boundingBox()
    for (const { right, left } of names) {
      expect(right).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0))
      expect(right - left).toBeGreaterThan(20)
    }
  })

  await test.step('each is chosen by a click on its stripe', async () => {
    for (const { id } of layers) {
      await page.locator(`.stripe[data-highlight="${id}"]`).click()
      await expect.poll(() => chosen(page), nameOf(id)).toBe(id)
      await expect(page.locator('.highlights-pane [data-current]')).toContainText(nameOf(id) ?? '')
      await still(page)
    }
  })

  await test.step('in a small window each is in view, and is chosen by a click as well', async () => {
    await resize(app, page, 1024, 700)
    await page.locator(mine).first().scrollIntoViewIfNeeded()
    await still(page)
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'layers-small.png') })
    expect(shared(await rectangles(page, '.stripe'))).toEqual([])
    for (const { id } of layers) {
      await page.locator(`.stripe[data-highlight="${id}"]`).click()
      await expect.poll(() => chosen(page), nameOf(id)).toBe(id)
      await still(page)
    }
    await resize(app, page, 1440, 900)
  })

  await test.step('each is chosen by the key, one after the other, and then the first again', async () => {
    const reached: (string | undefined)[] = []
    for (let times = 0; times < LAYERS.length; times += 1) {
      const before = await chosen(page)
      await page.keyboard.press('u')
      await expect.poll(() => chosen(page)).not.toBe(before)
      reached.push(await chosen(page))
    }
    expect(reached.sort()).toEqual(layers.map(({ id }) => id).sort())
  })

  await test.step('the words stand out from twelve layers of colour in every scheme', async () => {
    await page.keyboard.press('Escape')
    for (const scheme of SCHEMES) {
      await page.evaluate((wanted) => {
        document.documentElement.dataset.scheme = wanted
      }, scheme)
      await expect.poll(() => contrast(page), scheme).toBeGreaterThanOrEqual(4.5)
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `layers-${scheme}.png`) })
    }
  })
  expect((await readLibrary(page)).highlights).toHaveLength(earlier.size + LAYERS.length)
})
