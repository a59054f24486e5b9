import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openTitle, said, step } from './desk'
import { expect, test } from './launch'
import { readLibrary } from './library'
import { offsetAtTop, plainText, rangeOf, selected, still, text } from './text'

// Finding: hits, all of them tagged at once, headings, paragraphs, and the way back.

const ENGLISH = ['--lang=en-US']
const CHAPTERS = 12
const PARAGRAPHS = 20

/** A long document: each chapter has a heading, and each of its paragraphs 高質量發展 or 高质量发展 once. */
async function longDocument(folder: string): Promise<string> {
  const lines: string[] = ['# A long report']
  for (let chapter = 1; chapter <= CHAPTERS; chapter += 1) {
    lines.push(`## Chapter ${chapter}`)
    for (let at = 1; at <= PARAGRAPHS; at += 1) {
      const words = at % 2 === 0 ? '高质量发展' : '高質量發展'
      lines.push(`第${chapter}章第${at}段，要坚持${words}，${'统筹推进各项工作，'.repeat(6)}Growth${at}。`)
    }
  }
  const path = join(folder, 'long.md')
  await writeFile(path, lines.join('\n\n'))
  return path
}

const bar = (page: Page) => page.getByRole('search', { name: 'Find in this document' })
const field = (page: Page) => bar(page).getByRole('textbox', { name: 'Words to find' })
const count = (page: Page) => bar(page).getByRole('status')

/** The words under the marks of hits: those near the window, and the one that is current. */
const drawnHits = (page: Page): Promise<{ near: string[]; current: string[] }> =>
  page.evaluate(() => {
    const words = (name: string): string[] =>
      [...(CSS.highlights.get(name) ?? [])].map((each) => {
        const range = document.createRange()
        range.setStart(each.startContainer, each.startOffset)
        range.setEnd(each.endContainer, each.endOffset)
        return range.toString()
      })
    return { near: words('hit'), current: words('current-hit') }
  })

async function find(page: Page, words: string): Promise<void> {
  await expect(page.locator('.page-text')).toHaveAttribute('aria-label', (await openTitle(page).textContent()) ?? '')
  await page.keyboard.press('Control+f')
  await expect(field(page)).toBeFocused()
  await field(page).fill(words)
}

test('every hit is marked and counted at once, and stepped through with the keyboard', async ({ launch, folder }) => {
  const { page } = await launch({ args: ENGLISH, files: [await longDocument(folder)] })
  await expect(openTitle(page)).toHaveText('A long report')
  const all = CHAPTERS * PARAGRAPHS

  await find(page, '高质量发展')
  await expect(count(page)).toHaveText(`1 / ${all}`)
  await expect.poll(async () => (await drawnHits(page)).current).toEqual(['高質量發展'])
  const { near } = await drawnHits(page)
  expect(near.length).toBeGreaterThan(5)
  expect(near.length).toBeLessThan(all / 2)
  expect(new Set(near)).toEqual(new Set(['高質量發展', '高质量发展']))

  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText(`2 / ${all}`)
  await page.keyboard.press('F3')
  await expect(count(page)).toHaveText(`3 / ${all}`)
  await page.keyboard.press('Shift+F3')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(count(page)).toHaveText(`${all} / ${all}`)
  await expect.poll(() => text(page).evaluate((root) => (root.parentElement?.scrollTop ?? 0) > 1000)).toBe(true)
  await expect.poll(async () => (await drawnHits(page)).current).toEqual(['高质量发展'])

  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(text(page)).toBeFocused()
  const last = await rangeOf(page, `第${CHAPTERS}章第${PARAGRAPHS}段，要坚持高质量发展`)
  expect(await selected(page)).toEqual({ start: last.end - 5, end: last.end })
  expect(await drawnHits(page)).toEqual({ near: [], current: [] })

  await page.keyboard.press('Alt+ArrowLeft')
  await still(page)
  expect(await offsetAtTop(page)).toBe(0)

  await text(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('w')
  const word = (await plainText(page)).slice((await selected(page))?.start, (await selected(page))?.end)
  await page.keyboard.press('Control+f')
  await expect(field(page)).toHaveValue(word)
  await page.keyboard.type('G')
  await expect(field(page)).toHaveValue('G')
})

test('exact characters, case and regular expressions narrow what is found', async ({ launch, folder }) => {
  const { page } = await launch({ args: ENGLISH, files: [await longDocument(folder)] })
  await expect(openTitle(page)).toHaveText('A long report')
  await find(page, '高质量发展')
  await bar(page)
    .getByRole('button', { name: /^Exact characters/ })
    .click()
  await expect(count(page)).toHaveText(`1 / ${(CHAPTERS * PARAGRAPHS) / 2}`)
  await field(page).fill('growth1。')
  await expect(count(page)).toHaveText(`1 / ${CHAPTERS}`)
  await bar(page)
    .getByRole('button', { name: /^Upper and lower case/ })
    .click()
  await expect(count(page)).toHaveText('Not found')
  await bar(page)
    .getByRole('button', { name: /^The words are a regular/ })
    .click()
  await field(page).fill('Growth[12]。')
  await expect(count(page)).toHaveText(`1 / ${CHAPTERS * 2}`)
  await field(page).fill('Growth[')
  await expect(bar(page).getByRole('alert')).toContainText('is not a valid regular expression')
})

test('all hits but those unticked are tagged in one step, and one undo takes them back', async ({ launch, folder }) => {
  const { page } = await launch({ args: ENGLISH, files: [await longDocument(folder)] })
  await expect(openTitle(page)).toHaveText('A long report')
  const before = await readLibrary(page)
  await find(page, 'Growth7。')
  await expect(count(page)).toHaveText(`1 / ${CHAPTERS}`)
  await bar(page).getByRole('button', { name: 'Tag all hits…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tag all hits' })
  await expect(dialog.getByRole('row')).toHaveCount(CHAPTERS)
  await dialog.getByRole('checkbox').nth(1).click()
  await dialog.getByRole('row').nth(2).press('Space')
  await expect(dialog.getByRole('status')).toHaveText(`${CHAPTERS - 2} of ${CHAPTERS} will be tagged`)
  await dialog.getByRole('combobox').fill('Words of growth')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await step(page, () => dialog.getByRole('button', { name: `Tag ${CHAPTERS - 2} passages` }).click())
  await expect(dialog).toHaveCount(0)
  await expect(said(page).first()).toBeVisible()

  const library = await readLibrary(page)
  const theme = library.themes.find(({ name }) => name === 'Words of growth')
  const taggings = library.taggings.filter((each) => each.theme === theme?.id)
  expect(taggings).toHaveLength(CHAPTERS - 2)
  const quotes = taggings.map((each) => library.highlights.find(({ id }) => id === each.highlight)?.passage.quote)
  expect(new Set(quotes)).toEqual(new Set(['Growth7。']))

  await page.keyboard.press('Escape')
  await expect(text(page)).toBeFocused()
  await step(page, () => page.keyboard.press('Control+z'), -1)
  const after = await readLibrary(page)
  expect(after.highlights).toEqual(before.highlights)
  expect(after.themes.map(({ name }) => name)).toEqual(before.themes.map(({ name }) => name))
})

test('headings and paragraphs are gone to, and the way back leads through what was left', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: ENGLISH, files: [await longDocument(folder)] })
  await expect(openTitle(page)).toHaveText('A long report')
  const outline = page.getByRole('region', { name: 'Headings of this document' })
  const current = outline.locator('[data-current]')
  await expect(current).toHaveText('Chapter 1')
  const third = await rangeOf(page, 'Chapter 3')

  await outline.getByRole('row', { name: 'Chapter 3' }).click()
  await expect(current).toHaveText('Chapter 3')
  await still(page)
  expect(await offsetAtTop(page)).toBe(third.start)

  await page.keyboard.press('Control+g')
  const dialog = page.getByRole('dialog', { name: 'Go to a paragraph' })
  await dialog.getByRole('textbox').fill(String(1 + 8 * (PARAGRAPHS + 1) + 2))
  await page.keyboard.press('Enter')
  await expect(text(page)).toBeFocused()
  await still(page)
  const wanted = await rangeOf(page, '第9章第1段')
  expect(await offsetAtTop(page)).toBe(wanted.start)
  await expect(current).toHaveText('Chapter 9')

  await page.keyboard.press('Alt+ArrowLeft')
  await expect(current).toHaveText('Chapter 3')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(current).toHaveText('Chapter 1')
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(current).toHaveText('Chapter 9')
  await still(page)
  expect(await offsetAtTop(page)).toBe(wanted.start)

  await text(page).dispatchEvent('mouseup', { button: 3 })
  await expect(current).toHaveText('Chapter 3')
})

test('going back leads to the document that was left', async ({ launch, folder }) => {
  const { page } = await launch({ args: ENGLISH, files: [await longDocument(folder)] })
  await expect(openTitle(page)).toHaveText('A long report')
  await page.getByRole('region', { name: 'Headings of this document' }).getByRole('row', { name: 'Chapter 5' }).click()
  await still(page)
  const left = await offsetAtTop(page)
  await page
    .locator('.library-pane')
    .getByRole('row', { name: /Pencil/ })
    .click()
  await expect(openTitle(page)).toHaveText('The Pencil in the Margin')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(openTitle(page)).toHaveText('A long report')
  await expect.poll(() => offsetAtTop(page)).toBe(left)
})
