import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommandLine } from './run'
import { terminal } from './terminal.fixture'

const golden = readFileSync(new URL('../../shared/exporters/fixtures/project.qde.xml', import.meta.url), 'utf8')
const codebook = readFileSync(new URL('../../shared/exporters/fixtures/codebook.qdc.xml', import.meta.url), 'utf8')
const refi = fileURLToPath(new URL('../../../shared/refi/', import.meta.url))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingdian-convert-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function call(...args: string[]) {
  const world = terminal(folder)
  const status = await runCommandLine(args, world.terminal)
  return { status, said: world.said(), printed: world.printed() }
}
const put = (name: string, content: string) => writeFile(join(folder, name), content)
const qde = async (name: string): Promise<string> =>
  new TextDecoder().decode(unzipSync(await readFile(join(folder, name)))['project.qde'])
/** What a project holds, without when it was written. */
const undated = (xml: string): string => xml.replace(/ modifiedDateTime="[^"]*"/, '')

test('a project goes round through the command line and is the same, and once more the same', async () => {
  await put('a.txt', '一个𠮷字。\n\n另一段😃。')
  await put('codes.qdc', codebook)
  const first = await call('convert', 'a.txt', 'codes.qdc', '--to', 'qdpx', '--out', 'one.qdpx')
  expect(first).toEqual({ status: 0, said: ['wrote one.qdpx'], printed: '' })
  expect(await call('convert', 'one.qdpx', '--to', 'qdpx', '--out', 'two.qdpx', '--strict')).toMatchObject({
    status: 0,
  })
  await call('convert', 'two.qdpx', '--to', 'qdpx', '--out', 'three.qdpx')
  expect(undated(await qde('two.qdpx'))).toBe(undated(await qde('three.qdpx')))
  const codes = /<CodeBook[\s\S]*<\/Codes>/
  expect(codes.exec(await qde('two.qdpx'))?.[0].replaceAll('\n  ', '\n')).toContain(
    codes.exec(codebook)?.[0].slice(200),
  )
  await call('convert', 'a.txt', 'codes.qdc', '--to', 'qdpx', '--out', 'again.qdpx')
  const guids = async (name: string): Promise<string[]> => (await qde(name)).match(/guid="[^"]*"/g) ?? []
  expect(await guids('again.qdpx')).toEqual(await guids('one.qdpx'))
})

test('what is missing is said after the name of its file, and fails with --strict', async () => {
  await put('p.qde', golden)
  const { status, said } = await call('convert', 'p.qde', '--to', 'qdpx', '--out', 'out.qdpx')
  expect(status).toBe(0)
  expect(said.filter((line) => line.startsWith('p.qde: The text of “'))).toHaveLength(4)
  expect((await call('convert', 'p.qde', '--to', 'qdpx', '--out', 'out.qdpx', '--strict')).status).toBe(1)
})

test('annotations of brat bring the text that lies beside them, named or not', async () => {
  await mkdir(join(folder, 'in'))
  await put('in/s.txt', '一个𠮷字。')
  await put('in/s.ann', 'T1\tSign 2 4\t𠮷字\n')
  for (const files of [['in/s.ann'], ['in/s.txt', 'in/s.ann'], ['in']]) {
    const { said } = await call('convert', ...files, '--to', 'csv', '--out', 'brat.csv')
    expect(said).toEqual(['wrote brat.csv'])
    const table = await readFile(join(folder, 'brat.csv'), 'utf8')
    expect(table).toContain('s,1,,,,2,4,𠮷字,一个,。,Sign,Sign,')
    expect(table.trim().split('\n')).toHaveLength(2)
  }
  expect((await call('validate', 'in/s.ann')).printed).toBe('in/s.ann: sound\n')
})

test('annotations of brat with one name in several folders have each the text of their own folder', async () => {
  for (const [at, words] of ['Alice met Bob.', 'Zoe left.'].entries()) {
    await mkdir(join(folder, `${at}`))
    await put(`${at}/s.txt`, words)
    await put(`${at}/s.ann`, `T1\tPerson 0 ${words.indexOf(' ')}\t${words.split(' ')[0]}\n`)
  }
  for (const files of [
    ['0/s.ann', '1/s.ann'],
    ['0', '1'],
  ]) {
    const { said } = await call('convert', ...files, '--to', 'csv', '--out', 'brat.csv')
    expect(said).toEqual(['wrote brat.csv'])
    const table = await readFile(join(folder, 'brat.csv'), 'utf8')
    expect(table).toContain('s,1,,,,0,5,Alice,," met Bob.",Person,')
    expect(table).toContain('s,1,,,,0,3,Zoe,," left.",Person,')
  }
})

test('tables of taggings and codebooks are set on the documents that come with them, whichever is named first', async () => {
  await put('s.txt', '一个𠮷字。')
  await put('t.csv', 'document,start,end,quote,theme path\ns,2,4,𠮷字,A / B\ns,0,1,no,C\n')
  await put('codes.csv', 'A>>C,a memo\n')
  const { said } = await call('convert', 't.csv', 's.txt', 'codes.csv', '--to', 'csv', '--out', 'out.csv')
  expect(said).toEqual([
    't.csv: Row 3: “no” is not in “s”; it was left out.',
    'wrote out.csv',
    'Not carried by this format: 1 theme without passages.',
  ])
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain('s,1,,,,2,4,𠮷字,一个,。,B,A / B,')
})

test('only what is asked for is written, themes by name or path with what is under them', async () => {
  await put('codes.qdc', codebook)
  const { status } = await call('convert', 'codes.qdc', '--to', 'qdc', '--out', 'some.qdc', '--theme', '民生 / 读书')
  expect(status).toBe(0)
  const names = [...(await readFile(join(folder, 'some.qdc'), 'utf8')).matchAll(/<Code [^>]*name="([^"]*)"/g)]
  expect(names.map(([, name]) => name)).toEqual(['民生', '读书'])
  const absent = await call('convert', 'codes.qdc', '--to', 'qdc', '--out', 'x.qdc', '--theme', 'no such')
  expect(absent).toMatchObject({ status: 1, said: ['There is no theme “no such”. Nothing was written.'] })
  expect(existsSync(join(folder, 'x.qdc'))).toBe(false)
})

test('a format of several files goes into a folder', async () => {
  await put('a.txt', '甲')
  expect((await call('convert', 'a.txt', '--to', 'csv', '--out', 'tables/')).status).toBe(0)
  expect(await readdir(join(folder, 'tables'))).toEqual(['a.csv'])
})

test('wrong use is told from what cannot be read', async () => {
  expect((await call('convert', 'a.txt', '--to', 'nothing', '--out', 'x')).status).toBe(2)
  expect((await call('convert', 'a.txt', '--to', 'qdpx')).status).toBe(2)
  expect((await call('convert', 'gone.txt', '--to', 'qdpx', '--out', 'x.qdpx')).status).toBe(1)
})

test('validate says of each file whether it is sound, and why not', async () => {
  await put('a.txt', '一个字。')
  await put('codes.qdc', codebook)
  await call('convert', 'a.txt', 'codes.qdc', '--to', 'qdpx', '--out', 'p.qdpx')
  await put('cut.qdpx', 'PK but no more')
  await put('bad.qdc', codebook.replace('#da4433', 'da4433'))
  expect(await call('validate', 'p.qdpx', 'codes.qdc')).toEqual({
    status: 0,
    said: [],
    printed: 'p.qdpx: sound\ncodes.qdc: sound\n',
  })
  const { status, printed } = await call('validate', 'cut.qdpx', 'bad.qdc', 'gone.qdpx', 'a.txt')
  expect(status).toBe(1)
  expect(printed.split('\n').filter((line) => line.endsWith('not sound'))).toHaveLength(4)
  expect(printed).toContain('bad.qdc: fault: One colour is not written as the standard says')
  expect((await call('validate', 'p.qdpx', '--schema', 'nowhere.xsd')).status).toBe(2)
})

test.skipIf(!existsSync(join(refi, 'Project.xsd')))('validate holds files against a schema that is given', async () => {
  await put('codes.qdc', codebook)
  await put('bad.qdc', codebook.replace('isCodable="true" ', ''))
  const { printed } = await call('validate', 'codes.qdc', 'bad.qdc', '--schema', refi)
  expect(printed).toContain('codes.qdc: sound\nbad.qdc: not sound\n')
  expect(printed).toMatch(/bad\.qdc: fault: .*isCodable/)
})

test('validate holds TEI against RELAX NG, any encoding, and says that a schema is nothing for JSON', async () => {
  const grammar =
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"><start><element name="TEI"><element name="text"><text/></element></element></start></grammar>'
  await put('small.rng', grammar)
  const tei = '<?xml version="1.0" encoding="utf-16"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text>字</text></TEI>'
  await writeFile(join(folder, 'good.xml'), Buffer.from(`\ufeff${tei}`, 'utf16le'))
  await put('bad.xml', tei.replace('utf-16', 'utf-8').replaceAll('text>', 'back>'))
  await put('a.jsonld', '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","items":[]}')
  expect((await call('validate', 'good.xml', '--schema', 'small.rng')).printed).toBe('good.xml: sound\n')
  expect((await call('validate', 'bad.xml', '--schema', 'small.rng')).printed).toContain('back')
  expect((await call('validate', 'a.jsonld', '--schema', 'small.rng')).printed).toContain('no XML')
})
