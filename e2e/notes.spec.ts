import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { accessible } from './accessible'
import { boxField, openTitle } from './desk'
import { WRITTEN } from './documents'
import { test } from './launch'
import { readLibrary } from './library'
import { click, drag, rangeOf, text } from './text'

// Notes from the first sign to an earlier state taken back, on the sample project that a new library opens with.

const PICTURES = process.env.PINGDIAN_PICTURES

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  for (const scheme of ['light', 'dark']) {
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      await page.evaluate((wanted) => {
        document.documentElement.dataset.scheme = wanted
      }, scheme)
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: join(PICTURES, `${name}-${scheme}-${width}.png`) })
    }
  }
  await page.evaluate(() => {
    document.documentElement.dataset.scheme = 'light'
  })
}

const noteTexts = async (page: Page): Promise<string[]> => (await readLibrary(page)).notes.map((note) => note.text)
const editor = (page: Page, name = 'Note on this highlight') => page.getByRole('textbox', { name })
const stored = (page: Page, wanted: string | RegExp) =>
  expect.poll(async () => (await noteTexts(page)).at(-1)).toMatch(wanted)

test('a note is written with signs, linked, found, opened in context and taken back', async ({ launch }) => {
  const { page } = await launch({ files: [WRITTEN[3]?.path ?? ''], args: ['--lang=en-US'] })
  await expect(openTitle(page)).toHaveText('ON KEEPING A COMMONPLACE BOOK')
  await expect(text(page)).toBeVisible()
  const before = await noteTexts(page)
  const theme = (await readLibrary(page)).themes[0]
  if (!theme) throw new Error('The sample project was expected to have themes.')
  const heading = (await text(page).locator('.block').nth(2).textContent()) ?? ''
  const words = heading.slice(0, 12)
  const range = await rangeOf(page, words)

  await test.step('bold and a list are typed as signs, and stored as Markdown', async () => {
    await drag(page, range)
    await expect(boxField(page)).toBeFocused()
    await page.keyboard.press('Alt+n')
    await expect(editor(page)).toBeFocused()
    await page.keyboard.type('A **strong** word\n- first\nsecond\n\nthen')
    await expect(editor(page).locator('strong')).toHaveText('strong')
    await expect(editor(page).locator('li')).toHaveText(['first', 'second'])
    await stored(page, /^A \*\*strong\*\* word\n\n- first\n- second\n\nthen$/)
  })

  await test.step('undo inside the editor is the editor’s, step by step, and what is left is stored', async () => {
    await page.keyboard.type(' xyz')
    await stored(page, /then xyz$/)
    await page.keyboard.press('Control+z')
    await expect(editor(page)).not.toContainText('xyz')
    await expect(editor(page).locator('li')).toHaveText(['first', 'second'])
    await stored(page, /second\n*(then)?$/)
    await page.keyboard.press('Control+Shift+z')
    await stored(page, /then xyz$/)
  })

  await test.step('[[ offers what can be linked to, and puts a link that knows its record', async () => {
    await page.keyboard.type(` see [[${theme.name.slice(0, 2)}`)
    const list = page.getByRole('listbox', { name: 'Link to' })
    await expect(list.getByRole('option').first()).toContainText(theme.name)
    await picture(page, 'link-list')
    await page.keyboard.press('Enter')
    await expect(list).toHaveCount(0)
    await expect(editor(page).locator('a')).toHaveText(theme.name)
    await expect
      .poll(async () => (await noteTexts(page)).at(-1)?.endsWith(`[${theme.name}](pingdian:theme/${theme.id})`))
      .toBe(true)
    await picture(page, 'editor')
  })

  await test.step('Escape leaves the editor for the text; the card shows the note set, with its link', async () => {
    await page.keyboard.press('Escape')
    await expect(text(page)).toBeFocused()
    const card = page.locator('.highlights-pane [role=row][data-current]')
    await expect(card.locator('.note strong')).toHaveText('strong')
    await picture(page, 'card')
    await card.getByRole('link', { name: theme.name }).click()
  })

  await test.step('the theme says which notes mention it, and opens them', async () => {
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Mentioned in 1 note', { exact: true }).click()
    await picture(page, 'backlinks')
    await dialog.getByRole('button', { name: /A strong word/ }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.locator('.highlights-pane [role=row][data-current] blockquote')).toHaveText(words)
  })

  await test.step('all notes stand in one window and are found by their words', async () => {
    await click(page, 0)
    await page.keyboard.press('Control+Shift+n')
    const window = page.getByRole('dialog', { name: 'All notes' })
    await expect(window.getByRole('row')).toHaveCount(before.length + 1)
    await picture(page, 'notes')
    await page.keyboard.type('STRONG')
    await expect(window.getByRole('row')).toHaveCount(1)
    await expect(window.getByTestId('note-count')).toHaveText(`1 of ${before.length + 1}`)
    await window.getByRole('row').click()
    await expect(editor(page)).toContainText('A strong word')
  })

  await test.step('an earlier state is read and taken back, as a step that can be undone', async () => {
    const window = page.getByRole('dialog', { name: 'All notes' })
    const full = (await noteTexts(page)).at(-1) ?? ''
    await window.getByRole('button', { name: 'Earlier states' }).click()
    await expect(window.getByText('This note has no earlier state.')).toBeVisible()
    // Another step between two goes of writing begins a new state.
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^About “/ }).click()
    await page.getByLabel('Author').fill('Anon.')
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    await page.keyboard.press('Control+Shift+n')
    await page.keyboard.type('strong')
    await editor(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' later words')
    await stored(page, / later words$/)
    await window.getByRole('button', { name: 'Earlier states' }).click()
    await expect(window.getByRole('list', { name: 'States of this note' }).getByRole('button')).toHaveCount(2)
    await picture(page, 'history')
    await accessible(page)
    await window.getByRole('button', { name: 'Take this back' }).click()
    await expect.poll(async () => (await noteTexts(page)).at(-1)).toBe(full)
    await expect(editor(page)).not.toContainText('later words')
    await page.keyboard.press('Escape')
    await text(page).focus()
    await page.keyboard.press('Control+z')
    await stored(page, / later words$/)
  })

  await test.step('a note opens its passage in context', async () => {
    await click(page, 0)
    await page.keyboard.press('Control+Shift+n')
    await page.keyboard.type('strong')
    await page.getByRole('button', { name: 'Open in context' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.locator('.highlights-pane [role=row][data-current] blockquote')).toHaveText(words)
  })
})

test('lines, input methods and links that are given up leave what was typed', async ({ launch }) => {
  const { page } = await launch({ args: ['--lang=en-US'] })
  const words = ((await text(page).locator('.block').nth(3).textContent()) ?? '').slice(0, 10)
  await drag(page, await rangeOf(page, words))
  await expect(boxField(page)).toBeFocused()
  await page.keyboard.press('Alt+n')
  await expect(editor(page)).toBeFocused()
  const list = page.getByRole('listbox', { name: 'Link to' })

  await test.step('a line is a line, an empty line a paragraph, and Backspace goes back the same way', async () => {
    await page.keyboard.type('one\ntwo\n\nthree')
    await stored(page, /^one\ntwo\n\nthree$/)
    await expect(editor(page).locator('p')).toHaveCount(2)
    await page.keyboard.press('Home')
    await page.keyboard.press('Backspace')
    await stored(page, /^one\ntwo\nthree$/)
    await page.keyboard.press('Backspace')
    await stored(page, /^one\ntwothree$/)
    await page.keyboard.press('End')
  })

  await test.step('nothing is stored and nothing fires while words are composed', async () => {
    const session = await page.context().newCDPSession(page)
    const compose = (given: string) =>
      session.send('Input.imeSetComposition', { text: given, selectionStart: given.length, selectionEnd: given.length })
    await compose('【【')
    await compose('shi')
    await expect(editor(page)).toContainText('twothreeshi')
    await expect(list).toHaveCount(0)
    expect((await noteTexts(page)).at(-1)).toBe('one\ntwothree')
    await session.send('Input.insertText', { text: '是' })
    await stored(page, /^one\ntwothree是$/)
    await session.send('Input.insertText', { text: '【【' })
    await expect(list).toBeVisible()
    await page.keyboard.type('fuxian')
    await expect(list.getByRole('option').first()).toContainText('复现')
    await expect(editor(page)).toHaveAttribute('aria-activedescendant', /-0$/)
    await page.keyboard.press('Enter')
    await expect(editor(page).locator('a')).toContainText('复现')
  })

  await test.step('Escape leaves the list, then the editor', async () => {
    await page.keyboard.type(' [[no such thing')
    await expect(page.getByText('Nothing is called so.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Nothing is called so.')).toHaveCount(0)
    await page.keyboard.type(' and on')
    await expect(editor(page)).toContainText('[[no such thing and on')
    await page.keyboard.press('Escape')
    await expect(text(page)).toBeFocused()
    await expect(page.locator('.highlights-pane [role=row][data-current] .note')).toContainText(
      '[[no such thing and on',
    )
  })

  await test.step('undo at the text takes the whole note back, and the editor shows it', async () => {
    await page.keyboard.press('n')
    await expect(editor(page)).toContainText('and on')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await noteTexts(page)).some((each) => each.includes('and on'))).toBe(false)
    await page.keyboard.press('n')
    await expect(editor(page)).toHaveText('')
  })
})
