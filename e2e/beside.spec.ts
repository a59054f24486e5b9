import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { boxField, openTitle, step } from './desk'
import { expect, test } from './launch'
import { readLibrary, stepsDone } from './library'

// Two pages side by side: two documents of the sample project, or two places of one.

const PICTURES = process.env.PINGDIAN_PICTURES
const ENGLISH = 'a kind of reader'

const pages = (page: Page) => page.locator('.reader-page')
const textOn = (page: Page, side: 0 | 1) => pages(page).nth(side).locator('.page-text')
const scrollerOn = (page: Page, side: 0 | 1) => pages(page).nth(side).locator('.reader-scroll')

const command = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id)

async function resize(app: ElectronApplication, page: Page, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [x, y]) => BrowserWindow.getAllWindows()[0]?.setContentSize(x, y), [
    width,
    height,
  ] as const)
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
}

/** The first words of the paragraph at the top of what is in view. */
const atTop = (scroller: Locator): Promise<string> =>
  scroller.evaluate((frame) => {
    const { top } = frame.getBoundingClientRect()
    const blocks = [...frame.querySelectorAll('.block')]
    return blocks.find((each) => each.getBoundingClientRect().bottom > top + 26)?.textContent?.slice(0, 30) ?? ''
  })

/** Tags the sentence at a paragraph of one page with the keyboard, and gives the words that were tagged. */
async function tagSentence(page: Page, side: 0 | 1, paragraph: number, theme: string): Promise<string> {
  const before = new Set((await readLibrary(page)).highlights.map(({ id }) => id))
  await textOn(page, side)
    .locator('.paragraph')
    .nth(paragraph)
    .click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await expect(boxField(page)).toBeFocused()
  await step(page, async () => {
    await page.keyboard.type(theme)
    await page.keyboard.press('Enter')
  })
  await expect(textOn(page, side)).toBeFocused()
  const made = (await readLibrary(page)).highlights.find(({ id }) => !before.has(id))
  return made?.passage.quote ?? ''
}

test('two documents are read and tagged side by side, and are there again after a restart', async ({ launch }) => {
  test.setTimeout(120_000)
  const { app, page, close } = await launch({ args: ['--lang=en-US'] })
  await resize(app, page, 1440, 900)
  await expect(pages(page)).toHaveCount(1)
  const first = (await openTitle(page).textContent()) ?? ''
  await page.keyboard.press('Control+\\')
  await expect(pages(page)).toHaveCount(2)
  await expect(textOn(page, 1)).toBeFocused()

  await page.locator('.library-pane [role=row]').nth(2).click()
  await expect(textOn(page, 1)).toContainText(ENGLISH)
  await expect(textOn(page, 0)).not.toContainText(ENGLISH)
  const second = (await openTitle(page).textContent()) ?? ''

  await test.step('each page marks its own document', async () => {
    const right = await tagSentence(page, 1, 1, 'From the right')
    await expect(textOn(page, 1).locator('mark.chosen').first()).toBeVisible()
    const left = await tagSentence(page, 0, 1, 'From the left')
    await expect(openTitle(page)).toHaveText(first)
    const library = await readLibrary(page)
    const documentOf = (quote: string): string | undefined => {
      const found = library.highlights.find(({ passage }) => passage.quote === quote)
      return library.documents.find(({ id }) => id === found?.document)?.title
    }
    expect(documentOf(right)).toBe(second)
    expect(documentOf(left)).toBe(first)
  })

  await test.step('a key goes from page to page, and the window follows', async () => {
    await page.keyboard.press('F8')
    await expect(textOn(page, 1)).toBeFocused()
    await expect(openTitle(page)).toHaveText(second)
    await page.keyboard.press('F8')
    await expect(textOn(page, 0)).toBeFocused()
    await expect(openTitle(page)).toHaveText(first)
  })

  await test.step('finding looks in the page in hand', async () => {
    await page.keyboard.press('F8')
    await page.keyboard.press('Control+f')
    await page.keyboard.type(ENGLISH)
    await expect(page.locator('.find-count')).toHaveText('1 / 1')
    await page.keyboard.press('Escape')
    await expect(textOn(page, 1)).toBeFocused()
  })

  if (PICTURES) {
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      await resize(app, page, width, height)
      for (const scheme of ['light', 'dark']) {
        await command(app, `view.${scheme}`)
        await page.screenshot({ path: join(PICTURES, `beside-${scheme}-${width}.png`), animations: 'disabled' })
      }
    }
    await command(app, 'view.light')
    await resize(app, page, 1440, 900)
  }

  await scrollerOn(page, 0).evaluate((frame) => frame.scrollTo({ top: 400 }))
  const placeOf = async (title: string): Promise<number> => {
    const { documents, places } = await readLibrary(page)
    const id = documents.find((each) => each.title === title)?.id
    return places.find((each) => each.id === id)?.offset ?? 0
  }
  await expect.poll(() => placeOf(first)).toBeGreaterThan(0)
  const tops = [await atTop(scrollerOn(page, 0)), await atTop(scrollerOn(page, 1))]
  await close()

  const again = (await launch({ args: ['--lang=en-US'] })).page
  await expect(pages(again)).toHaveCount(2)
  await expect(textOn(again, 1)).toContainText(ENGLISH)
  await expect.poll(async () => [await atTop(scrollerOn(again, 0)), await atTop(scrollerOn(again, 1))]).toEqual(tops)
  await expect(textOn(again, 0).locator('mark')).not.toHaveCount(0)
})

test('two places of one document show the same marks, and each page closes by its button', async ({ launch }) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  await resize(app, page, 1024, 700)
  await page.locator('.page-text .paragraph').first().click()
  await page.keyboard.press('Control+\\')
  await expect(textOn(page, 1)).toBeFocused()
  await page.keyboard.press('Control+End')
  await expect.poll(() => scrollerOn(page, 1).evaluate((frame) => frame.scrollTop)).toBeGreaterThan(300)
  expect(await scrollerOn(page, 0).evaluate((frame) => frame.scrollTop)).toBe(0)

  const marks = async (side: 0 | 1): Promise<(string | undefined)[]> => {
    const all = await textOn(page, side)
      .locator('mark')
      .evaluateAll((found) => found.map((each) => (each as HTMLElement).dataset.highlight))
    return [...new Set(all)].sort()
  }
  const before = await stepsDone(page)
  await page.keyboard.press('p')
  await page.keyboard.press('h')
  await expect.poll(() => stepsDone(page)).toBe(before + 1)
  await expect.poll(async () => [...(await marks(0))]).toEqual(await marks(1))
  expect(await scrollerOn(page, 0).evaluate((frame) => frame.scrollTop)).toBe(0)

  await test.step('a page that is closed leaves the other one where it stood', async () => {
    await pages(page)
      .nth(0)
      .getByRole('button', { name: /^Close the page/ })
      .click()
    await expect(pages(page)).toHaveCount(1)
    expect(await scrollerOn(page, 0).evaluate((frame) => frame.scrollTop)).toBeGreaterThan(300)
    await expect(page.locator('.page-text')).toBeFocused()
  })
})
