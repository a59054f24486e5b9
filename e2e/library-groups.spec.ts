import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessible } from './accessible'
import { dropFiles, newProject, openTitle, said, step } from './desk'
import { expect, test } from './launch'
import { problemsOf, readLibrary } from './library'

// The list of documents: its groups, its order, and what is done with several documents at once.

const ENGLISH = ['--lang=en-US']
const groups = (page: Page) => page.getByRole('treegrid', { name: 'Groups of documents' })
const group = (page: Page, name: string) => groups(page).getByRole('row').filter({ hasText: name })
const list = (page: Page) => page.getByRole('grid', { name: 'Documents' })
const rows = (page: Page) => list(page).getByRole('row')
const row = (page: Page, title: string) => rows(page).filter({ hasText: title })
const titles = (page: Page) => page.locator('.library-pane .document-title').allInnerTexts()
const bar = (page: Page) => page.getByRole('toolbar', { name: 'What to do with the chosen documents' })

/** A folder with a folder in it, and six documents with titles and dates. */
async function open(page: Page, folder: string): Promise<void> {
  const files = join(folder, '报纸')
  await mkdir(join(files, '广西'), { recursive: true })
  const all = [
    ['广西/1.md', '丁', '2021-03-05'],
    ['广西/2.md', '甲10', '2020'],
    ['3.md', '乙', ''],
    ['4.md', '甲2', '1978-12-24'],
  ]
  for (const [name, title, date] of all)
    await writeFile(
      join(files, name as string),
      `---\ntitle: ${title}\n${date && `date: ${date}\n`}---\n\n${title}的正文。\n`,
    )
  await newProject(page, '报刊')
  await step(page, () => dropFiles(page, [files]))
  await expect(rows(page)).toHaveCount(4)
}
const grouped = async (page: Page): Promise<Record<string, string[]>> => {
  const { documentGroups, documents } = await readLibrary(page)
  const title = (id: string): string => documents.find((each) => each.id === id)?.title ?? 'gone'
  return Object.fromEntries(documentGroups.map(({ name, documents: held }) => [name, held.map(title).sort()]))
}

test('a group shows its documents and those of the groups below it', async ({ launch, folder }) => {
  const { page } = await launch({ args: ENGLISH })
  await open(page, folder)
  await expect(groups(page).getByRole('row')).toHaveText([/^All documents4$/, /^报纸4/, /^广西2/])
  await group(page, '广西').click()
  await expect(rows(page)).toHaveCount(2)
  expect(await titles(page)).toEqual(['丁', '甲10'])
  await group(page, '报纸').click()
  await expect(rows(page)).toHaveCount(4)
  await page.keyboard.press('ArrowLeft')
  await expect(groups(page).getByRole('row')).toHaveCount(2)
  await page.keyboard.press('ArrowRight')
  await expect(groups(page).getByRole('row')).toHaveCount(3)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(group(page, 'All documents')).toHaveAttribute('aria-selected', 'true')
})

test('documents are listed by title, by date, and as they were read last, and it stays so', async ({
  launch,
  folder,
}) => {
  const first = await launch({ args: ENGLISH })
  const { page } = first
  await open(page, folder)
  const by = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Order of the list' }).click()
    await page.getByRole('menuitemradio', { name }).click()
  }
  const came = await titles(page)
  await by('By title')
  await expect.poll(() => titles(page)).toEqual(['丁', '甲2', '甲10', '乙'])
  await by('By date')
  await expect.poll(() => titles(page)).toEqual(['甲2', '甲10', '丁', '乙'])
  await row(page, '甲10').click()
  await expect(openTitle(page)).toHaveText('甲10')
  const noted = async (): Promise<boolean> => {
    const { documents, places } = await readLibrary(page)
    const opened = documents.find(({ title }) => title === '甲10')?.id
    return places.some((each) => each.id === opened && each.read !== undefined)
  }
  await expect.poll(noted).toBe(true)
  await by('Read last')
  await expect.poll(async () => (await titles(page))[0]).toBe('甲10')
  await by('As they came in')
  await expect.poll(() => titles(page)).toEqual(came)
  await by('By date')
  await first.close()
  const again = await launch({ args: ENGLISH })
  await expect.poll(() => titles(again.page)).toEqual(['甲2', '甲10', '丁', '乙'])
})

test('groups are made, filled by command and by dragging, renamed and deleted; the documents stay', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: ENGLISH })
  await open(page, folder)
  await row(page, '乙').click()
  await row(page, '甲2').click({ modifiers: ['Control'] })
  await row(page, '甲10').click({ modifiers: ['Control'] })
  await expect(bar(page)).toContainText('2 chosen')
  await expect(openTitle(page)).toHaveText('乙')
  await accessible(page)

  await bar(page).getByRole('button', { name: 'Into group' }).click()
  await page.getByRole('menuitem', { name: 'New group…' }).click()
  await page.getByRole('textbox', { name: 'Name of the group' }).fill('讲话')
  await step(page, () => page.keyboard.press('Enter'))
  expect((await grouped(page)).讲话).toEqual(['甲10', '甲2'])
  await step(page, () => row(page, '丁').dragTo(group(page, '讲话')))
  expect((await grouped(page)).讲话).toEqual(['丁', '甲10', '甲2'])

  await group(page, '讲话').click()
  await expect(rows(page)).toHaveCount(3)
  await row(page, '丁').click({ modifiers: ['Control'] })
  await bar(page).getByRole('button', { name: 'Into group' }).click()
  await step(page, () => page.getByRole('menuitem', { name: 'Out of this group' }).click())
  await expect(rows(page)).toHaveCount(2)

  await group(page, '讲话').focus()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name of the group' }).fill('领导讲话')
  await step(page, () => page.keyboard.press('Enter'))
  await expect(group(page, '领导讲话')).toBeVisible()
  await group(page, '报纸').hover()
  await page.getByRole('button', { name: 'More about the group “报纸”' }).click()
  await step(page, () => page.getByRole('menuitem', { name: 'Delete group' }).click())
  expect(Object.keys(await grouped(page))).toEqual(['领导讲话'])
  expect((await readLibrary(page)).documents).toHaveLength(3 + 4)
  await step(page, () => said(page).getByRole('button', { name: 'Undo' }).click(), -1)
  await expect(groups(page).getByRole('row')).toHaveCount(4)
  expect(problemsOf(await readLibrary(page))).toEqual([])
})

test('several documents are chosen by keys and removed in one step', async ({ launch, folder }) => {
  const { page } = await launch({ args: ENGLISH })
  await open(page, folder)
  const before = (await readLibrary(page)).documents.length
  await rows(page).first().click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page)).toContainText('3 chosen')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(bar(page)).toContainText('2 chosen')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await page.keyboard.press('Control+a')
  await expect(bar(page)).toContainText('4 chosen')
  await rows(page)
    .first()
    .click({ modifiers: ['Control'] })
  await step(page, () => page.keyboard.press('Delete'))
  await expect(rows(page)).toHaveCount(3)
  await step(page, () => page.keyboard.press('Control+z'), -1)
  await expect(rows(page)).toHaveCount(4)
  await rows(page).nth(1).click()
  await rows(page)
    .nth(3)
    .click({ modifiers: ['Shift'] })
  await step(page, () => bar(page).getByRole('button', { name: 'Remove' }).click())
  expect((await readLibrary(page)).documents).toHaveLength(before - 3)
  expect(problemsOf(await readLibrary(page))).toEqual([])
})
