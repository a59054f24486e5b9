import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessible } from './accessible'
import { answerOpenDialog, answerSaveDialog, bringInFolder, choose, newProject, step } from './desk'
import { expect, test } from './launch'
import { recordsOf } from './library'

// A passage that travelled from one document to another: found, set side by side, linked, and undone.

const ENGLISH = ['--lang=en-US']
const TEXTS = {
  'a.md':
    '---\ntitle: 乙縣大會\ndate: 2021-06-01\n---\n\n必須堅持以人民為中心的發展理念，著力解決百姓急難愁盼的問題，讓改革發展成果更多更公平地惠及全體市民。\n',
  'b.md':
    '---\ntitle: 甲市会议\ndate: 2021-02-01\n---\n\n要坚持以人民为中心的发展思想，着力解决群众急难愁盼问题，让改革发展成果更多更公平惠及全体人民。\n',
  'c.md': '---\ntitle: 丙区简报\ndate: 2021-09-01\n---\n\n本区粮食丰收，商场开门，街道整洁，学校放假。\n',
}

const window = (page: Page) => page.getByRole('dialog', { name: 'Words and passages' })

test('a passage that travelled stands side by side across scripts, is linked with an echo, and tagged at both ends', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ENGLISH })
  await newProject(page, '公报')
  await bringInFolder(app, page, join(folder, '公报'), TEXTS)

  await choose(app, 'compare.parallels')
  const rows = window(page).getByRole('grid', { name: 'Parallels' }).getByRole('row')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('甲市会议 → 乙縣大會')
  const sides = window(page).getByRole('region', { name: 'Side by side' }).getByRole('article')
  await expect(sides.nth(0)).toContainText('坚持以人民为中心的发展思想')
  await expect(sides.nth(1)).toContainText('堅持以人民為中心的發展理念')
  expect(await sides.nth(0).locator('mark').allTextContents()).toContain('思想')
  expect(await sides.nth(1).locator('mark').allTextContents()).toContain('理念')
  for (const scheme of ['view.dark', 'view.light']) {
    await choose(app, scheme)
    await accessible(page)
  }

  await step(page, () => window(page).getByRole('button', { name: 'Link them' }).click())
  const linked = await recordsOf(page, '公报')
  const titleOf = (highlight: string | undefined) => {
    const document = linked.highlights.find(({ id }) => id === highlight)?.document
    return linked.documents.find(({ id }) => id === document)?.title
  }
  expect(linked.links.map(({ from, to, relation }) => [titleOf(from), titleOf(to), relation])).toEqual([
    ['乙縣大會', '甲市会议', 'echoes'],
  ])

  await window(page).getByRole('button', { name: 'Tag both ends' }).click()
  await window(page).getByRole('combobox', { name: 'Theme for both ends' }).fill('以人民为中心')
  await step(page, () => page.getByRole('option').first().click())
  expect((await recordsOf(page, '公报')).taggings).toHaveLength(2)

  await window(page).getByLabel('Map of who shares with whom').check()
  await expect(
    window(page)
      .getByRole('img', { name: /How much 2 documents share/ })
      .locator('svg'),
  ).toBeVisible()
  await expect(window(page).getByRole('listitem')).toContainText(['乙縣大會'])
  await accessible(page)
  await window(page).getByRole('checkbox', { name: 'Map of who shares with whom' }).uncheck()

  // The corpus goes out to passim, and what that found comes back in its place: on another machine, a longer stretch.
  await answerSaveDialog(app, folder)
  await window(page).getByRole('button', { name: 'passim' }).click()
  await page.getByRole('menuitem', { name: 'Save the corpus for passim…' }).click()
  await expect(window(page).getByRole('status').filter({ hasText: 'corpus.json' })).toBeVisible()
  const sent = (await readFile(join(folder, 'corpus.json'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(sent.map(({ title, date }) => [title, date])).toEqual(
    linked.documents.map(({ title, metadata }) => [title, metadata.date]),
  )
  const words = '改革发展成果更多'
  const passage = ({ id, text }: { id: string; text: string }) => {
    const begin = text.indexOf(words)
    return JSON.stringify({ cluster: 1, id, begin, end: begin + words.length, text: words })
  }
  const [first, second] = sent.filter(({ text }) => text.includes(words))
  const lines = [passage(first), passage(second), passage({ ...first, id: 'gone' }), 'no record']
  await writeFile(join(folder, 'out.json'), lines.join('\n'))
  await answerOpenDialog(app, [join(folder, 'out.json')])
  await window(page).getByRole('button', { name: 'passim' }).click()
  await page.getByRole('menuitem', { name: 'Read what passim found…' }).click()
  const told = window(page).getByRole('status').filter({ hasText: 'passim' })
  await expect(told).toContainText('1 parallel found by passim. 1 line is no record of passim and was left out.')
  await expect(told).toContainText('1 document of passim’s output is not in this project.')
  await expect(rows).toContainText(words)
  await expect(sides.nth(1)).toContainText('改革發展成果更多')
  await accessible(page)
  await told.getByRole('button', { name: 'Back to those found here' }).click()
  await expect(rows).toContainText('坚持以人民为中心的发展思想')
  await page.keyboard.press('Escape')
  await step(page, () => choose(app, 'edit.undo'), -1)
  await step(page, () => choose(app, 'edit.undo'), -1)
  const undone = await recordsOf(page, '公报')
  expect([undone.links, undone.taggings, undone.highlights, undone.themes]).toEqual([[], [], [], []])

  // On demand the text itself says, in its margin, what of it stands elsewhere.
  const marks = page.locator('.parallel-mark')
  await page.getByRole('row').filter({ hasText: '乙縣大會' }).click()
  await expect(page.locator('.top-title')).toHaveText('乙縣大會')
  await expect(marks).toHaveCount(0)
  await choose(app, 'view.parallels')
  await expect(page.getByText('1 passage stands in other documents')).toBeVisible()
  await expect(marks).toHaveCount(1)
  await expect(marks).toHaveAccessibleName(/^Stands in 1 other document \(\d+ characters\): compare$/)
  const pictures = process.env.PINGDIAN_PICTURES
  if (pictures) await page.screenshot({ path: join(pictures, 'marks.png') })
  await accessible(page)
  await marks.click()
  await expect(window(page).getByRole('region', { name: 'Side by side' })).toContainText('坚持以人民为中心的发展思想')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await choose(app, 'view.parallels')
  await expect(marks).toHaveCount(0)
})
