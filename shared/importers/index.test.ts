import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitsPair } from '../model/passage'
import { ProblemError } from '../result'
import { IMPORTERS, importableExtensions, importerFor, readDocument, readFile } from './index'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const binary = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const problemOf = async (name: string, bytes: Uint8Array) => {
  try {
    await readFile({ name, bytes }, {})
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  return undefined
}
const formatOf = (name: string, text: string): string => importerFor({ name, bytes: bytesOf(text) }).id

const fragment = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '# ',
    '- ',
    '1. ',
    '> ',
    '---\n',
    'a: b\n',
    '**',
    '*',
    '`',
    '```\n',
    '\n',
    '\r\n',
    '\u2028',
    '\u0085',
    '\f',
    '|',
    '| - |\n',
    '[^1]',
    '[^1]: x\n',
    '![alt](x)',
    '[a](http://b)',
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<i>',
    '<a href="https://e.org">',
    '</a>',
    '<table><tr><td>',
    '</td><td>',
    '<ul><li>',
    '</li>',
    '<ol start=x>',
    '<pre>',
    '</pre>',
    '<br>',
    '<img alt=x>',
    '<title>',
    '<script>',
    '<!--',
    '-->',
    '<div hidden>',
    '<svg>',
    '<template>',
    '&nbsp;',
    '&#1;',
    '&#x2028;',
    '\u3000',
    ' ',
    '\t',
    '一、标题',
    '（一）小标题',
    '“强调”',
    '𠮷',
    '😃',
    '\u0000',
    '\u0007',
    '中文。',
    'Latin words ',
  ),
)
const anyText = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(''))

test.each(IMPORTERS)(
  '$id reads any text: blocks have no line ends or controls, and marks lie inside them',
  async ({ extensions }) => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const name = `any.${extensions[0]}`
        if ((await problemOf(name, bytesOf(text))) !== undefined) return
        const { documents } = await readFile({ name, bytes: bytesOf(text) }, {})
        for (const block of documents.flatMap(({ blocks }) => blocks)) {
          expect(block.text).not.toMatch(/[\n\r\v\f\u0085\u2028\u2029]/)
          expect(block.text.replaceAll('\t', '')).not.toMatch(/\p{Cc}/u)
          for (const mark of block.marks ?? []) {
            expect(mark.start).toBeGreaterThanOrEqual(0)
            expect(mark.start).toBeLessThan(mark.end)
            expect(mark.end).toBeLessThanOrEqual(block.text.length)
            expect(splitsPair(block.text, mark.start) || splitsPair(block.text, mark.end)).toBe(false)
          }
        }
      }),
      { numRuns: 300 },
    )
  },
)

test('any bytes are read, or refused with a problem that names the file', async () => {
  const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a')
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), names, async (bytes, name) => {
      const problem = await problemOf(name, bytes)
      if (problem) expect(problem.params?.name).toBe(name)
    }),
    { numRuns: 150 },
  )
})

test('plain text keeps every visible character', async () => {
  const visible = (text: string): string => text.replace(/\s/g, '')
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), async (text) => {
      if (visible(text) === '' || importerFor({ name: 'a.txt', bytes: bytesOf(text) }).id !== 'plain-text') return
      const { blocks } = await readDocument({ name: 'a.txt', bytes: bytesOf(text) }, { encoding: 'utf-8' })
      expect(visible(blocks.map((block) => block.text).join(''))).toBe(visible(text))
    }),
  )
})

test('the extension chooses the format, unless the content is plainly another', () => {
  expect(importableExtensions().toSorted()).toEqual(IMPORTERS.flatMap(({ extensions }) => extensions).toSorted())
  expect(formatOf('A.HTM', 'words')).toBe('html')
  expect(formatOf('a.md', '# words')).toBe('markdown')
  expect(formatOf('a.log', 'words')).toBe('plain-text')
  expect(formatOf('a', 'words')).toBe('plain-text')
  expect(formatOf('a.txt', '<!DOCTYPE html><p>words')).toBe('html')
  expect(formatOf('a.md', '\ufeff<html><p>words')).toBe('html')
  expect(formatOf('a.txt', '<p>words</p>')).toBe('html')
  expect(formatOf('a.md', '<p>words</p>')).toBe('markdown')
  expect(formatOf('a.txt', '<p>never closed')).toBe('plain-text')
  expect(formatOf('a.txt', '---\r\ntitle: x\r\n---\r\nwords')).toBe('markdown')
  expect(formatOf('a.txt', '---\n标题: 题\n---\nwords')).toBe('markdown')
  expect(formatOf('a.txt', '---\nan ornament, no front matter')).toBe('plain-text')
})

test('a file that is no text is refused by the name of its format', async () => {
  const found = async (bytes: string): Promise<unknown> => (await problemOf('a.txt', binary(bytes)))?.params?.found
  expect(await found('PK\x03\x04\n\0\0\0mimetypeapplication/vnd.oasis.opendocument.presentation')).toBe('OpenDocument')
  expect((await problemOf('a.txt', binary('PK\x03\x04')))?.key).toBe('import.zipDamaged')
  expect(await found('\x89PNG\r\n\x1a\n')).toBe('PNG')
  expect(await found('RIFF\0\0\0\0WEBPVP8 ')).toBe('WebP')
  expect(
    await problemOf(
      'a.bin',
      Uint8Array.from({ length: 512 }, (_, at) => (at * at) % 251),
    ),
  ).toEqual({
    key: 'import.binary',
    params: { name: 'a.bin' },
  })
})

test('a document of Word that is not read says what to do, and a file is read as what it is, whatever its name says', async () => {
  const compound = (stream: string): Uint8Array =>
    binary(
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(504)}${`${stream}\0`.replace(/./gs, '$&\0').padEnd(64, '\0')}`
        .concat(String.fromCharCode(2 * (stream.length + 1)))
        .padEnd(700, '\0'),
    )
  expect((await problemOf('a.doc', compound('WordDocument')))?.key).toBe('import.oldWord')
  expect((await problemOf('a.docx', compound('EncryptedPackage')))?.key).toBe('import.officePassword')
  expect((await problemOf('a.doc', compound('Workbook')))?.params?.found).toBe('XLS (Excel 97–2003)')
  expect((await problemOf('a.docx', binary('PK\x03\x04\x14\0\x06\0word/document.xml')))?.key).toBe('import.zipDamaged')
  expect(formatOf('a.doc', '<html><body><p>words')).toBe('html')
  expect(formatOf('a.docx', 'words')).toBe('plain-text')
})

test('a file without bytes and one without words are told apart', async () => {
  expect(await problemOf('空.txt', bytesOf(''))).toEqual({ key: 'import.emptyFile', params: { name: '空.txt' } })
  for (const [name, text] of [
    ['a.txt', ' \n\u3000\n'],
    ['a.md', '---\ntitle: x\n---\n'],
    ['a.html', '<html><script>1</script><img src=x>'],
    ['a.txt', '\ufeff'],
  ] as const) {
    expect(await problemOf(name, bytesOf(text))).toEqual({ key: 'import.noText', params: { name } })
  }
})

test('HTML nested deeper than can be read is refused with a problem', async () => {
  expect((await problemOf('deep.html', bytesOf(`${'<div>'.repeat(50_000)}x`)))?.key).toBe('import.tooDeep')
})

test('five million characters of plain text and a megabyte of HTML are read whole', async () => {
  const line = '会议强调，要坚持“一张蓝图绘到底”，以钉钉子精神抓好落实，奋力开创高质量发展新局面。'
  const lines = Math.ceil(5_000_000 / (line.length * 6))
  const book = await readDocument({ name: 'a.txt', bytes: bytesOf(`${line.repeat(6)}\n`.repeat(lines)) }, {})
  expect(book.blocks).toHaveLength(lines)
  expect(book.blocks.at(-1)?.text).toBe(line.repeat(6))
  const page = `<html><body>${`<div><p>${line}<b>${line}</b></p></div>\n`.repeat(4_000)}</body></html>`
  const { blocks } = await readDocument({ name: 'a.html', bytes: bytesOf(page) }, {})
  expect(blocks).toHaveLength(4_000)
  expect(blocks.at(-1)?.text).toBe(line.repeat(2))
})

test('a title that front matter or a file’s name writes in several lines is one line', async () => {
  const text = '---\ntitle: |\n  First\n  second\nauthor: ["A\\nB"]\n---\nWords.\n'
  const { title, metadata } = await readDocument({ name: 'a.md', bytes: bytesOf(text) }, {})
  expect([title, metadata.title, metadata.author]).toEqual(['First second', 'First second', 'A B'])
  expect((await readDocument({ name: 'a\n\u0007b.txt', bytes: bytesOf('Words. More.') }, {})).title).toBe('a b')
})

test.each([
  ['study.mx24', 'MAXQDA'],
  ['study.nvp', 'NVivo'],
  ['study.atlproj23', 'ATLAS.ti'],
  ['study.qda', 'QualCoder'],
])('%s is said to be a project of %s, from where it can be exported', async (name, program) => {
  const bytes = new TextEncoder().encode('SQLite format 3\0')
  await expect(readFile({ name, bytes }, {})).rejects.toMatchObject({
    problem: { key: 'import.otherProgram', params: { name, program } },
  })
})
