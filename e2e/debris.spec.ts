import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { beginCorrecting, retype, saveCorrection } from './correcting'
import { boxField, said, step } from './desk'
import { expect, test } from './launch'
import { problemsOf, readLibrary } from './library'
import { settled } from './screen'
import { blocks, click, drag, plainText, rangeOf, selected, text } from './text'

// Lines of the page around a text, set apart by hand: folded, shown, taken back, never lost.

const ENGLISH = ['--lang=en-US']
const PAGE = [
  '这是页面最上面的一行，不是正文。',
  '这也是页面的一行。',
  '会议强调，要把握重点，持续发力。',
  '会议要求，抓好落实，久久为功。',
  '最后一行写着版权属于谁。',
]

const fold = (page: Page) => page.locator('.page-text .fold')

async function withPage(
  launch: (options: { args: string[]; files: string[] }) => Promise<{ page: Page }>,
  folder: string,
): Promise<Page> {
  const path = join(folder, 'page.txt')
  await writeFile(path, PAGE.join('\n\n'))
  const { page } = await launch({ args: ENGLISH, files: [path] })
  await expect(text(page)).toContainText(PAGE[1] as string)
  return page
}

/** Sets the paragraphs that hold the words apart. */
async function setApart(page: Page, from: string, to: string): Promise<void> {
  const range = { start: (await rangeOf(page, from)).start, end: (await rangeOf(page, to)).end }
  await drag(page, range)
  await expect(boxField(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(text(page)).toBeFocused()
  await step(page, () => page.keyboard.press('x'))
}

test('lines set apart fold into one line, keep every position, and are shown and taken back', async ({
  launch,
  folder,
}) => {
  const page = await withPage(launch, folder)
  const whole = await plainText(page)
  const words = await rangeOf(page, '持续发力')
  await drag(page, words)
  await expect(boxField(page)).toBeFocused()
  await step(page, () => page.keyboard.press('Alt+h'))
  await setApart(page, PAGE[0] as string, PAGE[1] as string)
  await expect(said(page)).toContainText('Set 2 lines of “page” apart from the text')
  await expect(fold(page)).toHaveText(/^2 lines of the page folded: set apart by hand/)
  await expect(page.locator('.page-head')).not.toContainText('folded')
  expect(await page.locator('.reader-scroll').evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  await expect(page.locator('.block').first()).toBeHidden()
  await expect(page.locator('.status-facts')).toContainText('¶ 1 of 3')
  expect(await plainText(page)).toBe(whole)
  const { library } = await settled(page)
  expect(problemsOf(library)).toEqual([])
  expect(library.highlights.at(-1)?.passage).toMatchObject({ ...words, quote: '持续发力' })

  await fold(page).getByRole('button', { name: 'Show' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.block').first()).toBeVisible()
  await expect(fold(page).getByRole('button', { name: 'Fold' })).toBeFocused()
  await expect(fold(page).getByRole('button', { name: 'Fold' })).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Enter')
  await expect(page.locator('.block').first()).toBeHidden()

  await step(page, () => fold(page).getByRole('button', { name: 'Belongs to the text' }).click())
  await expect(fold(page)).toHaveCount(0)
  await expect(page.locator('.block').first()).toBeVisible()
  await expect(text(page)).toBeFocused()
  await settled(page)
  await step(page, () => said(page).getByRole('button', { name: 'Undo' }).click(), -1)
  await expect(fold(page)).toHaveCount(1)
  const document = (await readLibrary(page)).documents.find(({ title }) => title === 'page')
  const kept = (await readLibrary(page)).contents.find(({ id }) => id === document?.content)
  expect(kept?.blocks.map((block) => (block as { debris?: string }).debris ?? '').join()).toBe('other,other,,,')
})

test('the caret passes over folded lines, and finding and marks show them', async ({ launch, folder }) => {
  const page = await withPage(launch, folder)
  await setApart(page, '这也是页面', '的一行。')
  await setApart(page, '最后一行', '属于谁。')
  await expect(fold(page)).toHaveCount(2)
  // The text that was just set apart is drawn anew; nobody clicks into it within a frame.
  await expect(text(page)).toBeFocused()
  await settled(page)
  const caret = (): Promise<string> =>
    page.evaluate(() => {
      const { focusNode } = getSelection() as Selection
      const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement
      return element?.closest('.block, .fold')?.textContent?.slice(0, 4) ?? ''
    })
  await click(page, (await rangeOf(page, '，不是正文')).start)
  for (let press = 0; press < 7; press += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(caret).toBe('会议强调')
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowLeft')
  await expect.poll(caret).toBe('这是页面')
  await page.keyboard.press('ArrowDown')
  await expect.poll(caret).toBe('会议强调')
  await page.keyboard.press('ArrowUp')
  await expect.poll(caret).toBe('这是页面')
  await page.keyboard.press('Control+End')
  await expect.poll(caret).toBe('会议要求')
  await page.keyboard.press('Control+Home')
  await expect.poll(caret).toBe('这是页面')
  const whole = await plainText(page)
  const taken = async (): Promise<string> => {
    const range = await selected(page)
    return range ? whole.slice(range.start, range.end) : ''
  }
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  expect(await taken()).toBe(PAGE[2])
  await page.keyboard.press('[')
  expect(await taken()).toBe(PAGE[0])

  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Words to find' }).fill('版权属于谁')
  await expect(page.locator('.block').last()).toBeVisible()
  await expect(page.locator('.block').nth(1)).toBeHidden()
  await page.keyboard.press('Escape')
  expect(await blocks(page)).toEqual(PAGE)
})

test('nothing is folded while the text is corrected, and what was set apart stays so', async ({ launch, folder }) => {
  const page = await withPage(launch, folder)
  await setApart(page, PAGE[0] as string, PAGE[1] as string)
  await expect(page.locator('.block').first()).toBeHidden()
  await beginCorrecting(page)
  await expect(page.locator('.block').first()).toBeVisible()
  await retype(page, '页面的一行', '页面的第二行')
  await saveCorrection(page, '')
  await expect(fold(page)).toHaveText(/^2 lines of the page folded/)
  await expect(page.locator('.block').first()).toBeHidden()
  expect(await plainText(page)).toContain('这也是页面的第二行。')
})
