import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessible } from './accessible'
import { answerOpenDialog, answerSaveDialog, step } from './desk'
import { expect, test } from './launch'
import { readLibrary } from './library'

// From a question to its passages, to a live theme, to a table whose cells open, to charts on the disk.

const analysis = (page: Page) => page.getByRole('dialog', { name: 'Analysis' })
const line = (page: Page) => analysis(page).getByRole('textbox', { name: 'The query as a line of text' })
const count = (page: Page) => analysis(page).getByTestId('passage-count')

test('a query becomes a live theme, a table opens its passages, and charts are saved', async ({ launch, folder }) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  const { themes, taggings, highlights } = await readLibrary(page)
  const named = (name: string) => themes.find((each) => each.name === name)?.id ?? ''
  const has = (highlight: string, theme: string) =>
    taggings.some((each) => each.highlight === highlight && each.theme === named(theme))
  const metaphors = highlights.filter(({ id }) => has(id, '比喻 Metaphor'))

  const documents = page.getByRole('grid', { name: 'Documents' }).getByRole('row')
  await documents.nth(1).click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Into group' }).click()
  await page.getByRole('menuitem', { name: 'New group…' }).click()
  await page.getByRole('textbox', { name: 'Name of the group' }).fill('日報')
  await step(page, () => page.keyboard.press('Enter'))

  // By the form, which the line of text follows, and back.
  await page.keyboard.press('Control+Shift+A')
  await expect(count(page)).toHaveText(`${highlights.length} passages`)
  await analysis(page).getByRole('button', { name: 'Add a condition' }).click()
  await analysis(page).getByRole('combobox', { name: 'Theme', exact: true }).selectOption(named('比喻 Metaphor'))
  await analysis(page).getByRole('checkbox', { name: 'with those below' }).uncheck()
  await expect(line(page)).toHaveValue('theme:"修辞 Rhetoric / 比喻 Metaphor"')
  await expect(count(page)).toHaveText(new RegExp(`^${metaphors.length} passages?$`))
  await line(page).fill('theme:没有')
  await expect(analysis(page).getByRole('alert')).toHaveText('No theme is called “没有” (character 7).')
  await line(page).fill('theme:"比喻 Metaphor" OR theme:"发展 Development"')
  await expect(analysis(page).getByRole('combobox', { name: 'How the conditions are joined' })).toHaveValue('or')
  const either = highlights.filter(({ id }) => has(id, '比喻 Metaphor') || has(id, '发展 Development')).length
  await expect(count(page)).toHaveText(`${either} passages`)
  await accessible(page)

  // Kept, listed under the tree, and a filter wherever a theme is one.
  await analysis(page).getByRole('textbox', { name: 'Name of the live theme' }).fill('口号与港口')
  await step(page, () => analysis(page).getByRole('button', { name: 'Keep as a live theme' }).click())
  await answerSaveDialog(app, folder)
  await analysis(page).getByRole('button', { name: 'Save live themes as text…' }).click()
  await expect(page.locator('.status-said')).toContainText('live themes.txt')
  const text = await readFile(join(folder, 'live themes.txt'), 'utf8')
  expect(text).toContain('# 口号与港口\ntheme:"修辞 Rhetoric / 比喻 Metaphor" OR theme:')

  // All of them are tagged in one step.
  await analysis(page).getByRole('button', { name: 'Tag them all…' }).click()
  await page.getByRole('combobox', { name: 'Theme', exact: true }).last().fill('港口话')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await step(page, () => page.getByRole('button', { name: `Tag ${either} passages` }).click())
  const after = await readLibrary(page)
  const made = after.themes.find(({ name }) => name === '港口话')?.id
  expect(after.taggings.filter(({ theme }) => theme === made)).toHaveLength(either)

  // A cell of a table opens its passages.
  await analysis(page).getByRole('tab', { name: 'Tables and charts' }).click()
  await analysis(page).getByRole('combobox', { name: 'Columns', exact: true }).selectOption('themes')
  const both = highlights.filter(({ id }) => has(id, '发展 Development') && has(id, '数目与排比 Numbers and parallels'))
  await analysis(page)
    .getByRole('button', {
      name: `${both.length}: 主张 Claims / 发展 Development × 修辞 Rhetoric / 数目与排比 Numbers and parallels`,
    })
    .click()
  await expect(count(page)).toHaveText(new RegExp(`^${both.length} passages?$`))
  await accessible(page)

  // Rows stand in groups that close, and the keys go from number to number.
  await analysis(page).getByRole('combobox', { name: 'Rows grouped by' }).selectOption('branch')
  const grid = analysis(page).getByRole('treegrid', { name: 'Numbers of passages' })
  const development = grid.getByRole('rowheader', { name: '发展 Development' })
  await expect(development).toBeVisible()
  await grid.getByRole('rowheader', { name: /^主张 Claims/ }).focus()
  await page.keyboard.press('Enter')
  await expect(development).toHaveCount(0)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  const claims = highlights.filter(({ id }) =>
    ['发展 Development', '干部作风 Conduct of officials', '民生 Livelihood'].some((each) => has(id, each)),
  )
  await expect(analysis(page).getByRole('region', { name: 'Passages' })).toContainText('主张 Claims')
  await expect(count(page)).toHaveText(`${claims.length} passages`)
  await accessible(page)
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(development).toBeVisible()
  await analysis(page).getByRole('combobox', { name: 'Rows grouped by' }).selectOption('')

  // Charts are drawn, described, and saved in three forms.
  for (const name of ['Bars', 'Heat map', 'Network']) {
    await analysis(page).getByRole('button', { name, exact: true }).click()
    await expect(analysis(page).getByRole('img', { name: /The largest numbers/ })).toBeVisible()
  }
  await analysis(page).getByRole('button', { name: 'Heat map', exact: true }).click()
  await accessible(page)
  const out = join(folder, 'charts')
  await mkdir(out)
  await answerSaveDialog(app, out)
  for (const [button, kind] of [
    ['Save as SVG', 'svg'],
    ['Save as PNG', 'png'],
    ['Numbers as CSV', 'csv'],
  ] as const) {
    await analysis(page).getByRole('button', { name: button }).click()
    await expect(page.locator('.status-said')).toContainText(`.${kind}`)
  }
  const file = (kind: string) => readFile(join(out, `Passages- Themes × Themes.${kind}`))
  const svg = (await file('svg')).toString()
  expect(svg).toContain('<title>Passages: Themes × Themes</title>')
  expect(svg).not.toMatch(/var\(--theme|oklch|<script/)
  expect((await file('png')).subarray(1, 4).toString()).toBe('PNG')
  expect((await file('csv')).toString()).toContain('主张 Claims / 发展 Development')

  // Two groups of documents side by side.
  await analysis(page).getByRole('tab', { name: 'Two groups' }).click()
  await expect(analysis(page).getByRole('img', { name: /^Themes in 日報 and in all other documents/ })).toBeVisible()
  const inGroup = after.documentGroups.find(({ name }) => name === '日報')?.documents ?? []
  const there = metaphors.filter(({ document }) => inGroup.includes(document)).length
  await analysis(page)
    .getByRole('row', { name: /比喻 Metaphor/ })
    .getByRole('button')
    .first()
    .click()
  await expect(count(page)).toHaveText(new RegExp(`^${there} passages?$`))
  await accessible(page)

  await analysis(page).getByRole('tab', { name: 'Portrait of a document' }).click()
  await expect(analysis(page).getByRole('img', { name: /^Portrait of/ })).toBeVisible()
  await accessible(page)
  await analysis(page).getByRole('grid', { name: 'Passages' }).getByRole('row').first().click()
  await expect(analysis(page)).toHaveCount(0)

  const list = page.getByRole('region', { name: 'Live themes' })
  await expect(list.getByRole('button', { name: /口号与港口/ }).first()).toContainText(String(either))
  await list
    .getByRole('button', { name: /口号与港口/ })
    .first()
    .click()
  await expect(page.getByTestId('highlight-count')).toContainText(' of ')
  // It has stripes and a line in the text, and its name stands on the cards of its passages.
  await expect(page.locator('.stripe[title="口号与港口"]').first()).toBeVisible()
  const card = page.locator('.card').filter({ hasText: '港口话' }).first()
  await expect(card.locator('.chip', { hasText: '口号与港口' })).toBeVisible()
  await accessible(page)

  // A search looks inside its passages only.
  await page.keyboard.press('Control+Shift+F')
  await page.getByRole('searchbox', { name: 'Words to search for in all documents' }).fill('港')
  await page.getByRole('button', { name: 'Where: everywhere' }).click()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: '口号与港口 (live theme)' })
  await page.keyboard.press('Escape')
  const shown = after.highlights.filter(({ id }) =>
    after.taggings.some((each) => each.highlight === id && each.theme === made),
  )
  const places = shown.reduce((sum, { passage }) => sum + passage.quote.split('港').length - 1, 0)
  await expect(page.locator('.search-told')).toHaveText(new RegExp(`^${places} places? in `))
  await page.keyboard.press('Escape')

  // One step back takes the live theme away; its text brings it in again.
  await list
    .getByRole('button', { name: /口号与港口/ })
    .last()
    .click({ force: true })
  await step(page, () => page.getByRole('menuitem', { name: 'Delete' }).click())
  await expect(list).toHaveCount(0)
  await answerOpenDialog(app, [join(folder, 'live themes.txt')])
  await page.keyboard.press('Control+Shift+A')
  await step(page, () => analysis(page).getByRole('button', { name: 'Read live themes from text…' }).click())
  await page.keyboard.press('Escape')
  await expect(list).toContainText('口号与港口')
  expect(refused).toEqual([])
})
