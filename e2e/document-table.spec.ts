import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { accessible } from './accessible'
import { answerOpenDialog, openTitle, step } from './desk'
import { expect, test } from './launch'
import { readLibrary } from './library'

// The documents of a project as a table: sorted, filtered, written in like a spreadsheet, and each thing done is one step.

const ENGLISH = ['--lang=en-US']
const NEWS = `title,date,source,得分,体裁,text
红旗渠畔,2020-11-12,河南日报,12,消息,第一篇说渠。
右江新声,2021-02,右江日报,7,通讯,第二篇说江。
北部湾记,2019,廣西日報,30,消息,第三篇说海。
`

const grid = (page: Page) => page.getByRole('grid', { name: 'All documents as a table' })
const head = (page: Page, name: string) => grid(page).getByRole('columnheader').filter({ hasText: name })
const cell = (page: Page, title: string, column: string) =>
  grid(page).getByRole('row').filter({ hasText: title }).locator(`[aria-colindex="${column}"]`)
const titlesShown = async (page: Page): Promise<string[]> =>
  grid(page).locator('[data-column="title"] > span').allTextContents()
const documentOf = async (page: Page, title: string) =>
  (await readLibrary(page)).documents.find((each) => each.title === title)
const given = async (page: Page, title: string, attribute: string) => {
  const id = (await readLibrary(page)).attributes.find(({ name }) => name === attribute)?.id ?? ''
  return (await documentOf(page, title))?.attributes?.[id]
}
/** The place of a column among those that are shown, as the grid counts. */
const place = async (page: Page, name: string): Promise<string> =>
  (await head(page, name).getAttribute('aria-colindex')) ?? ''

async function openTable(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const clippings = join(folder, '剪报')
  await mkdir(clippings)
  await writeFile(join(clippings, 'news.csv'), NEWS)
  await answerOpenDialog(app, [clippings])
  await step(page, () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.importFolder')?.click()),
  )
  await page.keyboard.press('Control+Shift+D')
  await expect(grid(page)).toBeFocused()
}

test('documents are sorted, filtered and put together by what they have, and opened from the table', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ENGLISH })
  await openTable(app, page, folder)
  const { documents } = await readLibrary(page)
  await expect.poll(() => titlesShown(page)).toEqual(documents.map(({ title }) => title))
  for (const scheme of ['view.dark', 'view.light']) {
    await app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), scheme)
    await expect(page.locator('html')).toHaveAttribute('data-scheme', scheme.slice('view.'.length))
    await accessible(page)
  }

  await page.getByRole('searchbox', { name: 'Find in the table' }).fill('日报 news')
  await expect(page.getByText(`0 of ${documents.length}`)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find in the table' }).fill('日报 剪報')
  await expect.poll(() => titlesShown(page)).toEqual(['红旗渠畔', '右江新声', '北部湾记'])
  await head(page, '得分').getByRole('button').first().click()
  await expect.poll(() => titlesShown(page)).toEqual(['右江新声', '红旗渠畔', '北部湾记'])
  await head(page, '得分').getByRole('button').first().click()
  await expect.poll(() => titlesShown(page)).toEqual(['北部湾记', '红旗渠畔', '右江新声'])

  await head(page, '体裁').hover()
  await page.getByRole('button', { name: 'More about the column 体裁' }).click()
  await accessible(page)
  await page.getByRole('checkbox', { name: '消息' }).check()
  await expect.poll(() => titlesShown(page)).toEqual(['北部湾记', '红旗渠畔'])
  await page.getByRole('button', { name: 'Group by it' }).click()
  await expect(grid(page).getByRole('row').filter({ hasText: '消息2' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(openTitle(page)).toHaveText('北部湾记')

  await page.keyboard.press('Control+Shift+D')
  await expect.poll(() => titlesShown(page)).toEqual(['北部湾记', '红旗渠畔'])
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByText(`${documents.length} documents`)).toBeVisible()
})

test('cells are written in by keyboard; what they cannot say is told beside them, and undo takes a step back', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ENGLISH })
  await openTable(app, page, folder)
  const score = await place(page, '得分')
  await cell(page, '红旗渠畔', score).click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('很高')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('“很高” is not a number, which “得分” needs.')
  await accessible(page)
  await page.keyboard.press('Control+A')
  await step(page, async () => {
    await page.keyboard.type('1,500')
    await page.keyboard.press('Enter')
  })
  await expect(cell(page, '红旗渠畔', score)).toHaveText('1500')
  expect(await given(page, '红旗渠畔', '得分')).toBe(1500)
  // Enter went to the row below; Tab goes to the right of it.
  await step(page, async () => {
    await page.keyboard.type('8')
    await page.keyboard.press('Tab')
  })
  expect(await given(page, '右江新声', '得分')).toBe(8)
  await step(page, async () => {
    await page.keyboard.press('F2')
    await page.keyboard.type('评论')
    await page.keyboard.press('Enter')
  })
  expect(await given(page, '右江新声', '体裁')).toBe('评论')
  await step(page, () => page.keyboard.press('Control+Z'), -1)
  await expect(cell(page, '右江新声', await place(page, '体裁'))).toHaveText('通讯')

  const date = await place(page, 'Date')
  await cell(page, '北部湾记', date).dblclick()
  await step(page, async () => {
    await page.keyboard.type('2019年3月5日')
    await page.keyboard.press('Enter')
  })
  expect((await documentOf(page, '北部湾记'))?.metadata).toMatchObject({
    date: '2019-03-05',
    evidence: { date: { by: 'reader' } },
  })
  await cell(page, '北部湾记', '2').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Escape')
  await expect(grid(page)).toBeFocused()
})

test('one value goes into many documents at once, cells are copied and pasted, and each is one step', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ENGLISH })
  await openTable(app, page, folder)
  const score = await place(page, '得分')
  await cell(page, '红旗渠畔', score).click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await step(page, async () => {
    await page.keyboard.type('5')
    await page.keyboard.press('Control+Enter')
  })
  for (const title of ['红旗渠畔', '右江新声', '北部湾记']) expect(await given(page, title, '得分')).toBe(5)

  await cell(page, '红旗渠畔', '2').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+C')
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('红旗渠畔\t2020-11-12\n右江新声\t2021-02\n')
  await app.evaluate(({ clipboard }) => clipboard.writeText('9\t通讯\r\n\t消息\r\n'))
  await cell(page, '红旗渠畔', score).click()
  await step(page, () => page.keyboard.press('Control+V'))
  expect(await given(page, '红旗渠畔', '得分')).toBe(9)
  expect(await given(page, '右江新声', '得分')).toBeUndefined()
  expect(await given(page, '右江新声', '体裁')).toBe('消息')

  await cell(page, '红旗渠畔', score).click()
  await page.keyboard.press('Space')
  await page.getByRole('checkbox', { name: 'Tick “北部湾记”' }).check()
  await accessible(page)
  await page.getByRole('combobox', { name: 'Column' }).selectOption('Place')
  await page.getByRole('textbox', { name: 'Value' }).fill('南宁')
  await step(page, () => page.getByRole('button', { name: 'Set for all' }).click())
  expect((await documentOf(page, '红旗渠畔'))?.metadata.place).toBe('南宁')
  expect((await documentOf(page, '北部湾记'))?.metadata.place).toBe('南宁')
  expect((await documentOf(page, '右江新声'))?.metadata.place).toBeUndefined()
  await page.getByRole('combobox', { name: 'Group of documents' }).fill('精读')
  await step(page, () => page.getByRole('button', { name: 'Into the group' }).click())
  await expect(cell(page, '北部湾记', await place(page, 'Groups'))).toHaveText('剪报; 精读')
})

test('attributes are made, renamed, given another kind and deleted; columns are chosen and remembered', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ENGLISH })
  await openTable(app, page, folder)
  await page.getByRole('button', { name: 'New attribute' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('立场')
  await page.getByRole('combobox', { name: 'Kind of values' }).selectOption('Choice')
  await page.getByRole('textbox', { name: 'Values to choose from' }).fill('支持\n反对')
  await step(page, () => page.getByRole('button', { name: 'Make' }).click())
  const stance = await place(page, '立场')
  await cell(page, '红旗渠畔', stance).click()
  await page.keyboard.press('Enter')
  await expect(page.locator('.cell-values [role=option]')).toHaveText(['支持', '反对'])
  await accessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await step(page, () => page.keyboard.press('Enter'))
  expect(await given(page, '红旗渠畔', '立场')).toBe('反对')

  // A choice that is not offered is refused in a sentence.
  await page.keyboard.press('Enter')
  await page.keyboard.type('中立')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('“中立” is not among the values that “立场” offers.')
  await page.keyboard.press('Escape')

  const more = async (name: string): Promise<void> => {
    await head(page, name).hover()
    await page.getByRole('button', { name: `More about the column ${name}` }).click()
  }
  await more('立场')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('态度')
  await step(page, () => page.keyboard.press('Escape'))
  await more('态度')
  await page.getByRole('combobox', { name: 'Kind of values' }).selectOption('Number')
  await expect(page.getByText('1 value does not fit and will be taken away.')).toBeVisible()
  await step(page, () => page.getByRole('button', { name: 'Change' }).click())
  expect(await given(page, '红旗渠畔', '态度')).toBeUndefined()
  await more('态度')
  await step(page, () => page.getByRole('button', { name: 'Delete the attribute' }).click())
  await expect(head(page, '态度')).toHaveCount(0)

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Groups' }).press('Space')
  await expect(page.getByRole('checkbox', { name: 'Groups' })).toBeFocused()
  await page.getByRole('checkbox', { name: 'Language' }).press('Space')
  await page.getByRole('button', { name: 'Move Language to the left' }).click()
  await expect(page.getByRole('button', { name: 'Move Language to the left' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused()
  await expect(head(page, 'Groups')).toHaveCount(0)
  const heads = await grid(page).getByRole('columnheader').allTextContents()
  expect(heads.slice(-2)).toEqual(['Language', '体裁'])
  await page.keyboard.press('Escape')
  await expect(grid(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Documents', exact: true }).click()
  await expect(grid(page).getByRole('columnheader')).toHaveText(heads)
})
