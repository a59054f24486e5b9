import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { answerSaveDialog, newProject, said, step } from './desk'
import { expect, test } from './launch'
import { readLibrary } from './library'
import { readPdf } from './pdf'
import { settled } from './screen'

const PICTURES = process.env.PINGDIAN_PICTURES

// The sample's codebook on paper, as a PDF, and in another project.

const command = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id)

test('the codebook is saved as a PDF with every theme in it', async ({ launch, folder }) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  const { library } = await settled(page)
  await answerSaveDialog(app, folder)
  await command(app, 'codebook.pdf')
  await expect(said(page)).toContainText('.pdf')
  const path = join(folder, 'Codebook of Sample- two speeches and an essay.pdf')
  await expect(said(page)).toContainText(path)
  if (PICTURES) await copyFile(path, join(PICTURES, 'codebook.pdf'))
  const { pages, bookmarks } = await readPdf(path)
  // Chromium's PDFs name a few Chinese characters by the radicals that look like them, so the Latin half is looked for.
  const bare = (words: string): string => words.replace(/[^a-z]/gi, '')
  const words = bare(pages.join(''))
  for (const { name } of library.themes) expect(words.split(bare(name)).length, name).toBeGreaterThan(2)
  expect(bookmarks.length).toBeGreaterThanOrEqual(library.themes.length)
})

test('the codebook goes to the printer, in a page that is gone afterwards', async ({ launch }) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  await settled(page)
  await app.evaluate(({ app: electron }) => {
    const seen = globalThis as unknown as { printed?: string }
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        seen.printed = contents.getURL()
        done?.(true, '')
      }
    })
  })
  await command(app, 'codebook.print')
  const printed = () => app.evaluate(() => (globalThis as unknown as { printed?: unknown }).printed ?? null)
  await expect.poll(printed).toBe('app://print/')
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('themes are copied into another project as one step, and the same again changes nothing', async ({ launch }) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  const { library } = await settled(page)
  await newProject(page, 'Second reading')
  const copy = async (): Promise<void> => {
    await command(app, 'codebook.copy')
    const dialog = page.getByRole('dialog', { name: 'Copy themes from another project' })
    await expect(dialog.getByRole('radio')).toHaveCount(1)
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  }
  await step(page, copy)
  await expect(page.locator('.theme-row')).toHaveCount(library.themes.length)
  const now = await readLibrary(page)
  const bare = (project: string | undefined) =>
    now.themes
      .filter((theme) => theme.project === project)
      .map(({ name, colour, parent }) => [name, colour, now.themes.find(({ id }) => id === parent)?.name ?? null])
      .sort()
  const [first, second] = [library.projects[0]?.id, now.projects.find(({ name }) => name === 'Second reading')?.id]
  expect(bare(second)).toEqual(bare(first))
  await copy()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await readLibrary(page)).themes).toHaveLength(now.themes.length)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.theme-row')).toHaveCount(0)
})
