import type { ElectronApplication, Page } from '@playwright/test'
import { newProject, openTitle, said, step } from './desk'
import { expect, test } from './launch'
import { stepsDone } from './library'
import { text } from './text'

// One box for everything, and keys that can be changed.

const ENGLISH = ['--lang=en-US']

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find, go to, command' })
const options = (page: Page) => palette(page).getByRole('option')
const keys = (page: Page) => page.getByRole('dialog', { name: 'Keys' })
const keyOf = (page: Page, command: string) =>
  keys(page).getByRole('button', { name: new RegExp(`(Change the key of|Give) “${command}”`) })

/** Opens the palette, types, and chooses the first that was found, which must be `expected`. */
async function find(page: Page, typed: string, expected: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox').or(palette(page).locator('input'))).toBeFocused()
  await page.keyboard.type(typed)
  await expect(options(page).first()).toContainText(expected)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
}

/** The key that the native menu shows for a command. */
const menuKey = (app: ElectronApplication, id: string): Promise<string | undefined> =>
  app.evaluate(({ Menu }, wanted) => {
    const key = Menu.getApplicationMenu()?.getMenuItemById(wanted)?.accelerator
    return key === undefined || key === null ? undefined : String(key)
  }, id)

test('commands, documents, themes and projects are found by words, pinyin and initials', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH })
  await text(page).focus()

  await test.step('a command by its Chinese name in pinyin; then it stands first, as used last', async () => {
    await find(page, 'shense', 'Dark')
    await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
    await expect(text(page)).toBeFocused()
    await page.keyboard.press('Control+k')
    await expect(options(page).first()).toContainText('Dark')
    await page.keyboard.press('Escape')
    await expect(palette(page)).toHaveCount(0)
    await expect(text(page)).toBeFocused()
  })

  await test.step('a document by a word of its title', async () => {
    await find(page, 'pencil', 'The Pencil in the Margin')
    await expect(openTitle(page)).toHaveText('The Pencil in the Margin')
  })

  await test.step('a theme in pinyin: only its passages are shown', async () => {
    await find(page, 'fuxian', '复现')
    await expect(page.locator('.filter-line')).toContainText('复现')
  })

  await test.step('what cannot be done now is not offered', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('undo')
    await expect(palette(page)).toContainText('Nothing is called so.')
    await page.keyboard.press('Control+k')
    await expect(palette(page)).toHaveCount(0)
  })

  await test.step('a project', async () => {
    await newProject(page, '第二个项目')
    await find(page, 'sample', 'Sample')
    await expect(page.getByRole('button', { name: /^Project Sample/ })).toBeVisible()
    await find(page, '第二個', '第二个项目')
    await expect(page.getByRole('button', { name: 'Project 第二个项目' })).toBeVisible()
  })

  await test.step('by the button of the top bar, and nothing found says so', async () => {
    await page.getByRole('button', { name: 'Find, go to, command' }).click()
    await page.keyboard.type('zzzq')
    await expect(palette(page)).toContainText('Nothing is called so.')
    await page.keyboard.press('Escape')
  })
})

test('a command from the palette works where the reader was, and a field keeps its own undo', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH })
  await text(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('s')
  await step(page, () => find(page, 'highlight without', 'Highlight without a theme'))
  await expect(said(page)).toContainText('Highlighted 1 passage')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('abc')
  await page.keyboard.press('Control+z')
  await expect(palette(page).locator('input')).not.toHaveValue('abc')
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('Control+z')
  const done = await stepsDone(page)
  await page.keyboard.press('Escape')
  await step(page, () => find(page, 'undo', 'Undo'), -1)
  expect(await stepsDone(page)).toBe(done - 1)
})

test('nothing fires while an input method composes', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH })
  await text(page).focus()
  await page.evaluate(() => {
    const press = { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...press, isComposing: true }))
  })
  await expect(palette(page)).toHaveCount(0)
})

test('keys are changed, refused and given back; the menu and a restart keep them', async ({ launch }) => {
  const first = await launch({ args: ENGLISH })
  const { page } = first
  await text(page).focus()
  await page.keyboard.press('?')
  await expect(keys(page)).toBeVisible()

  await test.step('a key that another command has is refused by name', async () => {
    await keyOf(page, 'Write a note').click()
    await page.keyboard.press('h')
    await expect(keys(page).getByRole('status')).toContainText('H is the key of “Highlight without a theme” already')
    await expect(keyOf(page, 'Write a note')).toContainText('N')
  })
  await test.step('what would be in the way of typing is refused', async () => {
    await keyOf(page, 'Take notes out…').click()
    await page.keyboard.press('y')
    await expect(keys(page).getByRole('status')).toContainText('in the way of typing')
  })
  await test.step('Escape leaves a key as it is, and the sheet open', async () => {
    await keyOf(page, 'Write a note').click()
    await page.keyboard.press('Escape')
    await expect(keys(page)).toBeVisible()
    await expect(keyOf(page, 'Write a note')).toContainText('N')
  })
  await test.step('by keyboard alone', async () => {
    await keyOf(page, 'Write a note').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('y')
    await expect(keyOf(page, 'Write a note')).toContainText('Y')
    await keyOf(page, 'Take notes out…').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Shift+y')
    await expect(keyOf(page, 'Take notes out…')).toContainText('Ctrl Shift Y')
  })
  await expect.poll(() => menuKey(first.app, 'file.export')).toBe('CmdOrCtrl+Shift+Y')
  await page.keyboard.press('Escape')
  await expect(keys(page)).toHaveCount(0)
  await first.close()

  const second = await launch({ args: ENGLISH })
  const again = second.page
  await expect.poll(() => menuKey(second.app, 'file.export')).toBe('CmdOrCtrl+Shift+Y')
  await text(again).focus()
  await again.keyboard.press('Control+Home')
  await again.keyboard.press('ArrowDown')
  await again.keyboard.press('s')
  await step(again, () => again.keyboard.press('y'))
  await expect(again.locator('.highlights-pane :is(textarea, [contenteditable=true])')).toBeFocused()
  await again.keyboard.type('?')
  await expect(keys(again)).toHaveCount(0)
  await again.keyboard.press('Escape')

  await again.keyboard.press('F1')
  await keys(again).getByRole('button', { name: 'Back to the usual key of “Write a note”' }).click()
  await expect(keyOf(again, 'Write a note')).toContainText('N')
  await keys(again).getByRole('button', { name: 'All keys as usual' }).click()
  await expect(keyOf(again, 'Take notes out…')).toContainText('Ctrl E')
  await expect.poll(() => menuKey(second.app, 'file.export')).toBe('CmdOrCtrl+E')
})
