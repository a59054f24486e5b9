import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, sep } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findFiles, LIMITS, readFound } from './files'
import { createFoundFiles } from './found-files'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingdian-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = (name: string, text = name) => writeFile(join(folder, name), text)
const names = async (paths: readonly string[]) => (await findFiles(paths)).files.map(({ path }) => basename(path))
const found = async (name: string) => {
  const [file] = (await findFiles([join(folder, name)])).files
  if (!file) throw new Error(`${name} was expected to be found.`)
  return file
}

test('files are read in the order in which they are named', async () => {
  await put('b.txt', '乙')
  await put('a.txt', '甲')
  const { files, problems } = await findFiles([join(folder, 'b.txt'), join(folder, 'a.txt')])
  const read = await Promise.all(files.map((file) => readFound(file)))
  expect(read.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['乙', '甲'])
  expect(files.map(({ size }) => size)).toEqual([3, 3])
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
  const { files } = await findFiles([join(folder, '报纸') + sep, join(folder, 'c.txt')])
  expect(files.map(({ path, folders }) => [basename(path), folders])).toEqual([
    ['b.txt', ['报纸', '广西']],
    ['a.txt', ['报纸']],
    ['c.txt', []],
  ])
})

test('a folder that is called like a file is a folder', async () => {
  await mkdir(join(folder, 'x.docx'))
  expect((await findFiles([join(folder, 'x.docx')])).problems.map(({ problem }) => problem)).toEqual([
    { key: 'shell.emptyFolder', params: { path: join(folder, 'x.docx') } },
  ])
  await put('x.docx/inside.txt')
  const { files, problems } = await findFiles([folder])
  expect(files.map(({ path, folders }) => [basename(path), folders.at(-1)])).toEqual([['inside.txt', 'x.docx']])
  expect(problems).toEqual([])
})

test('a link to a folder above does not lead round in a circle', async () => {
  await put('a.txt')
  await symlink(folder, join(folder, 'round'))
  expect(await names([folder])).toEqual(['a.txt'])
})

test('what is missing is told and the rest is read', async () => {
  await put('a.txt')
  const { files, problems } = await findFiles([join(folder, 'none.txt'), join(folder, 'a.txt')])
  expect(files.map(({ path }) => basename(path))).toEqual(['a.txt'])
  const path = join(folder, 'none.txt')
  expect(problems).toEqual([{ path, problem: { key: 'shell.notFound', params: { path } } }])
})

test('an empty folder is told', async () => {
  expect((await findFiles([folder])).problems).toEqual([
    { path: folder, problem: { key: 'shell.emptyFolder', params: { path: folder } } },
  ])
})

test('a file over the limit is passed over and told with its size', async () => {
  await put('big.txt', 'x'.repeat(20))
  await put('small.txt', 'x')
  const { files, problems } = await findFiles([folder], { ...LIMITS, file: 10 })
  expect(files.map(({ path }) => basename(path))).toEqual(['small.txt'])
  expect(problems.map(({ problem }) => problem.key)).toEqual(['shell.tooLarge'])
})

test('more than can be brought in at once is not read at all', async () => {
  await put('a.txt', 'x'.repeat(8))
  await put('b.txt', 'x'.repeat(8))
  const { files, problems } = await findFiles([folder], { ...LIMITS, together: 10 })
  expect(files).toEqual([])
  expect(problems.map(({ problem }) => problem.key)).toEqual(['shell.tooMuch'])
})

test('a folder with too many files is not read', async () => {
  for (let i = 0; i < 4; i++) await put(`${i}.txt`)
  const { files, problems } = await findFiles([folder], { ...LIMITS, count: 3 })
  expect(files).toEqual([])
  expect(problems.map(({ problem }) => problem.key)).toEqual(['shell.tooMany'])
})

test('a file that is gone or has grown over the limit since it was found is told when it is read', async () => {
  await put('a.txt')
  const file = await found('a.txt')
  await put('a.txt', 'x'.repeat(20))
  const refused = readFound(file, { ...LIMITS, file: 10 })
  await expect(refused).rejects.toMatchObject({ problem: { key: 'shell.tooLarge' } })
  await rm(file.path)
  await expect(readFound(file)).rejects.toMatchObject({
    problem: { key: 'shell.notFound', params: { path: file.path } },
  })
})

test('the window reads what was found for it, and nothing else', async () => {
  await put('a.txt', '甲')
  const files = createFoundFiles()
  const { files: first } = await files.find([folder])
  await put('b.txt', '乙')
  const { files: second } = await files.find([join(folder, 'b.txt')])
  const id = second[0]?.id ?? -1
  expect(first.map(({ name, size, folders }) => [name, size, folders])).toEqual([['a.txt', 3, [basename(folder)]]])
  expect(new TextDecoder().decode((await files.read(id)).bytes)).toBe('乙')
  await expect(files.read(id + 1)).rejects.toMatchObject({ problem: { key: 'shell.neverFound' } })
})
