import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { unpackOriginal } from '../model/original'
import { readToKeep } from './read-to-keep'

const words = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes)

test('a file is kept with its document, and its bytes do not travel twice', async () => {
  const bytes = strToU8('各族群众要像石榴籽一样紧紧抱在一起。'.repeat(9))
  const { documents } = await readToKeep({ name: 'a.txt', bytes, folders: ['讲话'] }, {})
  const [document] = documents
  expect(document?.file).toEqual({ name: 'a.txt', folders: ['讲话'] })
  expect(document && words({ bytes: unpackOriginal(document.original) })).toBe(words({ bytes }))
})

test('a table is packed once for all its rows', async () => {
  const { documents } = await readToKeep({ name: 'a.csv', bytes: strToU8('标题,正文\n甲,第一篇\n乙,第二篇\n') }, {})
  expect(documents.map(({ read }) => read.title)).toEqual(['甲', '乙'])
  expect(documents[0]?.original).toBe(documents[1]?.original)
})

test('each file of an archive is kept as itself, in a buffer of its own; what failed is named', async () => {
  const inside = { 'a.txt': strToU8('甲'), '报/b.txt': strToU8('乙'), 'c.txt': new Uint8Array() }
  const { documents, failed } = await readToKeep({ name: 'a.zip', bytes: zipSync(inside, { level: 0 }) }, {})
  expect(documents.map(({ file }) => file)).toEqual([{ name: 'a.txt' }, { name: 'b.txt', folders: ['报'] }])
  expect(documents.map(({ original }) => words({ bytes: unpackOriginal(original) }))).toEqual(['甲', '乙'])
  for (const { original } of documents) expect(original.bytes.buffer.byteLength).toBe(original.bytes.length)
  expect(failed.map(({ problem }) => problem.key)).toEqual(['import.emptyFile'])
})
