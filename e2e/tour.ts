import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { boxField, dropFiles, finish, newProject, openDocumentDialog, openTitle, step } from './desk'
import { INLINE_HTML } from './documents'
import { exportAs } from './exports'
import { expect, test } from './launch'
import { settled } from './screen'
import { click, drag, rangeOf, still, text } from './text'

// The main job on the sample project, with a picture of each screen under out/tour/ and the notes under out/notes/. The
// README's pictures are some of these.

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const PICTURES = here('../out/tour')
const NOTES = here('../out/notes')
const README = here('pictures')

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const
const SCHEMES = ['light', 'dark'] as const
/** The screens that the README shows, in both schemes. */
const SHOWN = ['reader', 'codebook', 'notes', 'palette', 'history'] as const

const HIGHLIGHT = '少一些“材料里的政绩”，多一些“码头上的脚印”'
const OVERLAPPED = '港口吞得进、吐得出，却留不住；企业来得多、走得也多'
const NEW = '再好的蓝图，不干就是一张废纸。'

/** A command from the native menu. */
const command = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id)

async function resize(app: ElectronApplication, page: Page, size: (typeof SIZES)[number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([size.width, size.height])
}

/** A picture of what is there once everything that moves has come to rest. */
async function take(page: Page, folder: string, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))))
  if ((await page.locator('.reader-scroll').count()) > 0) await still(page)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}

const dialog = (page: Page) => page.getByRole('dialog')

async function leaveDialog(page: Page): Promise<void> {
  await dialog(page).locator('header button').click()
  await expect(dialog(page)).toHaveCount(0)
}

/** Clicks a highlight, and waits for its card. */
async function choose(page: Page, words: string): Promise<void> {
  await click(page, (await rangeOf(page, words)).start + 4)
  await expect(page.locator('.highlights-pane [data-current]')).toContainText(words)
}

/** Opens something over the reader by its keys, takes its picture, and leaves it. */
async function overlay(page: Page, folder: string, name: string, keys: string, shown: Locator): Promise<void> {
  await page.keyboard.press(keys)
  await expect(shown).toBeVisible()
  await take(page, folder, name)
  await page.keyboard.press('Escape')
  await expect(shown).toHaveCount(0)
}

/** Every screen, as it is in the middle of the work. */
async function walk(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await settled(page)
  await click(page, (await rangeOf(page, OVERLAPPED)).start + 12)
  await expect(page.locator('mark.chosen')).not.toHaveCount(0)
  await take(page, folder, 'reader')

  await drag(page, await rangeOf(page, NEW))
  await expect(boxField(page)).toBeFocused()
  await page.keyboard.type('zhang')
  await take(page, folder, 'box-typing')
  await page.keyboard.press('Escape')
  await expect(page.locator('.theme-box')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(boxField(page)).toBeFocused()
  await take(page, folder, 'box')
  await page.keyboard.press('Escape')

  await choose(page, HIGHLIGHT)
  await page.keyboard.press('n')
  await expect(page.locator('.highlights-pane .note-editor')).toBeVisible()
  await take(page, folder, 'note')
  await page.keyboard.press('Escape')

  await page.locator('.theme-row').nth(2).click()
  await expect(page.locator('.filter-line')).toBeVisible()
  await take(page, folder, 'one-theme')
  await page.getByRole('button', { name: 'Show all' }).click()

  await page.locator('.theme-row').nth(2).hover()
  await page.locator('.theme-more').nth(2).click()
  await page.getByRole('menuitem', { name: 'Edit theme…' }).click()
  await expect(dialog(page)).toBeVisible()
  await take(page, folder, 'codebook')
  await finish(page)
  await overlay(page, folder, 'notes', 'Control+Shift+n', page.getByRole('dialog', { name: 'All notes' }))
  await overlay(page, folder, 'palette', 'Control+k', page.getByRole('dialog', { name: 'Find, go to, command' }))
  await overlay(page, folder, 'history', 'Control+Shift+h', page.getByRole('region', { name: 'History' }))
  await openDocumentDialog(page)
  await take(page, folder, 'document-dialog')
  await finish(page)
  for (const [id, name] of [
    ['file.export', 'export-dialog'],
    ['help.keys', 'keys'],
    ['help.about', 'about'],
  ] as const) {
    await command(app, id)
    await expect(dialog(page)).toBeVisible()
    await take(page, folder, name)
    await leaveDialog(page)
  }
}

test('the tour', async ({ launch }) => {
  await rm(PICTURES, { recursive: true, force: true })
  await rm(NOTES, { recursive: true, force: true })
  await mkdir(NOTES, { recursive: true })
  await mkdir(README, { recursive: true })
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  await resize(app, page, SIZES[0])
  await settled(page)
  await take(page, PICTURES, 'first-start')

  await drag(page, await rangeOf(page, '要清醒地看到'))
  await expect(boxField(page)).toBeFocused()
  await step(page, async () => {
    await page.keyboard.type('转折 Turning point')
    await page.keyboard.press('Enter')
  })
  await choose(page, HIGHLIGHT)
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note on this highlight' })).toBeFocused()
  await step(page, () => page.keyboard.type('“材料”与“脚印”相对：写下来的政绩，走出来的政绩。'))
  await page.keyboard.press('Escape')
  await expect(text(page)).toBeFocused()

  for (const scheme of SCHEMES) {
    await command(app, `view.${scheme}`)
    await expect(page.locator('html')).toHaveAttribute('data-scheme', scheme)
    for (const size of SIZES) {
      await resize(app, page, size)
      await walk(app, page, join(PICTURES, `${scheme}-${size.width}x${size.height}`))
    }
    for (const name of SHOWN) {
      await copyFile(join(PICTURES, `${scheme}-1440x900`, `${name}.png`), join(README, `${name}-${scheme}.png`))
    }
  }
  await command(app, 'view.light')
  await resize(app, page, SIZES[0])
  for (const [format, folder] of [
    ['Markdown', 'markdown'],
    ['Table (CSV)', 'csv'],
    ['W3C Web Annotation', 'web-annotation'],
  ] as const)
    await exportAs(app, page, format, join(NOTES, folder))

  await page.locator('.library-pane [role=row]').nth(1).click()
  await expect(text(page)).toContainText('獲得感')
  await take(page, PICTURES, 'traditional')
  await page.locator('.library-pane [role=row]').nth(2).click()
  await expect(text(page)).toContainText('a kind of reader')
  await take(page, PICTURES, 'english')
  await newProject(page, 'A new reading')
  await take(page, PICTURES, 'empty-project')
  await dropFiles(page, [INLINE_HTML])
  await expect(openTitle(page)).toBeVisible()
  await take(page, PICTURES, 'first-document')
})
