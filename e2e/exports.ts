import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, said } from './desk'
import type { Range } from './text'

/** The formats by their names in the dialog. */
export type Format =
  | 'Markdown'
  | 'Word (.docx)'
  | 'PDF'
  | 'Web page (.html)'
  | 'Workbook (Excel)'
  | 'Table (CSV)'
  | 'W3C Web Annotation'
  | 'BibTeX'
  | 'CSL-JSON'
  | 'Pingdian archive (.pingdian)'
  | 'REFI-QDA project (.qdpx)'

/**
 * Takes the notes of the open document out through the dialog, into `folder`, and gives the files' bytes together. One
 * file is asked for by name; when the themes' notes make more of them, a folder is asked for. `choices` are how
 * further labels begin that are clicked.
 */
export async function exportAs(
  app: ElectronApplication,
  page: Page,
  format: Format,
  folder: string,
  choices: readonly string[] = [],
): Promise<Buffer> {
  await mkdir(folder)
  await answerOpenDialog(app, [folder])
  await answerSaveDialog(app, folder)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Take notes out' })
  const option = dialog.getByRole('option', { name: format, exact: true })
  await option.click()
  await expect(option).toHaveAttribute('aria-selected', 'true')
  for (const choice of choices) await dialog.locator('label', { hasText: new RegExp(`^${choice}`) }).click()
  await dialog.getByRole('button', { name: 'Save…' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(said(page)).toContainText(folder)
  const names = (await readdir(folder)).sort()
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))))
}

/** What a W3C Web Annotation says of where a passage stands. Positions are in code points. */
export interface Selectors {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly end: number
}

interface Selector {
  readonly type: string
  readonly exact?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly start?: number
  readonly end?: number
}

/** The selectors of a Web Annotation file, one for each annotation that stands at a passage. */
export function selectorsOf(json: string): Selectors[] {
  const { first } = JSON.parse(json) as { first: { items: { target: { selector?: Selector[] } }[] } }
  return first.items.flatMap(({ target }) => {
    if (!target.selector) return []
    const quote = target.selector.find(({ type }) => type === 'TextQuoteSelector')
    const place = target.selector.find(({ type }) => type === 'TextPositionSelector')
    if (quote?.exact === undefined || place?.start === undefined || place.end === undefined)
      throw new Error('Each annotation was expected to have a quote and a position.')
    const { exact, prefix = '', suffix = '' } = quote
    return [{ exact, prefix, suffix, start: place.start, end: place.end }]
  })
}

/** Where the position selector points, as UTF-16 offsets: code points are counted anew. */
export function byPosition(text: string, { start, end }: Selectors): Range {
  const points = [...text]
  const units = (count: number): number => points.slice(0, count).join('').length
  return { start: units(start), end: units(end) }
}

/** Where the quote selector points, as UTF-16 offsets; null unless it stands in one place only. */
export function byQuote(text: string, { exact, prefix, suffix }: Selectors): Range | null {
  const words = prefix + exact + suffix
  const at = text.indexOf(words)
  if (at < 0 || text.includes(words, at + 1)) return null
  return { start: at + prefix.length, end: at + prefix.length + exact.length }
}
