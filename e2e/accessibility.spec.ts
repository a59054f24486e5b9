import type { ElectronApplication, Page } from '@playwright/test'
import { violations } from './accessible'
import { answerOpenDialog, box, dropFiles } from './desk'
import { INLINE_HTML, SAVED_PAGE } from './documents'
import { expect, test } from './launch'
import { settled } from './screen'
import { click, drag, rangeOf, text } from './text'

// axe on every screen, in each language and in each scheme. The screens are reached by what does not depend on words.

const WORDS = '这次会议的主要任务是'
const MARKED = '一任接着一任干，一张蓝图绘到底'

/** The rules that look at colours: the only ones that another scheme can break. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** Holds the screen, which is called so, against the rules that are named, or against all. */
const held =
  (page: Page, rules?: readonly string[]) =>
  async (screen: string): Promise<void> =>
    expect.soft(await violations(page, rules), screen).toEqual([])

/** A command from the native menu. */
const command = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id)

const dialog = (page: Page) => page.getByRole('dialog')

async function leave(page: Page): Promise<void> {
  await dialog(page).locator('header button').click()
  await expect(dialog(page)).toHaveCount(0)
}

async function checkMenus(page: Page, check: ReturnType<typeof held>): Promise<void> {
  for (const what of ['.project-name', '.top-acts > button:last-of-type', '.theme-more']) {
    if (what === '.theme-more') await page.locator('.theme-row').first().hover()
    await page.locator(what).first().click()
    await expect(page.getByRole('menu')).toBeVisible()
    await check(`the menu at ${what}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
}

async function checkScreens(app: ElectronApplication, page: Page, rules?: readonly string[]): Promise<void> {
  const check = held(page, rules)
  await settled(page)
  await check('the first start')
  await checkMenus(page, check)
  await drag(page, await rangeOf(page, WORDS))
  await expect(page.locator('.theme-box')).toBeVisible()
  await check('the box')
  await page.keyboard.type('mar')
  await expect(page.getByRole('option').first()).toContainText('批注')
  await check('the box while typing')
  await page.keyboard.press('Escape')
  await expect(page.locator('.theme-box')).toHaveCount(0)

  await click(page, (await rangeOf(page, MARKED)).start + 2)
  await expect(page.locator('mark.chosen')).not.toHaveCount(0)
  await check('a highlight is chosen')
  await page.keyboard.press('n')
  await expect(page.locator('.highlights-pane .note-editor')).toBeVisible()
  await check('a note is written')
  await page.keyboard.press('Escape')
  await page.locator('.theme-row').first().click()
  await expect(page.locator('.filter-line')).toBeVisible()
  await check('the highlights of one theme')

  for (const id of ['file.export', 'help.keys', 'help.about', 'project.new', 'project.note'] as const) {
    await command(app, id)
    await expect(dialog(page)).toBeVisible()
    await check(`the dialog of ${id}`)
    await leave(page)
  }
  await page.locator('.document-info').click()
  await expect(dialog(page)).toBeVisible()
  await check('the document dialog')
  await leave(page)
  await page.locator('.theme-row').first().hover()
  await page.locator('.theme-more').first().click()
  await page.getByRole('menuitem').first().click()
  await expect(dialog(page)).toBeVisible()
  await check('the theme dialog')
  await leave(page)

  await command(app, 'view.beside')
  await expect(page.locator('.page-text')).toHaveCount(2)
  await check('two pages side by side')
  await command(app, 'view.beside')
  await expect(page.locator('.page-text')).toHaveCount(1)

  await answerOpenDialog(app, [SAVED_PAGE, INLINE_HTML])
  await command(app, 'file.import')
  await expect(dialog(page)).toBeVisible()
  await check('the report of what was brought in')
  await leave(page)
  await check('a document with lists, a table and links')
  await command(app, 'project.new')
  await page.keyboard.type('Empty 空')
  await page.keyboard.press('Enter')
  await expect(page.locator('.no-text')).toBeVisible()
  await check('an empty project')
}

for (const language of ['en-US', 'zh-CN'])
  test(`axe finds nothing on any screen, in ${language}`, async ({ launch }) => {
    test.setTimeout(3 * 60_000)
    const { app, page } = await launch({ args: [`--lang=${language}`] })
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh-CN' ? 'zh-Hans' : 'en')
    await checkScreens(app, page)
  })

for (const scheme of ['dark', 'sepia'])
  test(`axe finds nothing in ${scheme}`, async ({ launch }) => {
    test.setTimeout(3 * 60_000)
    const { app, page } = await launch({ args: ['--lang=en-US'] })
    await command(app, `view.${scheme}`)
    await expect(page.locator('html')).toHaveAttribute('data-scheme', scheme)
    await checkScreens(app, page, OF_COLOURS)
  })

test('a whole marking is done without the mouse, by names that a screen reader says', async ({ launch }) => {
  const { page } = await launch({ args: ['--lang=en-US'] })
  await dropFiles(page, [INLINE_HTML])
  await expect(page.getByRole('document', { name: '把话说到田埂上 把事办到心坎里' })).toBeVisible()
  for (let presses = 0; presses < 5; presses += 1) {
    if (await text(page).evaluate((root) => root === document.activeElement)) break
    await page.keyboard.press('F6')
  }
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('p')
  await page.keyboard.press('Enter')
  await expect(box(page)).toBeVisible()
  await page.keyboard.type('报道 Report')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Tagged 1 passage with “报道 Report”')
  await expect(text(page)).toBeFocused()
})

test('a screen reader is told what is marked where, and which highlight one goes to', async ({ launch }) => {
  const { page } = await launch({ args: ['--lang=en-US'] })
  const { library } = await settled(page)
  await text(page).focus()
  await page.keyboard.press('Control+Home')
  const told = page.getByTestId('chosen-told')
  await expect(told).toHaveAttribute('aria-live', 'polite')
  const heard = new Set<string>()
  for (let times = 0; times < 3; times += 1) {
    await page.keyboard.press('j')
    await expect(told).toHaveText(new RegExp(`^Highlight ${times + 1} of \\d+: `))
    const chosen = await page.evaluate(() => document.querySelector<HTMLElement>('mark.chosen')?.dataset.highlight)
    const names = library.taggings
      .filter(({ highlight }) => highlight === chosen)
      .map(({ theme }) => library.themes.find(({ id }) => id === theme)?.name ?? '?')
    for (const name of names) await expect(told).toContainText(name)
    heard.add((await told.textContent()) ?? '')
  }
  expect(heard.size).toBe(3)

  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const marks = nodes.filter(({ role, ignored }) => !ignored && role?.value === 'mark')
  const described = marks.map(({ description }) => String(description?.value ?? ''))
  expect(marks.length).toBeGreaterThan(2)
  expect(described.filter((each) => each === '')).toEqual([])
  const known = library.themes.map(({ name }) => name)
  for (const each of described)
    expect(
      known.some((name) => each.includes(name)),
      each,
    ).toBe(true)
})
