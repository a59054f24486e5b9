import type { ElectronApplication, Page } from '@playwright/test'
import { openTitle } from './desk'
import { expect, test } from './launch'
import { click, offsetAtTop, plainText, rangeOf, selected, still, text } from './text'

// The reading room: how the text is set, only the text, stripes, and the list that keeps step.

const ENGLISH = ['--lang=en-US']

/** A command from the native menu. */
const command = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id)

const settings = (page: Page) => page.getByRole('dialog', { name: 'How the text is set' })
const open = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Reading', exact: true }).click()
  await expect(settings(page)).toBeVisible()
}
const set = (page: Page, row: string, value: string): Promise<void> =>
  settings(page).getByRole('radiogroup', { name: row }).locator('label', { hasText: value }).click()

interface Setting {
  readonly font: string
  readonly size: number
  readonly line: number
  readonly measure: number
  readonly align: string
  readonly paper: string
}
const asSet = (page: Page): Promise<Setting> =>
  text(page).evaluate((root) => {
    const { fontFamily, fontSize, lineHeight, textAlign } = getComputedStyle(root)
    const block = root.querySelector('.paragraph') as Element
    return {
      font: fontFamily,
      size: Number.parseFloat(fontSize),
      line: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
      measure: block.getBoundingClientRect().width,
      align: textAlign,
      paper: getComputedStyle(root.closest('.reader') as Element).backgroundColor,
    }
  })

test('the text is set as the reader wants it, at once and after a restart', async ({ launch }) => {
  const first = await launch({ args: ENGLISH })
  const before = await asSet(first.page)
  expect(before.font).toContain('Serif')
  expect(before.align).toBe('justify')
  await open(first.page)
  await set(first.page, 'Typeface', 'Sans serif')
  await set(first.page, 'Width of the lines', 'Narrow')
  await set(first.page, 'Line spacing', 'Open')
  await set(first.page, 'Alignment', 'Ragged')
  await set(first.page, 'Colours', 'Dark')
  await settings(first.page).getByRole('button', { name: 'Larger text' }).click()
  await settings(first.page).getByText('Paragraph numbers').click()
  const after = await asSet(first.page)
  expect(after.font).toContain('Sans')
  expect(after.font).not.toContain('Serif')
  expect(after.size).toBeCloseTo(before.size * 1.1, 1)
  expect(after.line).toBeGreaterThan(before.line * 1.1)
  expect(after.measure).toBeLessThan(before.measure)
  expect(after.align).toBe('start')
  expect(after.paper).not.toBe(before.paper)
  await first.page.keyboard.press('Escape')
  await expect(settings(first.page)).toHaveCount(0)
  await first.close()

  const again = await launch({ args: ENGLISH })
  await expect(text(again.page)).toBeVisible()
  expect(await asSet(again.page)).toEqual(after)
  await expect(again.page.locator('html')).toHaveAttribute('data-numbers', 'true')
})

test('the whole window is enlarged to twice its size, with all of it in reach, also after a restart', async ({
  launch,
}) => {
  const first = await launch({ args: ENGLISH })
  const wide = (page: Page): Promise<number> => page.evaluate(() => innerWidth)
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900))
  await expect.poll(() => wide(first.page)).toBe(1440)
  for (let times = 0; times < 5; times += 1) await command(first.app, 'view.zoomIn')
  await expect.poll(() => wide(first.page)).toBe(720)
  const parts = ['.project-name', '.top-find', '.top-acts', '.library-pane', '.theme-pane', '.page-text', '.status-bar']
  const places = await first.page.evaluate(
    (all) =>
      [...all, '.highlights-pane'].map((part) => {
        const { left, right } = (document.querySelector(part) as Element).getBoundingClientRect()
        return { part, left, right }
      }),
    parts,
  )
  for (const { part, left, right } of places) expect(left >= 0 && right <= 720, `${part} is in the window`).toBe(true)
  for (const [at, { part, right }] of places.slice(0, 2).entries())
    expect(right, `${part} ends before the next begins`).toBeLessThanOrEqual(places[at + 1]?.left ?? 0)
  const { left = 0, right = 0 } = places.find(({ part }) => part === '.page-text') ?? {}
  expect(right - left).toBeGreaterThan(320)
  await first.close()

  const again = await launch({ args: ENGLISH })
  await expect(text(again.page)).toBeVisible()
  const outer = () => again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize()[0])
  await expect.poll(async () => (await wide(again.page)) * 2).toBe(await outer())
  await command(again.app, 'view.zoomUsual')
  await expect.poll(() => wide(again.page)).toBe(await outer())
})

test('paragraph numbers stand beside the text and are no part of it', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH })
  const before = await plainText(page)
  await open(page)
  await settings(page).getByText('Paragraph numbers').click()
  await page.keyboard.press('Escape')
  const shown = await text(page).evaluate((root) =>
    [...root.querySelectorAll('.block')].slice(0, 3).map((block) => getComputedStyle(block, '::after').content),
  )
  expect(shown).toEqual(['counter(paragraph)', 'counter(paragraph)', 'counter(paragraph)'])
  expect(await plainText(page)).toBe(before)
  const words = '我们要切实把思想和行动统一'
  const { start } = await rangeOf(page, words)
  await click(page, start)
  await still(page)
  await page.keyboard.press('p')
  await expect.poll(() => selected(page)).not.toBeNull()
  const range = await selected(page)
  expect(before.slice(range?.start, range?.end)).toContain(words)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(before.slice(range?.start, range?.end))
})

test('only the text is shown, and Escape brings the panes back', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH })
  await text(page).focus()
  await page.keyboard.press('Control+.')
  await expect(page.locator('.top-bar, .left, .highlights-pane')).toHaveCount(0)
  const [room, window] = await page.evaluate(() => [
    document.querySelector('.reader')?.getBoundingClientRect().width,
    innerWidth,
  ])
  expect(room).toBe(window)
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.top-bar')).toBeVisible()
  await expect(page.locator('.highlights-pane')).toBeVisible()
})

test('the line at the top stays there when the text is set anew or the panes go', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH })
  await page.locator('.reader-scroll').hover({ position: { x: 200, y: 300 } })
  await page.mouse.wheel(0, 900)
  await still(page)
  const words = (await plainText(page)).slice(await offsetAtTop(page)).slice(0, 8)
  const isAtTop = async (): Promise<void> => {
    const { start } = await rangeOf(page, words)
    await expect.poll(async () => Math.abs((await offsetAtTop(page)) - start)).toBeLessThan(60)
  }
  for (const key of ['Control+=', 'Control+=', 'Control+.', 'Control+.', 'Control+b', 'Control+0']) {
    await page.keyboard.press(key)
    await still(page)
    await isAtTop()
  }
})

test('stripes stand on the side that is wanted, of the themes that are wanted', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH })
  const stripes = page.locator('.stripe')
  await expect.poll(() => stripes.count()).toBeGreaterThan(3)
  const all = await stripes.count()
  const isLeftOfText = (): Promise<boolean> =>
    page.evaluate(() => {
      const stripe = document.querySelector('.stripe')?.getBoundingClientRect()
      const block = document.querySelector('.page-text .paragraph')?.getBoundingClientRect()
      return stripe !== undefined && block !== undefined && stripe.right < block.left
    })
  expect(await isLeftOfText()).toBe(false)
  await open(page)
  await set(page, 'Stripes', 'Left')
  await expect.poll(isLeftOfText).toBe(true)
  await set(page, 'Stripes', 'Hidden')
  await expect(stripes).toHaveCount(0)
  await set(page, 'Stripes', 'Right')
  await expect(stripes).toHaveCount(all)
  await settings(page)
    .getByRole('button', { name: /All themes/ })
    .click()
  await page.getByRole('option', { name: /Metaphor/ }).click()
  await expect
    .poll(() => stripes.evaluateAll((found) => found.every((each) => /Metaphor/.test((each as HTMLElement).title))))
    .toBe(true)
  expect(await stripes.count()).toBeGreaterThan(0)
})

test('the list of highlights keeps step with the text, unless one points at it', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH })
  await expect(openTitle(page)).toBeVisible()
  const list = page.locator('.highlights-pane .rows')
  const top = (): Promise<number> => list.evaluate((rows) => rows.scrollTop)
  const turn = async (by: number): Promise<void> => {
    await page.locator('.reader-scroll').hover({ position: { x: 200, y: 300 } })
    await page.mouse.wheel(0, by)
    await still(page)
  }
  await turn(700)
  await expect.poll(top).toBeGreaterThan(50)
  await turn(-2000)
  await expect.poll(top).toBe(0)
  await list.hover()
  await page.locator('.reader-scroll').evaluate((frame) => {
    frame.scrollTop = 900
  })
  await still(page)
  expect(await top()).toBe(0)
})
