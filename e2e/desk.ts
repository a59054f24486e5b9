import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { stepsDone } from './library'

// What a reader does at the window beside pointing into the text.

/** The line at the foot of the window that says what was done last. */
export const said = (page: Page) => page.getByRole('status')

/** The box at a passage. */
export const box = (page: Page) => page.getByRole('dialog', { name: 'Themes for this passage' })

/** The field of the box. */
export const boxField = (page: Page) => box(page).getByRole('combobox').or(box(page).locator('input'))

/** Does something that the library keeps as `count` steps of its history, and waits until it has them. */
export async function step(page: Page, act: () => Promise<unknown>, count = 1): Promise<void> {
  const before = await stepsDone(page)
  await act()
  await expect.poll(() => stepsDone(page), { intervals: [20, 50, 100] }).toBe(before + count)
}

/** Types into the box and chooses with Enter. */
export async function chooseInBox(page: Page, typed: string, keys = 'Enter'): Promise<void> {
  await expect(boxField(page)).toBeFocused()
  await page.keyboard.type(typed)
  await page.keyboard.press(keys)
}

/** Makes a new project and opens it. */
export async function newProject(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Project / }).click()
  await page.getByRole('menuitem', { name: 'New project' }).click()
  await page.getByRole('textbox', { name: 'Name of the project' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: `Project ${name}` })).toBeVisible()
  await expect(page.locator('.no-text')).toBeVisible()
}

/** Answers the next open dialogs of the system with these paths. */
export const answerOpenDialog = (app: ElectronApplication, paths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)

/** Answers the next save dialogs of the system with this path. */
export const answerSaveDialog = (app: ElectronApplication, folder: string): Promise<void> =>
  app.evaluate(({ dialog }, into) => {
    const answer = async (...asked: unknown[]) => {
      const { defaultPath = 'notes' } = asked.at(-1) as { defaultPath?: string }
      return { canceled: false, filePath: `${into}/${defaultPath.split(/[\\/]/).at(-1)}` }
    }
    dialog.showSaveDialog = answer
  }, folder)

/** Drags files over the window and drops them there, as from a file manager. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const frame = await page.locator('main.reader').boundingBox()
  if (!frame) throw new Error('The reader was expected to be on the screen.')
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  const at = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}

/** The document whose title stands in the top bar. */
export const openTitle = (page: Page) => page.locator('.top-title')

/** The report of what was brought in. */
export const importReport = (page: Page) => page.getByRole('dialog', { name: 'What was brought in' })

/** Opens the dialog about the open document. */
export async function openDocumentDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^About “/ }).click()
  await expect(page.getByRole('dialog', { name: 'About this document' })).toBeVisible()
}

/** Leaves the open dialog by its button. */
export async function finish(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Chooses a command of the menu by its id. */
export const choose = (app: ElectronApplication, command: string): Promise<unknown> =>
  app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command)

/** Writes texts, by file name, into a new folder and brings it in. */
export async function bringInFolder(
  app: ElectronApplication,
  page: Page,
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(folder)
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text)
  await answerOpenDialog(app, [folder])
  await step(page, () => choose(app, 'file.importFolder'))
}
