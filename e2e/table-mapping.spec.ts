import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
import { accessible } from './accessible'
import { answerOpenDialog, finish, importReport, said, step } from './desk'
import { expect, test } from './launch'
import { readLibrary } from './library'

// A table is looked at before it is brought in: what its columns are is proposed, shown at work, and can be said otherwise.

const ENGLISH = ['--lang=en-US']
const NEWS = `编号,标題,发布时间,来源,正文,按语
1,红旗渠畔,2020年11月12日,河南日报,第一段说渠。,可引
2,右江新声,去年冬天,右江日报,第二篇说江。,
3,没有正文,2021-02-03,右江日报,,
`
const dialog = (page: Page) => page.getByRole('dialog', { name: 'What the columns are' })
const role = (page: Page, column: string) => page.getByRole('combobox', { name: `Column ${column} is taken for` })
const seen = (page: Page) => page.locator('.row-page article')
const broughtIn = async (page: Page, file: string) =>
  (await readLibrary(page)).documents.filter(({ fileName }) => fileName === file)

test('the columns of a table are proposed, changed and seen at work before it is brought in', async ({
  launch,
  folder,
}) => {
  const path = join(folder, '剪报.csv')
  await writeFile(path, NEWS)
  const { page } = await launch({ args: ENGLISH, files: [path] })
  await expect(dialog(page)).toBeVisible()
  const roles = ['attribute', 'title', 'date', 'source', 'text', 'attribute']
  for (const [at, column] of ['编号', '标題', '发布时间', '来源', '正文', '按语'].entries())
    await expect(role(page, column)).toHaveValue(roles[at] as string)
  await expect(seen(page)).toContainText('第一段说渠。')
  await expect(seen(page)).toContainText('2020-11-12')
  await accessible(page)

  await role(page, '编号').selectOption('Left out')
  await role(page, '按语').selectOption('Text')
  await expect(seen(page)).toContainText('可引')
  await role(page, '来源').selectOption('Attribute')
  await page
    .getByRole('textbox', { name: 'Name of the attribute from column 来源' })
    .or(page.getByRole('combobox', { name: 'Name of the attribute from column 来源' }))
    .fill('报纸')
  await expect(seen(page)).toContainText('报纸')
  await page.getByRole('button', { name: 'The next row' }).click()
  await expect(seen(page)).toContainText('去年冬天 (kept as written)')
  await page.getByRole('checkbox', { name: 'The first row holds the names' }).press('Space')
  await expect(page.getByRole('button', { name: 'Bring in 3 documents' })).toBeEnabled()
  await page.getByRole('checkbox', { name: 'The first row holds the names' }).press('Space')
  await role(page, '正文').selectOption('Left out')
  await role(page, '按语').selectOption('Left out')
  await expect(dialog(page)).toContainText('Take at least one column for the text.')
  await expect(page.getByRole('button', { name: 'Bring in 0 documents' })).toBeDisabled()
  await role(page, '正文').selectOption('Text')
  await step(page, () => page.getByRole('button', { name: 'Bring in 2 documents' }).click())
  await expect(importReport(page)).toContainText('One row of the table has no text and was left out.')
  await finish(page)
  const rows = await broughtIn(page, '剪报.csv')
  const { attributes } = await readLibrary(page)
  expect(attributes.map(({ name }) => name)).toEqual(['报纸'])
  expect(rows.map(({ title, metadata }) => [title, metadata.date, metadata.source])).toEqual([
    ['红旗渠畔', '2020-11-12', undefined],
    ['右江新声', undefined, undefined],
  ])
  await step(page, () => said(page).getByRole('button', { name: 'Undo' }).click(), -1)
  expect(await broughtIn(page, '剪报.csv')).toEqual([])
})

test('a table in another encoding is read again before it comes in, and other files come in with it', async ({
  launch,
  folder,
}) => {
  const table = join(folder, 'lettres.csv')
  const text = join(folder, 'note.txt')
  const second = join(folder, 'more.tsv')
  await writeFile(table, Buffer.from('title,text\nÉté,Déjà très âgé\nHiver,Où étais-tu ?\n', 'latin1'))
  await writeFile(text, 'A text beside the tables.\n')
  await writeFile(second, 'title\ttext\nOne\tWords of the first.\n')
  const { app, page } = await launch({ args: ENGLISH })
  await answerOpenDialog(app, [table, text, second])
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(dialog(page)).toContainText('Table 1 of 2')
  await page.getByRole('combobox', { name: 'Encoding' }).selectOption('big5')
  await expect(seen(page)).not.toContainText('Déjà')
  await page.getByRole('combobox', { name: 'Encoding' }).selectOption('windows-1252')
  await expect(seen(page)).toContainText('Déjà très âgé')
  await page.getByRole('button', { name: 'Next table' }).click()
  await expect(dialog(page)).toContainText('Table 2 of 2')
  await step(page, () => page.getByRole('button', { name: 'Bring in 1 document' }).click())
  const { documents } = await readLibrary(page)
  expect(documents.slice(-4).map(({ title }) => title)).toEqual(['Été', 'Hiver', 'note', 'One'])
  expect(documents.at(-4)?.encoding).toMatchObject({ label: 'windows-1252', by: 'reader' })
})

test('another sheet of a workbook is chosen, and nothing comes in when the reader changes their mind', async ({
  launch,
  folder,
}) => {
  const path = join(folder, '两年.xlsx')
  const sheet = (name: string, words: string) => ({
    sheet: name,
    data: [
      ['标题', '正文'],
      [name, words],
    ],
  })
  await writeXlsxFile([sheet('1978', '全会的公报'), sheet('2021', '纪念的文章')]).toFile(path)
  const { app, page } = await launch({ args: ENGLISH, files: [path] })
  await expect(seen(page)).toContainText('全会的公报')
  const before = (await readLibrary(page)).documents.length
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  expect((await readLibrary(page)).documents).toHaveLength(before)

  await answerOpenDialog(app, [path])
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  await page.getByRole('combobox', { name: 'Sheet' }).selectOption('2021')
  await expect(seen(page)).toContainText('纪念的文章')
  await step(page, () => page.getByRole('button', { name: 'Bring in 1 document' }).click())
  expect((await broughtIn(page, '两年.xlsx')).map(({ title }) => title)).toEqual(['2021'])
})
