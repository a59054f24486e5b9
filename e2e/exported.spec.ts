import { execFile } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { ElectronApplication, Page } from '@playwright/test'
import Papa from 'papaparse'
import { violations } from './accessible'
import { answerSaveDialog, said } from './desk'
import { exportAs } from './exports'
import { expect, test } from './launch'
import { readPdf } from './pdf'
import { settled } from './screen'
import { click, rangeOf } from './text'

const PICTURES = process.env.PINGDIAN_PICTURES
const RIGHT_TO_LEFT = fileURLToPath(new URL('./fixtures/right-to-left/', import.meta.url))

// What was taken out, opened as those open it to whom it is given.

/** Opens an exported page in a window that has nothing of the app. */
async function opened(app: ElectronApplication, path: string): Promise<Page> {
  const window = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }, address) => {
    const made = new BrowserWindow({ width: 1200, height: 900, webPreferences: { partition: 'reader', sandbox: true } })
    return made.loadURL(address)
  }, pathToFileURL(path).href)
  const page = await window
  await expect(page.locator('h1')).toBeVisible()
  return page
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

const only = async (folder: string): Promise<string> => {
  const names = await readdir(folder)
  expect(names).toHaveLength(1)
  return join(folder, names[0] as string)
}

for (const variant of ['The documents, with notes in the margin', 'A report of the passages'] as const) {
  test(`a web page can be read by everyone, light and dark: ${variant}`, async ({ launch, folder }) => {
    const { app, page } = await launch({ args: ['--lang=en-US'] })
    await settled(page)
    const out = join(folder, 'out')
    const isReport = variant.startsWith('A')
    await exportAs(app, page, 'Web page (.html)', out, [
      variant,
      'All documents',
      ...(isReport ? ['About a line'] : []),
    ])
    // Texts from right to left, with notes and a link from one to the other.
    const converted = join(folder, 'converted.html')
    const files = ['arabic.txt', 'chinese.txt', 'linked.jsonld'].map((name) => join(RIGHT_TO_LEFT, name))
    const how = ['--to', 'html', '--variant', isReport ? 'report' : 'document', '--out', converted]
    await promisify(execFile)(process.execPath, ['electron/setup/pingdian.mjs', 'convert', ...files, ...how])
    const linked = await opened(app, converted)
    await expect(linked.locator('.link a')).toHaveCount(2)
    expect.soft(await violations(linked), 'right to left').toEqual([])
    await picture(linked, `html-${variant.slice(0, 5)}-linked`)
    const exported = await opened(app, await only(out))
    if (isReport) await expect(exported.locator('.context').first()).toBeVisible()
    for (const scheme of ['light', 'dark'] as const) {
      await exported.emulateMedia({ colorScheme: scheme })
      expect.soft(await violations(exported), scheme).toEqual([])
      await picture(exported, `html-${variant.slice(0, 5)}-${scheme}`)
    }
  })
}

test('an exported page shows the passages of one theme, and each beside what is said about it', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  const { library } = await settled(page)
  const out = join(folder, 'out')
  await exportAs(app, page, 'Web page (.html)', out, ['All documents'])
  const exported = await opened(app, await only(out))
  const cards = exported.locator('.card')
  await expect(cards).toHaveCount(library.highlights.length)
  const leaf = library.themes.find(
    ({ id }) =>
      library.taggings.some(({ theme }) => theme === id) && !library.themes.some(({ parent }) => parent === id),
  )
  const of = new Set(library.taggings.filter(({ theme }) => theme === leaf?.id).map(({ highlight }) => highlight))
  await exported.getByRole('combobox', { name: 'Theme' }).selectOption({ label: `\u2003${leaf?.name}` })
  await expect(cards.filter({ visible: true })).toHaveCount(of.size)
  await exported.getByRole('combobox', { name: 'Theme' }).selectOption('')
  const first = exported.locator('mark a[id]').first()
  await first.focus()
  await expect(exported.locator('.card.at')).toHaveCount(1)
  await picture(exported, 'html-focused')
  await exported.keyboard.press('Enter')
  expect(new URL(exported.url()).hash).toBe(await first.getAttribute('href'))
})

test('a document goes out to Word, with its comments', async ({ launch, folder }) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  await settled(page)
  const out = join(folder, 'out')
  await exportAs(app, page, 'Word (.docx)', out)
  const path = await only(out)
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
  if (PICTURES) await copyFile(path, join(PICTURES, 'document.docx'))
})

test('a passage that is copied carries its source in the style that was chosen, as text and as HTML', async ({
  launch,
}) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  await settled(page)
  await click(page, (await rangeOf(page, '桥头堡不是一块牌子')).start + 2)
  await expect(page.locator('mark.chosen')).not.toHaveCount(0)
  const read = (kind: 'readText' | 'readHTML') =>
    app.evaluate(({ clipboard }, how) => (clipboard as unknown as Record<typeof how, () => string>)[how](), kind)
  await page.keyboard.press('c')
  await expect.poll(() => read('readText')).toMatch(/^“桥头堡.*”（《.*》，周慕云，临江日报，2023-07-11，第\d+段）$/)
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('view.citation')?.click())
  const copied = async (): Promise<string> => {
    await page.keyboard.press('c')
    return read('readText')
  }
  // The choice is stored a moment after it is made.
  await expect.poll(copied).toMatch(/^“桥头堡.*”\n\n周慕云\. .*\[N\]\. 临江日报, 2023-07-11, 第\d+段\.$/)
  expect(await read('readHTML')).toContain('<blockquote><p>“桥头堡')
})

/** Chromium's PDFs name a few Chinese characters by the radicals that look like them, so the Latin words are looked for. */
const latin = (words: string): string => words.replace(/[^a-z]/gi, '')

for (const variant of ['The documents, with notes in the margin', 'A report of the passages'] as const) {
  test(`a PDF has the words, the notes and a bookmark for each heading: ${variant}`, async ({ launch, folder }) => {
    const { app, page } = await launch({ args: ['--lang=en-US'] })
    const { library } = await settled(page)
    const out = join(folder, 'out')
    await exportAs(app, page, 'PDF', out, [variant, 'All documents'])
    const path = await only(out)
    expect(path.endsWith('.pdf')).toBe(true)
    if (PICTURES) await copyFile(path, join(PICTURES, `${variant.slice(0, 5)}.pdf`))
    const { pages, bookmarks, tagged } = await readPdf(path)
    expect(tagged).toBe(true)
    const words = latin(pages.join(''))
    for (const { passage } of library.highlights) expect(words).toContain(latin(passage.quote))
    const headings = variant.startsWith('A') ? library.themes : library.documents.map(({ title }) => ({ name: title }))
    expect(bookmarks.length).toBeGreaterThanOrEqual(headings.length)
    for (const { name } of headings) expect(latin(bookmarks.join(' '))).toContain(latin(name))
  })
}

/** Words as they stand somewhere in an attribute. */
const containing = (words: string): RegExp => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))

test('what is taken out is seen before it is, narrowed to a theme, and chosen again the next time', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  const { library } = await settled(page)
  const out = join(folder, 'out')
  await mkdir(out)
  await answerSaveDialog(app, out)
  const leaf = library.themes.find(
    ({ id }) =>
      library.taggings.some(({ theme }) => theme === id) && !library.themes.some(({ parent }) => parent === id),
  )
  if (!leaf) throw new Error('The library was expected to have a theme with passages.')
  const of = new Set(library.taggings.filter(({ theme }) => theme === leaf.id).map(({ highlight }) => highlight))
  const others = library.highlights.filter(({ id }) => !of.has(id))

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Take notes out' })
  const preview = dialog.getByRole('region', { name: 'Preview' })
  const frame = preview.locator('iframe')
  await dialog.getByRole('option', { name: 'Word (.docx)' }).click()
  await dialog.locator('label', { hasText: /^A report/ }).click()
  await dialog.locator('label', { hasText: /^All documents/ }).click()
  await expect(dialog.getByRole('status')).toContainText(`${library.highlights.length} passages in`)
  const [other] = others
  await expect(frame).toHaveAttribute('srcdoc', containing(other?.passage.quote ?? ''))
  await dialog.getByRole('searchbox', { name: 'Find a theme' }).fill(leaf.name)
  await dialog.locator('.choose-row', { hasText: leaf.name }).click()
  await expect(dialog.getByRole('status')).toContainText(`${of.size} passage`)
  await expect(frame).not.toHaveAttribute('srcdoc', containing(other?.passage.quote ?? ''))
  for (const { id, passage } of library.highlights)
    if (of.has(id)) expect(await frame.getAttribute('srcdoc')).toContain(passage.quote)
  expect.soft(await violations(page)).toEqual([])
  await picture(page, 'export-dialog')

  await dialog.getByRole('option', { name: 'Table (CSV)' }).focus()
  await page.keyboard.press('Enter')
  await expect(preview.locator('td').filter({ hasText: leaf.name }).first()).toBeVisible()
  const beginning = await preview.locator('td').allTextContents()
  await dialog.getByRole('button', { name: 'Save…' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(said(page)).toContainText(out)
  const table = (await readFile(await only(out), 'utf8')).replace(/^\ufeff/, '')
  const [, ...rows] = Papa.parse<string[]>(table, { skipEmptyLines: true }).data
  expect(rows.flat()).toEqual(beginning)
  expect(rows.length).toBeGreaterThanOrEqual(of.size)

  await page.keyboard.press('Control+e')
  await expect(dialog.getByRole('option', { name: 'Table (CSV)' })).toHaveAttribute('aria-selected', 'true')
  await expect(dialog.getByRole('status')).toContainText(`${of.size} passage`)
  await dialog.getByRole('option', { name: 'Word (.docx)' }).click()
  await expect(dialog.getByRole('radio', { name: 'A report of the passages' })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: /^All documents/ })).toBeChecked()
})
