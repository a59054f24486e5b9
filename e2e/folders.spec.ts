import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { command } from './correcting'
import { answerOpenDialog, dropFiles, importReport, newProject, said, step } from './desk'
import { expect, test } from './launch'
import { type Library, problemsOf, readLibrary } from './library'

const ENGLISH = ['--lang=en-US']

/** A folder of documents, with a folder in it that holds a table. */
async function writeFolder(at: string): Promise<string> {
  const folder = join(at, '剪报')
  await mkdir(join(folder, '广西', '右江'), { recursive: true })
  await writeFile(join(folder, 'a.txt'), '第一篇。\n\n它有两段。\n')
  await writeFile(join(folder, '广西', 'b.md'), '# 第二篇\n\n一段话。\n')
  const table =
    '标题,日期,版面,得分,正文\n甲,2020年11月12日,头版,3,"第三篇的正文，\n有两段。"\n乙,2021-03-05,,12,第四篇的正文。\n'
  await writeFile(join(folder, '广西', '右江', 'c.csv'), table)
  return folder
}

/** The groups of the library as paths, each with the titles of its documents. */
function groups({ documentGroups, documents }: Library): Record<string, string[]> {
  const path = (id: string): string => {
    const group = documentGroups.find((each) => each.id === id)
    if (!group) throw new Error(`The library was expected to hold the group ${id}.`)
    return group.parent ? `${path(group.parent)}/${group.name}` : group.name
  }
  const title = (id: string): string => documents.find((each) => each.id === id)?.title ?? 'gone'
  return Object.fromEntries(documentGroups.map(({ id, documents: held }) => [path(id), held.map(title)]))
}

const GROUPS = { 剪报: ['第一篇。'], '剪报/广西': ['第二篇'], '剪报/广西/右江': ['甲', '乙'] }
const titled = (found: Record<string, string[]>) => ({
  ...found,
  剪报: found.剪报?.map((title) => title.replace(/^a$/, '第一篇。')),
})

test('a folder comes in by its command: its folders are groups, and a table’s columns attributes', async ({
  launch,
  folder,
}) => {
  const files = await writeFolder(folder)
  const { app, page } = await launch({ args: ENGLISH })
  await newProject(page, '报刊')
  await answerOpenDialog(app, [files])
  await step(page, () => command(app, 'file.importFolder'))
  const library = await readLibrary(page)
  expect(problemsOf(library)).toEqual([])
  expect(titled(groups(library))).toEqual(GROUPS)
  expect(library.attributes.map(({ name, type }) => [name, type])).toEqual([
    ['版面', 'text'],
    ['得分', 'number'],
  ])
  const [place, score] = library.attributes.map(({ id }) => id) as [string, string]
  const rows = library.documents.filter(({ fileName }) => fileName === 'c.csv')
  expect(rows.map(({ metadata, attributes }) => [metadata.date, attributes?.[place], attributes?.[score]])).toEqual([
    ['2020-11-12', '头版', 3],
    ['2021-03-05', undefined, 12],
  ])
  await step(page, () => said(page).getByRole('button', { name: 'Undo' }).click(), -1)
  const before = await readLibrary(page)
  expect([before.documentGroups, before.attributes]).toEqual([[], []])
})

test('a folder that is dropped makes the same groups, and one that comes again fills them', async ({
  launch,
  folder,
}) => {
  const files = await writeFolder(folder)
  const { page } = await launch({ args: ENGLISH })
  await newProject(page, '报刊')
  await step(page, () => dropFiles(page, [files]))
  expect(titled(groups(await readLibrary(page)))).toEqual(GROUPS)
  await step(page, () => dropFiles(page, [join(files, 'a.txt'), files]))
  const library = await readLibrary(page)
  expect(Object.keys(groups(library))).toEqual(Object.keys(GROUPS))
  expect(groups(library)['剪报/广西/右江']).toEqual(['甲', '乙', '甲', '乙'])
  expect(problemsOf(library)).toEqual([])
})

test('an archive comes in as its files, and tells what could not be read', async ({ launch, folder }) => {
  const files = await writeFolder(folder)
  const names = ['a.txt', '广西/b.md', '广西/右江/c.csv']
  const packed = await Promise.all(
    names.map(async (name) => [`剪报/${name}`, await readFile(join(files, name))] as const),
  )
  const archive = join(folder, '剪报.zip')
  await writeFile(archive, zipSync({ ...Object.fromEntries(packed), '剪报/empty.txt': new Uint8Array() }))
  const { page } = await launch({ args: ENGLISH, files: [archive] })
  await expect(importReport(page)).toContainText('“empty.txt” is empty: it has no bytes.')
  const library = await readLibrary(page)
  expect(titled(groups(library))).toEqual(GROUPS)
  expect(problemsOf(library)).toEqual([])
})

test('a workbook comes in as one document for each row', async ({ launch }) => {
  const { page } = await launch({
    args: ENGLISH,
    files: [fileURLToPath(new URL('fixtures/news.xlsx', import.meta.url))],
  })
  await page.getByRole('button', { name: 'Bring in 2 documents' }).click()
  await expect.poll(async () => (await readLibrary(page)).attributes.map(({ name }) => name)).toEqual(['字数', '核实'])
  const rows = (await readLibrary(page)).documents.filter(({ fileName }) => fileName === 'news.xlsx')
  expect(rows.map(({ title, metadata }) => [title, metadata.date])).toEqual([
    ['红旗渠畔话丰收', '2020-11-12'],
    ['无日期', undefined],
  ])
})
