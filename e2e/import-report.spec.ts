import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accessible } from './accessible'
import { command } from './correcting'
import { dropFiles, finish, importReport, newProject, openTitle, said } from './desk'
import { SAVED_PAGE } from './documents'
import { expect, test } from './launch'

// The report says of each document what came in with it, and leads to it.

const ENGLISH = ['--lang=en-US']

/** A text of so many sentences, unlike those of any other seed. */
function textOf(seed: number, sentences: number): string {
  let state = seed * 2654435761 + 1
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 8
  }
  const sentence = () => `${Array.from({ length: 20 }, () => String.fromCharCode(0x4e00 + (next() % 3000))).join('')}。`
  return Array.from({ length: sentences }, sentence).join('\n\n')
}
const report = (text: string, title: string) =>
  `---\ntitle: ${title}\ndate: 2020-11-12\nsource: 广西日报\nauthor: 陈贻泽\n---\n\n${text}\n`

test('the report counts what came in with each document, and names the one that it is like', async ({
  launch,
  folder,
}) => {
  const text = textOf(1, 60)
  const files = {
    'a.md': report(text, '甲'),
    'b.md': report(text, '乙'),
    'c.md': report(`${text}\n\n${textOf(2, 3)}`, '丙'),
  }
  for (const [name, words] of Object.entries(files)) await writeFile(join(folder, name), words)
  await writeFile(join(folder, 'd.txt'), '')
  const { page } = await launch({ args: ENGLISH })
  await newProject(page, '报刊')
  await dropFiles(page, [...Object.keys(files), 'd.txt'].map((name) => join(folder, name)).concat(SAVED_PAGE))
  const entries = importReport(page).locator('.report-entry')
  await expect(entries).toHaveCount(5)
  await expect(importReport(page)).toContainText('4 of 5 files were brought in.')
  const entry = (title: string) => entries.filter({ has: page.getByText(title, { exact: true }) })
  await expect(entries.first()).toContainText('“d.txt” is empty')
  await expect(entry('甲')).toContainText('Date 2020-11-12')
  await expect(entry('甲')).toContainText('Author 陈贻泽')
  await expect(entry('甲')).toContainText('Source 广西日报')
  await expect(entry('甲')).toContainText('Simplified Chinese')
  await expect(entry('甲')).toContainText('read as utf-8')
  await expect(entry('甲')).not.toContainText('same')
  await expect(entry('乙')).toContainText('The same as “甲”.')
  await expect(entry('丙')).toContainText(/Nearly the same as “甲”: 9\d% of their words\./)
  await accessible(page)

  await entry('丙').getByRole('button', { name: 'Open that one' }).click()
  await expect(openTitle(page)).toHaveText('甲')
  await expect(said(page)).toContainText('Brought in 4 documents; 2 are there already, or nearly so')
  await said(page).getByRole('button', { name: 'Report' }).click()
  await entry('丙').getByRole('button', { name: '丙', exact: true }).click()
  await expect(openTitle(page)).toHaveText('丙')
})

test('a document that comes in again is told to be there already', async ({ launch, folder }) => {
  const path = join(folder, 'a.md')
  await writeFile(path, report(textOf(1, 20), '甲'))
  const { page } = await launch({ args: ENGLISH })
  await dropFiles(page, [path])
  await expect(said(page)).toContainText('Brought in 1 document')
  await dropFiles(page, [path])
  await expect(said(page)).toContainText('Brought in 1 document; one is there already, or nearly so')
})

test('a long report is narrowed, searched, and opened again later', async ({ launch, folder }) => {
  const files = join(folder, 'files')
  await mkdir(files)
  for (let n = 0; n < 60; n += 1) {
    const text = n % 20 === 19 ? '' : n === 30 ? textOf(70, 20) : report(textOf(n === 31 ? 70 : n, 20), `第${n}篇`)
    await writeFile(join(files, `${n}.${n === 30 ? 'txt' : 'md'}`), text)
  }
  const { app, page } = await launch({ args: ENGLISH })
  await dropFiles(page, [files])
  await expect(said(page)).toContainText('Brought in 57 documents; one is there already')
  await page.locator('.page-text').click()
  await command(app, 'file.report')
  const rows = importReport(page).getByRole('row')
  await expect(rows.first()).toContainText('19.md')
  expect(await rows.count()).toBeLessThan(40)
  await importReport(page).getByRole('radio', { name: 'There already 1' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('The same as “30”.')
  await importReport(page).getByRole('radio', { name: 'Without a date 1' }).click()
  await expect(rows).toHaveCount(1)
  await importReport(page).getByRole('radio', { name: 'Not brought in 3' }).click()
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(2)).toContainText('“59.md” is empty')
  await importReport(page).getByRole('radio', { name: 'All 60' }).click()
  await importReport(page).getByRole('searchbox', { name: 'Find by title or file name' }).fill('第44')
  await expect(rows).toHaveCount(1)
  await rows.focus()
  await page.keyboard.press('Enter')
  await expect(openTitle(page)).toHaveText('第44篇')
  await command(app, 'file.report')
  await importReport(page).getByRole('searchbox').fill('nowhere')
  await expect(importReport(page)).toContainText('Nothing here is called so.')
  await finish(page)
})
