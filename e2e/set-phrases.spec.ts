import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessible } from './accessible'
import { bringInFolder, choose, newProject, step } from './desk'
import { expect, test } from './launch'
import { recordsOf } from './library'

// Words and set phrases of all documents: from a phrase to a theme on all its places, and back in one step.

const ENGLISH = ['--lang=en-US']
const TEXTS = {
  'a.md': '---\ntitle: 甲市公报\ndate: 2020-05-01\n---\n\n会议强调，要全面贯彻新发展理念，推动经济社会发展。\n',
  'b.md': '---\ntitle: 乙縣公報\ndate: 2020-03-01\n---\n\n大會指出，必須全面貫徹新發展理念，加快城市建設。\n',
  'c.md': '---\ntitle: 丙区简报\ndate: 2020-08-01\n---\n\n全区上下全面贯彻新发展理念，城市面貌一新。\n',
}

const window = (page: Page) => page.getByRole('dialog', { name: 'Words and passages' })

test('a set phrase is found across scripts with its first appearance, becomes a theme on all its places, and is undone', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ENGLISH })
  await newProject(page, '公报')
  await bringInFolder(app, page, join(folder, '公报'), TEXTS)

  await choose(app, 'compare.phrases')
  const phrases = window(page).getByRole('grid', { name: 'Set phrases' })
  await phrases.getByRole('row').filter({ hasText: '新发展理念' }).click()
  const details = window(page).getByRole('region', { name: '全面贯彻新发展理念' })
  await expect(details).toContainText('First on 2020-03-01: 乙縣公報')
  await expect(details).toContainText('全面貫徹新發展理念 (1)')
  await expect(details.getByRole('img')).toHaveAccessibleName(/2020-03: 1, 2020-05: 1, 2020-08: 1/)
  await expect(details.getByRole('grid', { name: 'Places' }).getByRole('row')).toContainText([
    '全面貫徹新發展理念',
    '甲市公报',
    '丙区简报',
  ])
  for (const scheme of ['view.dark', 'view.light']) {
    await choose(app, scheme)
    await accessible(page)
  }

  await step(page, () => details.getByRole('button', { name: 'Make a theme of it and tag 3 places' }).click())
  const tagged = await recordsOf(page, '公报')
  expect(tagged.themes.map(({ name }) => name)).toEqual(['全面贯彻新发展理念'])
  expect(tagged.taggings.map(({ theme }) => theme)).toEqual(tagged.themes.flatMap(({ id }) => [id, id, id]))
  expect(tagged.highlights.map(({ passage }) => passage.quote).sort()).toEqual(
    ['全面贯彻新发展理念', '全面貫徹新發展理念', '全面贯彻新发展理念'].sort(),
  )

  await window(page).getByRole('tab', { name: 'Parallels' }).click()
  await expect(window(page).getByRole('tab', { name: 'Parallels' })).toHaveAttribute('aria-selected', 'true')
  await choose(app, 'compare.words')
  await window(page).getByLabel('Count').selectOption('characters2')
  const words = window(page).getByRole('grid', { name: 'Words' })
  await words.getByText('城市', { exact: true }).click()
  const word = window(page).getByRole('region', { name: '城市' })
  await expect(word).toContainText('2 places')
  await word.getByRole('button', { name: 'Words near it' }).click()
  await expect(word.getByRole('grid', { name: 'Words near it' }).getByRole('row').first()).toBeVisible()
  await accessible(page)
  await word.getByRole('button', { name: 'Places' }).click()
  await word.getByRole('row').filter({ hasText: '乙縣公報' }).click()
  await expect(window(page)).toBeHidden()
  await expect(page.locator('.page-text')).toContainText('加快城市建設')

  await step(page, () => choose(app, 'edit.undo'), -1)
  const undone = await recordsOf(page, '公报')
  expect([undone.themes, undone.taggings, undone.highlights]).toEqual([[], [], []])

  // The words of one part of the documents beside those of another; a list of one's own is kept, a number opens its places.
  await choose(app, 'compare.words')
  await expect(words.getByRole('row').first()).toBeVisible()
  await window(page).getByText('Words of one’s own, and words left out').click()
  await window(page).getByLabel('Words that are never parted, one to a line').fill('新发展理念')
  await step(page, () => window(page).getByLabel('Words that are not listed, one to a line').focus())
  await expect(words.getByRole('row').filter({ hasText: '新发展理念' })).toBeVisible()
  await window(page).getByText('Words of one’s own, and words left out').click()
  await window(page).locator('label').filter({ hasText: /^Of/ }).locator('select').selectOption({ label: 'A part…' })
  await window(page).getByRole('button', { name: 'Where: everywhere' }).click()
  await page.getByRole('textbox', { name: 'Until' }).fill('2020-03')
  await page.keyboard.press('Escape')
  await window(page)
    .locator('label')
    .filter({ hasText: /^Beside/ })
    .locator('select')
    .selectOption({ label: 'All others' })
  await expect(window(page).getByText('In the others')).toBeVisible()
  const row = words.getByRole('row').filter({ hasText: '新发展理念' })
  await expect(row.getByRole('button')).toHaveText([/^1$/, /^2$/, /./, /./])
  await accessible(page)
  const pictures = process.env.PINGDIAN_PICTURES
  if (pictures) await page.screenshot({ path: join(pictures, 'words.png') })
  await row.getByRole('button').nth(1).click()
  await expect(page.getByRole('searchbox')).toHaveValue('"新发展理念"')
  await expect(page.getByText('2 places in 2')).toBeVisible()
})
