import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { boxField, chooseInBox, openTitle, step } from './desk'
import type { Library } from './library'
import { click, drag, plainText, rangeOf, text } from './text'

// What a reader does to correct a text, beside pointing into it.

/** A document about a river port, and what is marked in it. */
export const TEXT = `河港记事

老渡口在下游三里。船家说水势一年比一年小，去年冬天几乎见了底。

县志记载光绪年间的大水，说水漫过石阶九级。

如今码头上只剩两条船，一条渡人，一条运砂，都是旧的。

入夜以后，岸上的灯一盏一盏亮起来，映在水里。
`
export const RIVER = '船家说水势一年比一年小'
export const OVERLAP = '水势一年比一年小，去年冬天'
export const FLOOD = '光绪年间的大水'
export const BOATS = '只剩两条船，一条渡人'

/** The document that is corrected, and its highlights. */
export const own = (library: Library) => {
  const document = library.documents.find(({ fileName }) => fileName === '河港记事.txt')
  if (!document) throw new Error('The document was expected to be in the library.')
  return { document, highlights: library.highlights.filter((each) => each.document === document.id) }
}
/** What its highlights that are in the text quote. */
export const quotes = (library: Library) =>
  own(library)
    .highlights.filter(({ lost }) => lost === undefined)
    .map(({ passage }) => passage.quote)
    .sort()
/** How its text came to be as it is, the oldest first. */
export const kinds = (library: Library) =>
  library.revisions
    .filter(({ document }) => document === own(library).document.id)
    .sort((a, b) => a.created - b.created)
    .map(({ kind, reason }) => (reason === '' ? kind : `${kind}: ${reason}`))

/** Writes the document to a file. */
export async function source(folder: string): Promise<string> {
  const path = join(folder, '河港记事.txt')
  await writeFile(path, TEXT)
  return path
}

/** Waits until the text is on the page. */
export async function opened(page: Page): Promise<void> {
  await expect(openTitle(page)).toHaveText('河港记事')
  await expect(text(page)).toContainText('老渡口')
}

/** A command from the native menu. */
export const command = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id)

/** The bar above a text that is being corrected. */
export const bar = (page: Page) => page.getByRole('group', { name: 'Correction' })

export const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
export const review = (page: Page) => dialog(page, 'What the correction changes')

/** The section of highlights that are not in the text. */
export const lost = (page: Page) => page.getByRole('region', { name: 'Highlights that are not in the text' })

/** Begins to correct the open text, by its key. */
export async function beginCorrecting(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+E')
  await expect(bar(page)).toBeVisible()
  await expect(text(page)).toBeFocused()
}

/** Puts the caret before these words, which must stand once. */
export const caretBefore = async (page: Page, words: string): Promise<void> =>
  click(page, (await rangeOf(page, words)).start)

/** Marks words of the open text with a theme. */
export async function mark(page: Page, words: string, theme: string): Promise<void> {
  await drag(page, await rangeOf(page, words))
  await expect(boxField(page)).toBeFocused()
  await step(page, () => chooseInBox(page, theme))
}

/** Selects words of the text that is corrected and types others over them. */
export async function retype(page: Page, words: string, others: string): Promise<void> {
  const before = await plainText(page)
  await drag(page, await rangeOf(page, words))
  if (others === '') await page.keyboard.press('Backspace')
  else await page.keyboard.type(others)
  await expect.poll(() => plainText(page)).toBe(before.replace(words, others))
}

/** Opens the review of the correction, and stores it with a reason. */
export async function saveCorrection(page: Page, reason: string): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(review(page)).toBeVisible()
  await review(page).getByRole('textbox', { name: 'Reason' }).fill(reason)
  await step(page, () => review(page).getByRole('button', { name: 'Save correction' }).click())
  await expect(bar(page)).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
