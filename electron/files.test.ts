import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LIMITS, readFiles } from './files'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingdian-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = (name: string, text = name) => writeFile(join(folder, name), text)
const names = async (paths: readonly string[]) => (await readFiles(paths)).files.map(({ name }) => name)

test('files are read in the order in which they are named', async () => {
  await put('b.txt', '乙')
  await put('a.txt', '甲')
  const { files, problems } = await readFiles([join(folder, 'b.txt'), join(folder, 'a.txt')])
  expect(files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['乙', '甲'])
  expect(problems).toEqual([])
})

test('a folder is its files and those of its folders, by name with numbers by value, without hidden ones', async () => {
  await mkdir(join(folder, 'sub'))
  await mkdir(join(folder, '.git'))
  for (const name of ['10.txt', '2.txt', '.hidden', 'sub/inner.md', '.git/config']) await put(name)
  expect(await names([folder])).toEqual(['2.txt', '10.txt', 'inner.md'])
})

test('each file of a folder knows the folders it lay in, the one that was asked for first', async () => {
  await mkdir(join(folder, '报纸', '广西'), { recursive: true })
  for (const name of ['报纸/a.txt', '报纸/广西/b.txt', 'c.txt']) await put(name)
  const { files } = await readFiles([join(folder, '报纸') + sep, join(folder, 'c.txt')])
  expect(files.map(({ name, folders }) => [name, folders])).toEqual([
    ['b.txt', ['报纸', '广西']],
    ['a.txt', ['报纸']],
    ['c.txt', undefined],
  ])
})

test('a folder that is called like a file is a folder', async () => {
  await mkdir(join(folder, 'x.docx'))
  expect((await readFiles([join(folder, 'x.docx')])).problems).toEqual([
    { key: 'shell.emptyFolder', params: { path: join(folder, 'x.docx') } },
  ])
  await put('x.docx/inside.txt')
  const { files, problems } = await readFiles([folder])
  expect(files.map(({ name, folders }) => [name, folders?.at(-1)])).toEqual([['inside.txt', 'x.docx']])
  expect(problems).toEqual([])
})

test('a link to a folder above does not lead round in a circle', async () => {
  await put('a.txt')
  await symlink(folder, join(folder, 'round'))
  expect(await names([folder])).toEqual(['a.txt'])
})

test('what is missing is told and the rest is read', async () => {
  await put('a.txt')
  const { files, problems } = await readFiles([join(folder, 'none.txt'), join(folder, 'a.txt')])
  expect(files.map(({ name }) => name)).toEqual(['a.txt'])
  expect(problems).toEqual([{ key: 'shell.notFound', params: { path: join(folder, 'none.txt') } }])
})

test('an empty folder is told', async () => {
  expect((await readFiles([folder])).problems).toEqual([{ key: 'shell.emptyFolder', params: { path: folder } }])
})

test('a file over the limit is passed over and told with its size', async () => {
  await put('big.txt', 'x'.repeat(20))
  await put('small.txt', 'x')
  const { files, problems } = await readFiles([folder], { ...LIMITS, file: 10 })
  expect(files.map(({ name }) => name)).toEqual(['small.txt'])
  expect(problems.map(({ key }) => key)).toEqual(['shell.tooLarge'])
})

test('more than can be brought in at once is not read at all', async () => {
  await put('a.txt', 'x'.repeat(8))
  await put('b.txt', 'x'.repeat(8))
  const { files, problems } = await readFiles([folder], { ...LIMITS, together: 10 })
  expect(files).toEqual([])
  expect(problems.map(({ key }) => key)).toEqual(['shell.tooMuch'])
})

test('a folder with too many files is not read', async () => {
  for (let i = 0; i < 4; i++) await put(`${i}.txt`)
  const { files, problems } = await readFiles([folder], { ...LIMITS, count: 3 })
  expect(files).toEqual([])
  expect(problems.map(({ key }) => key)).toEqual(['shell.tooMany'])
})
