import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lastChange } from './last-change.mjs'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingdian-build-'))
  await mkdir(join(folder, 'inner'))
  await writeFile(join(folder, 'inner', 'a.ts'), '')
  for (const path of ['inner/a.ts', 'inner', '.']) await utimes(join(folder, path), 1000, 1000)
})
afterEach(() => rm(folder, { recursive: true }))

test('the last change of a folder is that of the file deep in it that was changed last', async () => {
  expect(lastChange(folder)).toBe(1_000_000)
  await utimes(join(folder, 'inner', 'a.ts'), 2000, 2000)
  expect(lastChange(folder)).toBe(2_000_000)
})

test('a file that is removed is a change', async () => {
  await rm(join(folder, 'inner', 'a.ts'))
  expect(lastChange(folder)).toBeGreaterThan(1_000_000)
})
