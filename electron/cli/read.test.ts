import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommandLine } from './run'
import { terminal } from './terminal.fixture'

const schema = new URL('./reading.schema.json', import.meta.url)
const fixtures = fileURLToPath(new URL('../../shared/importers/fixtures/', import.meta.url))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingdian-read-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** What `read` prints, after it was held against the schema. */
async function read(...args: string[]) {
  const world = terminal(folder)
  const status = await runCommandLine(['read', ...args], world.terminal)
  const entries = JSON.parse(world.printed())
  const valid = new Ajv().compile(JSON.parse(await readFile(schema, 'utf8')))
  expect(valid(entries) || valid.errors).toBe(true)
  return { status, entries, said: world.said() }
}
const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)

const SPEECH =
  '在会上的讲话\n\n同志们：\n\n一、认清形势\n\n今天讲𠮷祥话。一是加快进度，快了才好。二是提高质量，好了才快。\n\n二、抓好落实\n\n谢谢大家！\n'

test('a text is printed with its outline of all levels and its blocks, by the schema', async () => {
  await put('讲话.txt', SPEECH)
  const { status, entries, said } = await read('讲话.txt', '--to', 'json')
  expect({ status, said }).toEqual({ status: 0, said: [] })
  expect(entries).toHaveLength(1)
  const [{ outline, blocks, ...rest }] = entries
  expect(rest).toMatchObject({ file: '讲话.txt', read: true, title: '在会上的讲话', language: 'zh-Hans' })
  expect(outline).toMatchObject([
    { level: 1, text: '在会上的讲话', runIn: false },
    { level: 2, text: '一、认清形势', runIn: false },
    { text: '一是加快进度', runIn: true },
    { text: '二是提高质量', runIn: true },
    { level: 2, text: '二、抓好落实', runIn: false },
  ])
  const plain = [...blocks.map(({ text }: { text: string }) => text).join('\n')]
  for (const { start, end, text } of [...outline, ...blocks]) expect(plain.slice(start, end).join('')).toBe(text)
  expect(rest.length).toBe(plain.length)
})

test('every golden fixture is printed by the schema, folders and archives file by file', async () => {
  const { status, entries, said } = await read(fixtures)
  const failed = entries.filter((entry: { read: boolean }) => !entry.read)
  expect(
    failed.map(({ file, inside }: { file: string; inside?: string }) => [file.slice(fixtures.length), inside]),
  ).toEqual([['zip/clippings.zip', 'picture.png']])
  expect(said).toEqual(failed.map(({ error }: { error: { message: string } }) => error.message))
  expect(status).toBe(1)
  expect(new Set(entries.map(({ format }: { format?: string }) => format)).size).toBeGreaterThan(5)
})

test('what cannot be read is printed and said, and the rest is read', async () => {
  await put('leer.txt', '')
  await put('a.txt', '甲\n\n乙')
  await mkdir(join(folder, 'x.docx'))
  const { status, entries, said } = await read('leer.txt', 'a.txt', 'fort.txt', 'x.docx')
  expect(status).toBe(1)
  expect(entries).toMatchObject([
    { file: 'leer.txt', read: false, error: { key: 'import.emptyFile' } },
    { file: 'a.txt', read: true },
    { file: 'fort.txt', read: false, error: { key: 'shell.notFound' } },
    { file: 'x.docx', read: false, error: { key: 'shell.emptyFolder' } },
  ])
  expect(said).toHaveLength(3)
})

test('a file in an archive in a folder is named by both', async () => {
  await mkdir(join(folder, '报纸'))
  await put('报纸/a.zip', zipSync({ 'x/y.txt': new TextEncoder().encode('甲\n\n乙') }))
  expect((await read('报纸')).entries).toMatchObject([{ file: join('报纸', 'a.zip'), inside: 'x/y.txt', read: true }])
})

test('the encoding can be said', async () => {
  await put('big5.txt', new Uint8Array([0xa4, 0xa4, 0xa4, 0xe5]))
  const { entries } = await read('big5.txt', '--encoding', 'big5')
  expect(entries).toMatchObject([{ encoding: { label: 'big5', by: 'reader' }, blocks: [{ text: '中文' }] }])
})

test.each([[[]], [['a.txt', '--to', 'xml']], [['a.txt', '--form', 'json']]])(
  'read %j makes no sense and prints nothing',
  async (args) => {
    const world = terminal(folder)
    expect(await runCommandLine(['read', ...args], world.terminal)).toBe(2)
    expect(world.printed()).toBe('')
    expect(world.said()).toHaveLength(1)
  },
)

test('projects and annotations are not read as texts of their markup, and it is said what takes them', async () => {
  await put('a.jsonld', '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","items":[]}')
  await put('b.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>x</p></body></text></TEI>')
  const { status, entries, said } = await read('a.jsonld', 'b.xml')
  expect(status).toBe(1)
  expect(entries.map(({ error }: { error?: { key: string } }) => error?.key)).toEqual([
    'cli.read.project',
    'cli.read.project',
  ])
  expect(said[0]).toContain('`convert`')
})
