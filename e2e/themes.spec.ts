import type { Page } from '@playwright/test'
import { finish, openDocumentDialog, said, step } from './desk'
import { expect, test } from './launch'
import { digest, readLibrary } from './library'
import { settled, shown } from './screen'
import { click, rangeOf } from './text'

// The tree of themes, on the sample project: its speech has nine highlights, of which four are set phrases.

const ENGLISH = { args: ['--lang=en-US'] }

const row = (page: Page, name: string) =>
  page.locator('.theme-row').filter({ has: page.locator('.theme-name', { hasText: new RegExp(`^${name}`) }) })

/** The number beside a theme: its taggings and those of the themes under it. */
const count = (page: Page, name: string) => row(page, name).locator('.count')

/** That number, once it has been read. */
async function counted(page: Page, name: string): Promise<number> {
  await expect(count(page, name)).not.toHaveText('0')
  return Number(await count(page, name).innerText())
}

async function openMenu(page: Page, name: string): Promise<void> {
  await row(page, name).hover()
  await page.getByRole('button', { name: `What can be done with “${name}` }).click()
  await expect(page.getByRole('menu')).toBeVisible()
}

async function openThemeDialog(page: Page, name: string): Promise<void> {
  await openMenu(page, name)
  await page.getByRole('menuitem', { name: 'Edit theme…' }).click()
  await expect(page.getByRole('dialog', { name: 'Theme', exact: true })).toBeVisible()
}

const shownCount = (page: Page) => page.getByTestId('highlight-count')

const themeNamed = async (page: Page, name: string) =>
  (await readLibrary(page)).themes.find((each) => each.name.startsWith(name))

test('themes are made, one under the other by a path, and undone', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  await settled(page)
  const before = digest(await readLibrary(page))
  await page.getByRole('button', { name: 'New theme' }).click()
  await page.keyboard.type('水 Water / 河 Rivers')
  await step(page, () => page.keyboard.press('Enter'))
  await expect(count(page, '水 Water')).toHaveText('0')
  await expect(count(page, '河 Rivers')).toHaveText('0')
  expect((await themeNamed(page, '河'))?.parent).toBe((await themeNamed(page, '水'))?.id)
  await step(page, () => page.keyboard.press('Control+z'), -1)
  await expect(row(page, '水 Water')).toHaveCount(0)
  expect(digest(await readLibrary(page))).toBe(before)
})

test('a name that is taken is refused in a sentence', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  await page.getByRole('button', { name: 'New theme' }).click()
  await page.keyboard.type('水 Water')
  await step(page, () => page.keyboard.press('Enter'))
  const before = digest(await readLibrary(page))
  await row(page, '水 Water').focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('主张 Claims')
  await page.keyboard.press('Enter')
  await expect(said(page)).toHaveText(
    'There is already a theme “主张 Claims” at this place in the tree. Nothing was changed.',
  )
  expect(digest(await readLibrary(page))).toBe(before)
})

test('a theme is renamed in its place with F2', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  const tagged = (await settled(page)).shown.cards.filter(({ themes }) => themes.includes('比喻 Metaphor'))
  expect(tagged.length).toBeGreaterThan(0)
  await row(page, '比喻 Metaphor').focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('意象 Imagery')
  await step(page, () => page.keyboard.press('Enter'))
  await expect(row(page, '意象 Imagery')).toBeVisible()
  const { cards } = (await settled(page)).shown
  for (const { id } of tagged) expect(cards.find((card) => card.id === id)?.themes).toContain('意象 Imagery')

  await row(page, '意象 Imagery').focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Edit theme…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Theme', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(row(page, '意象 Imagery')).toBeFocused()
})

test('a theme is given another colour, and its marks have it at once', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  await settled(page)
  const { id } = (await themeNamed(page, '比喻 Metaphor')) ?? {}
  const colour = () =>
    page.evaluate((theme) => {
      const mark = document.querySelector(`mark[style*="--theme-${theme}"]`)
      const swatch = document.querySelector(`.theme-pane [data-key="${theme}"] .swatch`)
      return [mark, swatch].map((each) => each && getComputedStyle(each).backgroundColor)
    }, id)
  const before = await colour()
  expect(before[0]).toBeTruthy()
  await openThemeDialog(page, '比喻 Metaphor')
  await step(page, () => page.getByRole('dialog').locator('.pigment').nth(5).click())
  await finish(page)
  await expect.poll(async () => (await colour())[0]).not.toBe(before[0])
  expect((await colour())[1]).not.toBe(before[1])
  await step(page, () => page.keyboard.press('Control+z'), -1)
  await expect.poll(colour).toEqual(before)
})

test('a theme moves under another in its dialog, and to the top by its menu', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  const before = await counted(page, '主张 Claims')
  const moved = await counted(page, '比喻 Metaphor')
  await openThemeDialog(page, '比喻 Metaphor')
  await page.getByRole('dialog').getByRole('button', { name: /Under/ }).click()
  await step(page, () => page.getByRole('option', { name: '主张 Claims', exact: true }).click())
  await finish(page)
  await expect(count(page, '主张 Claims')).toHaveText(String(before + moved))
  expect((await themeNamed(page, '比喻'))?.parent).toBe((await themeNamed(page, '主张'))?.id)
  await openMenu(page, '比喻 Metaphor')
  await step(page, () => page.getByRole('menuitem', { name: 'Move to the top level' }).click())
  expect((await themeNamed(page, '比喻'))?.parent).toBeNull()
})

test('a theme is dragged under another with the mouse', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  await step(page, () => row(page, '复现 Recurrence').dragTo(row(page, '主张 Claims')))
  await expect.poll(async () => (await themeNamed(page, '复现'))?.parent).toBe((await themeNamed(page, '主张'))?.id)
})

test('deleting a theme says what goes with it, keeps the highlights, and is undone', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  const before = await settled(page)
  const taggings = await counted(page, '修辞 Rhetoric')
  await openMenu(page, '修辞 Rhetoric')
  const item = page.getByRole('menuitem', { name: /^Delete/ })
  await expect(item).toHaveText(`Delete, with ${taggings} taggings (the highlights stay)`)
  await step(page, () => item.click())
  await expect(said(page)).toContainText(`and what is under it: 4 themes and ${taggings} taggings`)
  await expect(row(page, '套语 Set phrases')).toHaveCount(0)
  const after = await settled(page)
  expect(after.shown.marks).toEqual(before.shown.marks)
  expect(after.library.taggings).toHaveLength(before.library.taggings.length - taggings)
  await step(page, () => said(page).getByRole('button', { name: 'Undo' }).click(), -1)
  const again = await settled(page)
  expect(digest(again.library)).toBe(digest(before.library))
  await expect.poll(async () => (await shown(page)).themes).toEqual(before.shown.themes)
})

test('a click on a theme shows its passages only, and another all of them', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  const { library } = await settled(page)
  await row(page, '套语 Set phrases').click()
  await expect(shownCount(page)).toHaveText('4 of 9')
  const theme = library.themes.find(({ name }) => name.startsWith('套语'))
  const tagged = new Set(library.taggings.filter((each) => each.theme === theme?.id).map(({ highlight }) => highlight))
  for (const { id } of (await shown(page)).cards) expect(tagged.has(id)).toBe(true)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(shownCount(page)).toHaveText('9')
})

test('a highlight chosen in the list is shown in the text', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  const { shown: now } = await settled(page)
  const last = now.cards.at(-1)
  await page.locator(`.highlights-pane [data-key="${last?.id}"] blockquote`).click()
  const mark = page.locator(`mark[data-highlight="${last?.id}"]`).first()
  await expect(mark).toHaveClass(/chosen/)
  await expect(mark).toBeInViewport()
})

test('a click on a highlight brings its card into view', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  const words = '一任接着一任干，一张蓝图绘到底'
  const { start } = await rangeOf(page, words)
  await click(page, start + 3)
  const card = page.locator('.highlights-pane [data-current]')
  await expect(card).toContainText(words)
  await expect(card).toBeInViewport()
})

test('notes are written on a theme, a document and the project, and are there after a restart', async ({ launch }) => {
  const first = await launch(ENGLISH)
  const write = async (label: string, words: string): Promise<void> => {
    const field = first.page.getByRole('textbox', { name: label })
    await field.click()
    await field.press('End')
    await first.page.keyboard.type(words)
  }
  await openThemeDialog(first.page, '民生 Livelihood')
  await write('Note on this theme', '群众 as readers')
  await finish(first.page)
  await openDocumentDialog(first.page)
  await write('Note on this document', 'Read twice.')
  await finish(first.page)
  await first.page.getByRole('button', { name: /^Project / }).click()
  await first.page.getByRole('menuitem', { name: 'Note on the project' }).click()
  await write('Note on the project', ' Third reading.')
  await first.close()

  const { page } = await launch(ENGLISH)
  const library = await readLibrary(page)
  const note = (kind: string, words: string) =>
    library.notes.filter(({ about, text }) => about.kind === kind && text.includes(words))
  expect(note('theme', '群众 as readers')).toHaveLength(1)
  expect(note('document', 'Read twice.')).toHaveLength(1)
  expect(note('project', 'Third reading.')).toHaveLength(1)
  await openThemeDialog(page, '民生 Livelihood')
  await expect(page.getByRole('textbox', { name: 'Note on this theme' })).toContainText('群众 as readers')
})
