import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { answerSaveDialog, said } from './desk'
import { expect, test } from './launch'
import { settled } from './screen'

// An export that takes longer than the reader has: what is under way is stopped, nothing is left behind, and it is said.

/** From now on the worker that writes files never comes to an end; how often one was ended before that is counted. */
const makeWritingEndless = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { postMessage, terminate } = Worker.prototype
    const ended = { count: 0 }
    Object.assign(window, { ended, restoreWorkers: () => Object.assign(Worker.prototype, { postMessage, terminate }) })
    Worker.prototype.postMessage = function (message: unknown, ...more: never[]) {
      const isExport = JSON.stringify((message as { path?: unknown }).path ?? '').includes('exportProject')
      if (!isExport) postMessage.call(this, message, ...more)
    }
    Worker.prototype.terminate = function () {
      ended.count += 1
      terminate.call(this)
    }
  })
const workersEnded = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { ended: { count: number } }).ended.count)
const makeWritingEnd = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { restoreWorkers: () => void }).restoreWorkers())

/** From now on no page is ever laid out as a PDF. */
const makePrintingEndless = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: own }) => {
    own.on('web-contents-created', (_event, contents) => {
      contents.printToPDF = () => new Promise(() => {})
    })
  })
const windows = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('an export that takes long is stopped, also while its pages are laid out, and can be begun again', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ['--lang=en-US'] })
  await settled(page)
  const out = join(folder, 'out')
  await mkdir(out)
  await answerSaveDialog(app, out)
  await makeWritingEndless(page)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Take notes out' })
  const save = dialog.getByRole('button', { name: 'Save…' })
  const stop = dialog.getByRole('button', { name: 'Stop' })

  await test.step('while it is written', async () => {
    await dialog.getByRole('option', { name: 'Word (.docx)' }).click()
    const before = await workersEnded(page)
    await save.click()
    await expect(dialog.getByRole('progressbar', { name: 'Writing…' })).toBeVisible()
    await expect(save).toBeDisabled()
    await stop.click()
    await expect(dialog.getByRole('status')).toHaveText('Stopped. Nothing was written.')
    expect(await workersEnded(page)).toBeGreaterThan(before)
    expect(await readdir(out)).toEqual([])
  })

  await test.step('while it is written, by closing the dialog', async () => {
    await save.click()
    await expect(dialog.getByRole('progressbar', { name: 'Writing…' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(said(page)).toHaveText('Stopped. Nothing was written.')
    expect(await readdir(out)).toEqual([])
  })

  await makeWritingEnd(page)
  await makePrintingEndless(app)
  await page.keyboard.press('Control+e')
  await test.step('while its pages are laid out', async () => {
    await dialog.getByRole('option', { name: 'PDF', exact: true }).click()
    const before = await windows(app)
    await save.click()
    // A new worker is started for it, which takes a busy machine long.
    const layingOut = dialog.getByRole('progressbar', { name: 'Laying out the pages…' })
    await expect(layingOut).toBeVisible({ timeout: 45_000 })
    await expect.poll(() => windows(app)).toBe(before + 1)
    await stop.click()
    await expect(dialog.getByRole('status')).toHaveText('Stopped. Nothing was written.')
    await expect.poll(() => windows(app)).toBe(before)
    expect(await readdir(out)).toEqual([])
  })

  await test.step('and is written when it may', async () => {
    await dialog.getByRole('option', { name: 'Word (.docx)' }).click()
    await save.click()
    await expect(dialog).toHaveCount(0)
    await expect(said(page)).toContainText(out)
    expect(await readdir(out)).toHaveLength(1)
  })
})
