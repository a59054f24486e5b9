import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeAtomically } from './atomic-write'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingdian-atomic-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a new file is written and nothing else is left in the folder', async () => {
  await writeAtomically(join(folder, '摘录.md'), '强首府')
  expect(await readdir(folder)).toEqual(['摘录.md'])
  expect(await readFile(join(folder, '摘录.md'), 'utf8')).toBe('强首府')
})

test('bytes are written as they are', async () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0, 255])
  await writeAtomically(join(folder, 'a.csv'), bytes)
  expect(new Uint8Array(await readFile(join(folder, 'a.csv')))).toEqual(bytes)
})

test('a former file is replaced and keeps its permissions', async () => {
  const path = join(folder, 'a.txt')
  await writeFile(path, 'before')
  await chmod(path, 0o600)
  await writeAtomically(path, 'after')
  expect(await readFile(path, 'utf8')).toBe('after')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a rename that fails leaves what was there and no temporary file', async () => {
  const path = join(folder, 'taken')
  await mkdir(path)
  await writeFile(join(path, 'inside.txt'), 'kept')
  await expect(writeAtomically(path, 'x')).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['taken'])
  expect(await readFile(join(path, 'inside.txt'), 'utf8')).toBe('kept')
})

test('content that cannot be written leaves the former file and no temporary file', async () => {
  const path = join(folder, 'a.txt')
  await writeFile(path, 'before')
  const unwritable = Symbol('no content') as unknown as string
  await expect(writeAtomically(path, unwritable)).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['a.txt'])
  expect(await readFile(path, 'utf8')).toBe('before')
})

test('a folder that is not there is an error', async () => {
  await expect(writeAtomically(join(folder, 'none', 'a.txt'), 'x')).rejects.toThrow(/ENOENT/)
})

test('a reader never sees a half-written file while it is replaced again and again', async () => {
  const path = join(folder, 'big.txt')
  const contents = ['甲', '乙'].map((sign) => sign.repeat(200_000))
  await writeAtomically(path, contents[0] ?? '')
  const writing = (async () => {
    for (let i = 0; i < 10; i++) await writeAtomically(path, contents[i % 2] ?? '')
  })()
  const finished = writing.then(() => null)
  let reads = 0
  for (;;) {
    const seen = await Promise.race([finished, readFile(path, 'utf8')])
    if (seen === null) break
    expect(contents).toContain(seen)
    reads++
  }
  expect(reads).toBeGreaterThan(0)
})
