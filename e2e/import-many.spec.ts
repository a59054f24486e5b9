import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { dropFiles, importReport, newProject, said, step } from './desk'
import { expect, test } from './launch'
import { problemsOf, readLibrary } from './library'

// Many documents come in while the reader goes on reading; stopped in the middle, none is there by half or twice.

const ENGLISH = ['--lang=en-US']
const FILES = 960
const ROWS = 20
const PACKED = 20
/** A thousand files take some seconds, on a machine with much to do many. */
const LONG = { timeout: 60_000 }

/** What a document of this number is about, in one script or the other. */
const words = (at: number): string =>
  at % 2 === 0
    ? `第${at}篇讲话。各族群众要像石榴籽一样紧紧抱在一起。`
    : `第${at}篇講話。各族群眾要像石榴籽一樣緊緊抱在一起。`

/** A folder of 1,000 documents of all kinds, each with its number in its text. */
async function writeMany(at: string): Promise<string> {
  const folder = join(at, '一千篇')
  await mkdir(join(folder, '报'), { recursive: true })
  const kinds = [
    { name: 'txt', text: (n: number) => `${words(n)}\n\n它有两段。\n` },
    { name: 'md', text: (n: number) => `# 第${n}篇\n\n${words(n)}\n` },
    {
      name: 'html',
      text: (n: number) =>
        `<!doctype html><meta charset="utf-8"><title>第${n}篇</title><article><p>${words(n)}</p></article>`,
    },
  ]
  await Promise.all(
    Array.from({ length: FILES }, (_, n) => {
      const { name, text } = kinds[n % kinds.length] as (typeof kinds)[number]
      return writeFile(join(folder, n % 5 === 0 ? '报' : '', `${n}.${name}`), text(n))
    }),
  )
  const numbered = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)
  const rows = numbered(FILES, ROWS).map((n) => `第${n}篇,${words(n)}`)
  await writeFile(join(folder, 'rows.csv'), ['标题,正文', ...rows].join('\n'))
  const packed = numbered(FILES + ROWS, PACKED).map((n) => [`${n}.txt`, strToU8(words(n))] as const)
  await writeFile(join(folder, 'packed.zip'), zipSync(Object.fromEntries(packed)))
  return folder
}

/** The numbers of the documents that are in the open project, in the order of the library; each text names its own. */
async function numbers(page: Page): Promise<number[]> {
  const { documents, contents } = await readLibrary(page)
  const texts = new Map(contents.map(({ id, blocks }) => [id, blocks.map(({ text }) => text).join('\n')]))
  return documents.flatMap(({ content }) => {
    const number = /第(\d+)篇[讲講]/.exec(texts.get(content) ?? '')?.[1]
    return number === undefined ? [] : [Number(number)]
  })
}
const ALL = Array.from({ length: FILES + ROWS + PACKED }, (_, n) => n)
const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b)

test('a thousand documents come in, are stopped in the middle and taken up again: each is there once', async ({
  launch,
  folder,
}) => {
  test.setTimeout(3 * 60_000)
  const files = await writeMany(folder)
  const { page } = await launch({ args: ENGLISH })
  await newProject(page, '一千篇')
  await dropFiles(page, [files])
  const bar = page.getByRole('progressbar', { name: 'Bringing in files' })
  await expect(bar).toBeVisible()
  await expect(page.locator('.page-text')).toBeVisible()
  await expect(page.locator('.import-progress')).toContainText(/\d+ of 962 files/)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()

  const others = page.getByRole('button', { name: /^Bring in the other \d+ files$/ })
  await expect(others).toBeVisible()
  await expect(said(page)).toHaveText(/^Stopped: \d+ of 962 files are brought in.UndoReport$/)
  const some = await numbers(page)
  expect(some.length).toBeGreaterThan(0)
  expect(some.length).toBeLessThan(ALL.length)
  expect(new Set(some).size).toBe(some.length)
  const stopped = await readLibrary(page)
  expect(problemsOf(stopped)).toEqual([])

  await step(page, async () => {
    await others.click()
    await expect(said(page)).toContainText(`Brought in ${ALL.length - some.length} documents`, LONG)
  })
  await expect(page.locator('.status-kept')).toContainText('Saved')
  const library = await readLibrary(page)
  expect(ascending(await numbers(page))).toEqual(ALL)
  expect(problemsOf(library)).toEqual([])
  expect(library.documentGroups.map(({ name, documents }) => [name, documents.length])).toEqual([
    ['一千篇', 808],
    ['报', 192],
  ])

  await step(page, () => page.keyboard.press('Control+z'), -1)
  expect(ascending(await numbers(page))).toEqual(ascending(some))
  await step(page, () => page.keyboard.press('Control+z'), -1)
  expect(await numbers(page)).toEqual([])
  await step(page, () => page.keyboard.press('Control+Shift+z'))
  await step(page, () => page.keyboard.press('Control+Shift+z'))
  expect(ascending(await numbers(page))).toEqual(ALL)
})

test('the text is read and marked while documents come in', async ({ launch, folder }) => {
  const files = await writeMany(folder)
  const { page } = await launch({ args: ENGLISH })
  await dropFiles(page, [files])
  await expect(page.getByRole('progressbar', { name: 'Bringing in files' })).toBeVisible()
  await page.locator('.page-text').click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('p')
  await page.keyboard.press('h')
  await expect(page.locator('.page-text mark')).not.toHaveCount(0)
  await expect(page.getByRole('progressbar', { name: 'Bringing in files' })).toBeVisible()
  await expect(said(page)).toContainText('Brought in 1,000 documents', LONG)
  expect(problemsOf(await readLibrary(page))).toEqual([])
})

test('of many files those that cannot be read are told when asked, and no dialog comes over the text', async ({
  launch,
  folder,
}) => {
  const files = join(folder, 'files')
  await mkdir(files)
  for (let n = 0; n < 30; n += 1) await writeFile(join(files, `${n}.txt`), n % 10 === 9 ? '' : words(n))
  const { page } = await launch({ args: ENGLISH })
  await dropFiles(page, [files])
  await expect(said(page)).toContainText('Brought in 27 documents')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await said(page).getByRole('button', { name: 'Report' }).click()
  await expect(importReport(page)).toContainText('“9.txt” is empty')
})

test('a long file is given up in the middle: nothing of it is there, and its worker is ended', async ({
  launch,
  folder,
}) => {
  const path = join(folder, '长篇.txt')
  const paragraph = `${words(0).repeat(20)}\n\n`
  await writeFile(path, paragraph.repeat(Math.ceil(60_000_000 / Buffer.byteLength(paragraph))))
  const { page } = await launch({ args: ENGLISH })
  const before = (await readLibrary(page)).documents.length
  const workers = page.workers().length
  await dropFiles(page, [path])
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Bring in the other file' })).toBeVisible()
  await expect.poll(() => page.workers().length).toBe(workers)
  const library = await readLibrary(page)
  expect(library.documents).toHaveLength(before)
  expect(problemsOf(library)).toEqual([])
  await page.getByRole('button', { name: 'Leave the others out' }).click()
  await expect(page.locator('.status-kept')).toContainText('Saved')
})
