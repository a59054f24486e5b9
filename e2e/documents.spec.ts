import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { boxField, finish, importReport, openDocumentDialog, openTitle, said, step } from './desk'
import { OFFICIAL_REPORT, WRAPPED_ESSAY } from './documents'
import { commandLine, expect, runtime, test } from './launch'
import { digest, problemsOf, readLibrary } from './library'
import { settled } from './screen'
import { drag, plainText, rangeOf } from './text'

const ENGLISH = ['--lang=en-US']
const titles = async (page: Parameters<typeof readLibrary>[0]): Promise<string[]> =>
  (await readLibrary(page)).documents.map(({ title }) => title)

test('each bad file of a folder is told in a sentence, and the good ones come in', async ({ launch, folder }) => {
  const files = join(folder, 'files')
  await mkdir(files)
  await writeFile(join(files, '1 empty.txt'), '')
  await writeFile(join(files, '2 binary.txt'), Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7919) % 256)))
  await writeFile(join(files, '3 book.pdf'), '%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n')
  await writeFile(join(files, '4 matter.md'), '---\ntitle: "open\ntags: [a\n---\n\nWords that are there after all.\n')
  await writeFile(join(files, '5 good.txt'), 'A good text.\n\nIt has two paragraphs.\n')
  await writeFile(join(files, '6 blank.html'), '<!doctype html><script>1</script><style>a{}</style>')
  await writeFile(join(files, '.hidden'), 'hidden')
  const { page } = await launch({ args: ENGLISH, files: [files] })
  const report = importReport(page)
  await expect(report).toContainText('2 of 6 files were brought in.')
  await expect(report).toContainText('“1 empty.txt” is empty: it has no bytes. Nothing was brought in.')
  await expect(report).toContainText(/“2 binary.txt” is (not a text file|a file of the format)/)
  await expect(report).toContainText(
    '“3 book.pdf” is incomplete or damaged: its pages cannot be read. Nothing was brought in.',
  )
  await expect(report).toContainText('The front matter is not valid YAML (line ')
  await expect(report).toContainText('No text was found in “6 blank.html”. Nothing was brought in.')
  await finish(page)
  const library = await readLibrary(page)
  expect(library.documents).toHaveLength(3 + 2)
  expect(problemsOf(library)).toEqual([])
  expect(await plainText(page)).toContain('title: "open')
  await page.locator('.library-pane').getByText('5 good').click()
  await expect(page.locator('.status-facts')).toContainText('¶ 1 of 2')
  await step(page, () => said(page).getByRole('button', { name: 'Undo' }).click(), -1)
  expect((await readLibrary(page)).documents).toHaveLength(3)
})

test('a path that is not there is told', async ({ launch, folder }) => {
  const path = join(folder, 'nowhere.txt')
  const { page } = await launch({ args: ENGLISH, files: [path] })
  await expect(said(page)).toHaveText(`${path} was not found. Nothing was brought in from there.`)
})

test('a wrong encoding is corrected, and the highlights stand at the same words', async ({ launch, folder }) => {
  const path = join(folder, 'lettre.txt')
  const words = 'Le lecteur met dans la marge ce que la page ne dit pas.'
  await writeFile(
    path,
    Buffer.from(`Été à l’étranger\n\nDéjà très âgé, il écrivait : « Où ? »\n\n${words}\n`, 'latin1'),
  )
  const { page } = await launch({ args: ENGLISH, files: [path] })
  await finish(page)
  const readAs = async (label: string): Promise<void> => {
    await openDocumentDialog(page)
    await page.getByRole('combobox', { name: 'Encoding' }).selectOption(label)
    await step(page, () => page.getByRole('button', { name: `Read again as ${label}` }).click())
    await finish(page)
  }
  await readAs('gb18030')
  await expect(page.locator('.page-text')).not.toContainText('Déjà')
  const wrong = await rangeOf(page, words)
  await drag(page, wrong)
  await expect(boxField(page)).toBeFocused()
  await step(page, () => page.keyboard.press('Alt+h'))
  await readAs('windows-1252')
  await expect(page.locator('.page-text')).toContainText('Déjà')
  const right = await rangeOf(page, words)
  expect(right.start).toBeGreaterThan(wrong.start)
  const { library } = await settled(page)
  const document = library.documents.find(({ fileName }) => fileName === 'lettre.txt')
  expect(document?.encoding).toMatchObject({ label: 'windows-1252', by: 'reader' })
  expect(library.highlights.find((each) => each.document === document?.id)?.passage).toMatchObject({ ...right })
  await step(page, () => page.keyboard.press('Control+z'), -1)
  const back = (await settled(page)).library
  expect(back.highlights.find((each) => each.document === document?.id)?.passage).toMatchObject({ ...wrong })
})

test('a second start brings its files into the window that is open', async ({ launch, folder }) => {
  const { page } = await launch({ args: ENGLISH })
  const args = commandLine({ userData: join(folder, 'data'), files: [WRAPPED_ESSAY] })
  const second = spawn(runtime().executable, args, { stdio: 'ignore' })
  expect(await new Promise((done) => second.once('exit', done))).toBe(0)
  await expect(openTitle(page)).toHaveText('ON KEEPING A COMMONPLACE BOOK')
})

test('a document is removed with what is its own, and undo brings all of it back', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH })
  const before = (await settled(page)).library
  const title = await openTitle(page).innerText()
  await openDocumentDialog(page)
  await step(page, () => page.getByRole('button', { name: 'Remove document' }).click())
  await expect(said(page)).toContainText('Removed 1 document')
  await expect(page.getByText('Choose a document on the left.')).toBeVisible()
  const without = await readLibrary(page)
  expect(without.documents).toHaveLength(2)
  expect(without.highlights.length).toBeLessThan(before.highlights.length)
  expect(problemsOf(without)).toEqual([])
  await step(page, () => said(page).getByRole('button', { name: 'Undo' }).click(), -1)
  expect(digest(await readLibrary(page))).toBe(digest(before))
  await page.locator('.library-pane').getByText(title).click()
  await settled(page)
})

test('title and origin are corrected, shown, and kept', async ({ launch }) => {
  const first = await launch({ args: ENGLISH, files: [OFFICIAL_REPORT] })
  await finish(first.page)
  await openDocumentDialog(first.page)
  const dialog = first.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill('绿廊报告')
  await dialog.getByRole('textbox', { name: 'Author' }).fill('陆望舒')
  await dialog.getByRole('textbox', { name: 'Source' }).fill('青禾市人大公报')
  await dialog.getByRole('textbox', { name: 'Date' }).fill('2024-03-18')
  await finish(first.page)
  await expect(openTitle(first.page)).toHaveText('绿廊报告')
  await expect(first.page.locator('.page-head .origin')).toContainText('青禾市人大公报')
  await first.close()
  const { page } = await launch({ args: ENGLISH })
  await expect(openTitle(page)).toHaveText('绿廊报告')
  const document = (await readLibrary(page)).documents.find(({ title }) => title === '绿廊报告')
  expect(document?.metadata).toMatchObject({ author: '陆望舒', source: '青禾市人大公报', date: '2024-03-18' })
})

test('an empty title is refused, and the one before stays', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH })
  const before = await titles(page)
  await openDocumentDialog(page)
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('')
  await finish(page)
  await expect(said(page)).toContainText('A name cannot be empty. Nothing was changed.')
  expect(await titles(page)).toEqual(before)
})
