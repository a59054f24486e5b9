import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessible } from './accessible'
import { answerOpenDialog, bringInFolder, choose, newProject, openTitle, step } from './desk'
import { expect, test } from './launch'
import { recordsOf } from './library'

// All texts are searched at once: in both scripts, as a concordance, from which places are opened and tagged.

const TEXTS = {
  '会议报告.txt': '会议报告\n\n会议指出，高质量发展是首要任务。\n\n全会强调，推动高质量发展不动摇。\n',
  '全會公報.txt': '全會公報\n\n全會指出，實現高質量發展必須堅持創新。\n',
  '水利纪事.txt': '水利纪事\n\n渠成之后，灌田万亩。\n',
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Concordance' })
const lines = (page: Page) => grid(page).getByRole('row')
const befores = (page: Page) => lines(page).locator('.kwic-left').allTextContents()

test('words are found in both scripts in all documents, sorted, opened, tagged in one step, and that is undone', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  await newProject(page, '会议')
  await bringInFolder(app, page, join(folder, '文'), TEXTS)

  await page.keyboard.press('Control+Shift+F')
  const field = page.getByRole('searchbox', { name: 'Words to search for in all documents' })
  await expect(field).toBeFocused()
  await field.fill('高质量发展 NOT')
  await expect(page.getByText('cannot be read as a search')).toBeVisible()
  await field.fill('高质量发展')
  await expect(page.getByText('3 places in 2 documents')).toBeVisible()
  await expect(lines(page).locator('mark')).toHaveText(['高质量发展', '高质量发展', '高質量發展'])
  for (const scheme of ['view.dark', 'view.light']) {
    await choose(app, scheme)
    await expect(page.locator('html')).toHaveAttribute('data-scheme', scheme.slice('view.'.length))
    await accessible(page)
  }

  await page.getByLabel('Sort by').selectOption({ label: 'What stands before' })
  // By pinyin, nearest first: 动 dòng, 现 xiàn, and the mark before them all.
  await expect.poll(() => befores(page)).toEqual(['会议指出，', '全会强调，推动', '全會指出，實現'])
  await page.getByLabel('Sort by').selectOption({ label: 'What stands after' })
  await expect.poll(async () => (await befores(page)).sort()).toHaveLength(3)

  await page.getByText('Exact characters').click()
  await expect(page.getByText('2 places in 1 document')).toBeVisible()
  await page.getByText('Exact characters').click()
  await expect(page.getByText('3 places in 2 documents')).toBeVisible()

  await page.getByLabel('Sort by').selectOption({ label: 'Library order' })
  await expect(lines(page)).toHaveCount(3)
  // By keyboard alone: down from the field to the lines, and the keys of this window by `?`.
  await field.press('ArrowDown')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys in this window' })).toContainText('Tick up to here')
  await accessible(page)
  await page.keyboard.press('Escape')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(openTitle(page)).toHaveText('全會公報')

  await page.keyboard.press('Control+Shift+F')
  await expect(field).toHaveValue('高质量发展')
  await expect(lines(page)).toHaveCount(3)
  await grid(page).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Space')
  await expect(page.getByText('3 chosen')).toBeVisible()
  await lines(page).nth(1).getByRole('checkbox').click()
  await expect(page.getByText('2 chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Tag with a theme…' }).click()
  await page.getByRole('combobox', { name: 'Theme' }).fill('首要任务')
  await page.getByRole('option', { name: 'New theme “首要任务”' }).click()
  await step(page, () => page.getByRole('button', { name: 'Tag 2 passages' }).click())
  const tagged = await recordsOf(page, '会议')
  expect(tagged.highlights.map(({ passage }) => passage.quote).sort()).toEqual(['高質量發展', '高质量发展'].sort())
  expect(tagged.taggings).toHaveLength(2)
  const pictures = process.env.PINGDIAN_PICTURES
  if (pictures) await page.screenshot({ path: join(pictures, 'search-tagged.png') })
  await step(page, () => page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click(), -1)
  const after = await recordsOf(page, '会议')
  expect([after.highlights, after.taggings, after.themes]).toEqual([[], [], []])
  // The search is kept; what comes to it later is new until it was looked at.
  const savedButton = page.getByRole('button', { name: /^Saved searches/ })
  const saved = page.getByRole('dialog', { name: 'Saved searches' })
  await savedButton.click()
  await saved.getByRole('textbox', { name: 'Name of the search' }).fill('提法')
  await step(page, () => page.keyboard.press('Enter'))
  await expect(saved.getByText('“提法” is kept.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(savedButton).toBeFocused()
  // Something else is asked: the window opens with the last search, and its new places would count as looked at.
  await field.fill('水利')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const later = join(folder, '续报.txt')
  await writeFile(later, '续报\n\n继续推动高质量发展。\n')
  await answerOpenDialog(app, [later])
  await step(page, () => choose(app, 'file.import'))
  await page.keyboard.press('Control+Shift+F')
  await expect(field).toHaveValue('水利')
  await expect(savedButton).toHaveText(/1 new$/)
  await savedButton.click()
  if (pictures) await page.screenshot({ path: join(pictures, 'search-saved.png') })
  await saved.getByRole('button', { name: /^提法/ }).click()
  await expect(page.getByText('1 new since it was looked at')).toBeVisible()
  await page.getByText('Only new ones').click()
  await expect(lines(page)).toHaveCount(1)
  await expect(lines(page)).toContainText('续报')
  await accessible(page)
  if (pictures) await page.screenshot({ path: join(pictures, 'search-new.png') })
  await savedButton.click()
  await saved.getByRole('button', { name: 'Rename “提法”' }).click()
  await saved.getByRole('textbox', { name: 'Name of the search' }).fill('高质量')
  await step(page, () => page.keyboard.press('Enter'))
  await step(page, () => saved.getByRole('button', { name: 'Delete “高质量”' }).click())
  await expect(saved.getByRole('list')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(savedButton).toBeFocused()
  await step(page, () => page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click(), -1)
  await savedButton.click()
  await expect(saved.getByRole('button', { name: /^高质量/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(savedButton).toBeFocused()
  await field.fill('')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('高质量')
  await page.getByRole('option').filter({ hasText: '高质量发展' }).click()
  await expect(field).toHaveValue('高质量发展')
})
