import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ProblemError } from '../result'
import type { Reading } from './importer'
import { readFile } from './index'
import { packed, zipOfPacked } from './packed-zip'
import { zipFormat } from './zip-format'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const pack = (files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, words]) => [path, typeof words === 'string' ? bytesOf(words) : words]),
    ),
    { level },
  )
const read = (bytes: Uint8Array, folders?: readonly string[]): Promise<Reading> =>
  readFile({ name: '剪报.zip', bytes, ...(folders && { folders }) }, {})
const failures = ({ failed }: Reading) => failed.map(({ name, problem }) => [name, problem.key])
const problemOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await read(bytes)
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.key
    throw error
  }
  return 'none'
}

test('each file in an archive is a document with its own bytes, and its folders follow those of the archive', async () => {
  const page = '<!doctype html><title>题</title><p>正文在此。'
  const reading = await read(
    pack({ 'a.txt': '第一篇，正文。', '广西/右江/b.html': page, 'c.csv': 'text,n\n甲文,1\n乙文,2\n' }),
    ['报纸'],
  )
  expect(reading.documents.map(({ format, file }) => [format, file?.name, file?.folders])).toEqual([
    ['plain-text', 'a.txt', ['报纸']],
    ['html', 'b.html', ['报纸', '广西', '右江']],
    ['csv', 'c.csv', ['报纸']],
    ['csv', 'c.csv', ['报纸']],
  ])
  expect(reading.documents[1]?.file?.bytes).toEqual(bytesOf(page))
  expect(reading.failed).toEqual([])
})

test('hidden files are passed over, and what cannot be read is named with the reason', async () => {
  const bytes = pack({
    'a.txt': '正文。',
    '__MACOSX/._a.txt': 'x',
    '.git/config': 'x',
    'sub/.DS_Store': 'x',
    'Thumbs.db': 'x',
    '空.txt': '',
    'b.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  })
  const reading = await read(bytes)
  expect(reading.documents.map(({ file }) => file?.name)).toEqual(['a.txt'])
  expect(failures(reading)).toEqual([
    ['空.txt', 'import.emptyFile'],
    ['b.png', 'import.otherFormat'],
  ])
})

test('a name that leads out of the archive is refused, and the others are read', async () => {
  const reading = await read(pack({ '../../etc/passwd': 'root', 'a.txt': '正文。' }))
  expect(failures(reading)).toEqual([['../../etc/passwd', 'archive.outside']])
  expect(reading.documents).toHaveLength(1)
})

test('archives in archives are opened, down to the fourth', async () => {
  let bytes = pack({ 'd.txt': '最里面的正文。' })
  for (const name of ['c', 'b', 'a']) bytes = pack({ [`${name}.zip`]: bytes, [`${name}.txt`]: `${name} 的正文。` })
  const reading = await read(bytes)
  expect(reading.documents.map(({ file }) => file?.name)).toEqual(['d.txt', 'c.txt', 'b.txt', 'a.txt'])
  const deeper = await read(pack({ 'x.zip': bytes }))
  expect(failures(deeper)).toEqual([['x.zip/a.zip/b.zip/c.zip', 'archive.tooDeep']])
})

test('archives that together unpack to more than memory holds are not read on', async () => {
  const zeros = packed(new Uint8Array(130 * 2 ** 20))
  const inner = zipOfPacked(new Map([['a.txt', zeros]]))
  const reading = await read(pack(Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.zip`, inner]))))
  expect(reading.documents).toEqual([])
  expect(failures(reading).map(([, key]) => key)).toEqual([
    ...Array(3).fill('import.zipTooLarge'),
    ...Array(2).fill('archive.tooMuch'),
  ])
  const all = zipOfPacked(new Map(Array.from({ length: 4 }, (_, i) => [`${i}.txt`, zeros])))
  expect(await problemOf(all)).toBe('archive.tooMuch')
})

test('an archive is told from a document by what lies at its top, however its files are packed', async () => {
  const docx = pack({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' }, 0)
  expect(zipFormat(docx)).toBe('DOCX (Word)')
  expect(zipFormat(docx.subarray(0, docx.length - 30))).toBe('DOCX (Word)')
  expect(zipFormat(pack({ 'letter.docx': docx }, 0))).toBe('ZIP')
  expect(zipFormat(pack({ 'sub/word/a.txt': 'x' }))).toBe('ZIP')
  expect(zipFormat(pack({ 'word/a.txt': 'x' }))).toBe('ZIP')
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  expect(zipFormat(pack({ 'parts/a.xml': 'x', '[Content_Types].xml': `<Override ContentType="${main}"/>` }))).toBe(
    'DOCX (Word)',
  )
  expect(zipFormat(pack({ 'content.xml': 'x', mimetype: 'application/vnd.oasis.opendocument.text' }))).toBe('ODT')
  expect(zipFormat(pack({ 'META-INF/container.xml': 'x' }))).toBe('EPUB')
})

test('an archive without anything to read says so', async () => {
  expect(await problemOf(pack({}))).toBe('import.noText')
  expect(await problemOf(pack({ '.hidden': 'x' }))).toBe('import.noText')
})
