import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ExportedFile, Exporter, ExportOptions, ProjectSnapshot } from '../exporters/exporter'
import { qdc as qdcExporter } from '../exporters/qdc'
import { qdpx as qdpxExporter } from '../exporters/qdpx'
import { guidFor } from '../exporters/refi/guid'
import { schemaFaults } from '../exporters/refi/schema-faults'
import { translator } from '../messages'
import { isEmpty } from '../model/changes'
import { plainText } from '../model/document'
import { packOriginal } from '../model/original'
import { type Problem, ProblemError } from '../result'
import type { Incoming } from './incoming'
import { merging } from './merging'
import { qdc } from './qdc'
import { qdpx } from './qdpx'
import { randomProject } from './random-project'
import { cameBack, carried, emptied, readingInto } from './round-trip.fixture'

const options: ExportOptions = { arrange: 'document', language: 'en', now: Date.UTC(2026, 10, 25), timeZone: 'UTC' }
const written = (exporter: Exporter, from: ProjectSnapshot, language: ExportOptions['language'] = 'en'): Uint8Array =>
  (exporter.write(from, { ...options, language }) as ExportedFile[])[0]?.bytes as Uint8Array
const read = async (bytes: Uint8Array, into: ProjectSnapshot, name = 'p.qdpx'): Promise<Incoming> =>
  qdpx.read({ name, bytes }, readingInto(into))
const empty = emptied({ project: { id: '0193a000-0000-7000-8000-000000000001', name: 'New', created: 1 } })
const keysOf = (problems: readonly Problem[]): string[] => problems.map(({ key }) => key)

const project = (inside: string, namespace = 'urn:QDA-XML:project:1.0'): string =>
  `\ufeff<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="${namespace}" name="P" origin="Tool 1">${inside}</Project>`
const packed = (qde: string, files: Record<string, string | Uint8Array> = {}, name = 'project.qde'): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ [name]: qde, ...files }).map(([path, words]) => [
        path,
        typeof words === 'string' ? strToU8(words) : words,
      ]),
    ),
  )
const guid = (number: number): string => `0193A000-0000-7000-8000-${String(number).padStart(12, '0')}`
const selection = (number: number, start: number, end: number, name = ''): string =>
  `<PlainTextSelection guid="${guid(number)}" name="${name}" startPosition="${start}" endPosition="${end}"/>`
const source = (selections: string, path = 'internal://T.txt'): string =>
  `<Sources><TextSource guid="${guid(1)}" name="T" plainTextPath="${path}">${selections}</TextSource></Sources>`
const quotes = ({ records }: Incoming): string[] => (records.highlights ?? []).map(({ passage }) => passage.quote)

test('a random project goes out and comes back the same, field by field, save what the table of losses says', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomProject({ lost: true }),
      fc.constantFrom('en' as const, 'zh-Hans' as const, 'zh-Hant' as const),
      async (before, language) => {
        const incoming = await read(written(qdpxExporter, before, language), emptied(before))
        const after = cameBack('qdpx', incoming, before)
        // Each highlight that is lost is told of in a note.
        for (const { id, lost } of before.highlights) {
          const note = guidFor('lost', id)
          if (lost !== undefined) expect(after.notes?.[note]).toBeDefined()
          delete (after.notes as Record<string, unknown>)[note]
        }
        expect(after).toEqual(carried('qdpx', before))
        expect(incoming.report).toMatchObject({ repaired: [], missing: [], unrepresented: [] })
      },
    ),
    { numRuns: Number(process.env.REFI_ROUND_TRIPS ?? 60) },
  )
})

test('a random codebook goes out and comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomProject().filter(({ themes }) => themes.length > 0),
      async (before) => {
        const bytes = written(qdcExporter, before, 'zh-Hans')
        const incoming = qdc.read({ name: 'c.qdc', bytes }, readingInto(emptied(before))) as Incoming
        expect(cameBack('qdc', incoming, before)).toEqual(carried('qdc', before))
      },
    ),
    { numRuns: 50 },
  )
})

test('a project that comes back into itself changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(randomProject({ lost: true }), async (before) => {
      const incoming = await read(written(qdpxExporter, before), before)
      const lost = new Set(
        before.highlights.flatMap(({ id, lost: since }) => (since === undefined ? [] : [guidFor('lost', id)])),
      )
      const notes = incoming.records.notes?.filter(({ id }) => !lost.has(id)) ?? []
      const { changes, contents } = merging({
        into: before,
        incoming: { ...incoming, records: { ...incoming.records, notes } },
        taken: new Set(),
        now: 5,
        summary: { key: 'changes.imported', params: { count: 1 } },
      })
      expect(changes).toSatisfy(isEmpty)
      expect(contents).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('what is sorted by hand in a project keeps its place when another one comes in', async () => {
  const before = fc
    .sample(randomProject(), { seed: 7, numRuns: 40 })
    .find(({ themes, documents }) => themes.length > 2 && documents.length > 1)
  const other = fc
    .sample(randomProject(), { seed: 8, numRuns: 40 })
    .find(({ themes, documents }) => themes.length > 2 && documents.length > 1)
  if (!before || !other) throw new Error('The sample was expected to have projects with themes and documents.')
  const incoming = await read(written(qdpxExporter, other), before)
  const last = Math.max(...before.documents.map(({ order }) => order))
  expect(incoming.records.documents?.map(({ order }) => order)).toEqual(other.documents.map((_, at) => last + 1 + at))
})

test('originals go out and come back: a PDF beside its text, a Word document as the rich text', async () => {
  const before = fc
    .sample(randomProject(), { seed: 3, numRuns: 40 })
    .find(({ documents }) => documents.length > 1) as ProjectSnapshot
  const pdf = packOriginal(strToU8('%PDF-1.7 words'))
  const docx = packOriginal(packed('', { 'word/document.xml': '<w/>' }, '[Content_Types].xml'))
  const hashes = [pdf.hash, docx.hash]
  const contents = before.contents.map((content, at) => ({ ...content, original: hashes[at] ?? '0' }))
  const bytes = written(qdpxExporter, { ...before, contents, originals: [pdf, docx] })
  const [first, second] = before.documents.map(({ id }) => id) as [string, string]
  expect(Object.keys(unzipSync(bytes))).toEqual(
    expect.arrayContaining([`sources/${first}.pdf`, `sources/${second}.docx`]),
  )
  const incoming = await read(bytes, emptied(before))
  expect(incoming.contents.slice(0, 2).map(({ original }) => original)).toEqual(hashes)
  expect(incoming.records.documents?.slice(0, 2).map(({ format }) => format)).toEqual(['pdf', 'docx'])
  expect(cameBack('qdpx', incoming, before)).toEqual(carried('qdpx', before))
})

test('a project is found by its .qde, whatever its name and case, with sources in a folder of any case', async () => {
  const qde = project(
    source(selection(2, 0, 2, '你好'), 'internal://t.TXT'),
    'http://schema.qdasoftware.org/versions/Project/v0.9',
  )
  const bytes = packed(qde, { 'Sources/T.txt': '你好，世界' }, 'My Project.QDE')
  expect(qdpx.recognises({ name: 'x.zip', bytes })).toBe(true)
  const incoming = await read(bytes, empty)
  expect(quotes(incoming)).toEqual(['你好'])
  expect(incoming.report).toMatchObject({ name: 'P', origin: 'Tool 1', missing: [] })
  expect(incoming.records.documents?.[0]?.id).toBe(guid(1).toLowerCase())
})

test('a source without a plain text is read from its Word document, and a set says what it holds beside texts', async () => {
  const word = readFileSync(new URL('../importers/fixtures/docx/village-talks.docx', import.meta.url))
  const rich = `<Sources><TextSource guid="${guid(1)}" name="W" richTextPath="internal://w.docx"/><PictureSource guid="${guid(2)}" name="P"/></Sources>`
  const sets = `<Sets><Set guid="${guid(3)}" name="S"><MemberSource targetGUID="${guid(1)}"/><MemberSource targetGUID="${guid(2)}"/></Set></Sets>`
  const incoming = await read(packed(project(rich + sets), { 'sources/w.docx': word }), empty)
  expect(incoming.records.documents?.[0]).toMatchObject({ format: 'docx', title: 'W' })
  expect(incoming.records.documents?.[0]?.length).toBeGreaterThan(10)
  expect(keysOf(incoming.report.repaired)).toEqual(['exchange.readFromWord'])
  expect(keysOf(incoming.report.unrepresented)).toEqual(['exchange.picture', 'exchange.setOfOthers'])
})

test('positions that count UTF-16, or line ends as one, or ends inclusively, are known by their quotes', async () => {
  const text = '😃甲\r\n乙丙\r\n丁戊己庚'
  const reads = async (selections: string) => {
    const incoming = await read(packed(project(source(selections)), { 'sources/T.txt': text }), empty)
    return { quotes: quotes(incoming), repaired: keysOf(incoming.report.repaired) }
  }
  expect(await reads(selection(2, 4, 6, '乙丙') + selection(3, 8, 10, '丁戊'))).toEqual({
    quotes: ['乙丙', '丁戊'],
    repaired: [],
  })
  expect(await reads(selection(2, 3, 5, '乙丙') + selection(3, 6, 8, '丁戊'))).toEqual({
    quotes: ['乙丙', '丁戊'],
    repaired: ['exchange.countsLineEndsOne'],
  })
  expect(await reads(selection(2, 5, 7, '乙丙') + selection(3, 9, 11, '丁…'))).toEqual({
    quotes: ['乙丙', '丁戊'],
    repaired: ['exchange.countsUtf16'],
  })
  expect(await reads(selection(2, 4, 5, '乙丙') + selection(3, 8, 9, '丁戊'))).toEqual({
    quotes: ['乙丙', '丁戊'],
    repaired: ['exchange.countsInclusive'],
  })
  expect((await reads(selection(2, 4, 6))).quotes).toEqual(['乙丙'])
})

test('what is wrong in small things is put right, and said', async () => {
  const inside =
    '<CodeBook><Codes><Code name="a / b" isCodable="false" color="#80FF0000" guid="{0193A000-0000-7000-8000-00000000000A}"/>' +
    '<Code name="a/b" isCodable="true" color="red"/><Code name="c" isCodable="true" color="?" guid="not a guid"/></Codes></CodeBook>' +
    source(`${selection(2, 0, 1)}${selection(2, 1, 900)}${selection(4, 70, 80, '远')}${selection(5, 3, 3, 'leer')}`)
  const incoming = await read(packed(project(`${inside}&#1;`), { 'sources/T.txt': '天地玄黄\u0001宇宙' }), empty)
  expect(incoming.records.themes?.map(({ name, colour }) => [name, colour])).toEqual([
    ['a/b', '#ff0000'],
    ['a/b (2)', '#ff0000'],
    ['c', expect.anything()],
  ])
  expect(incoming.records.themes?.[0]?.id).toBe('0193a000-0000-7000-8000-00000000000a')
  expect(quotes(incoming)).toEqual(['天', '地玄黄宇宙', '远', 'leer'])
  expect(incoming.records.highlights?.map(({ lost }) => lost !== undefined)).toEqual([false, false, true, true])
  expect(new Set(keysOf(incoming.report.repaired))).toEqual(
    new Set([
      ...[
        'forbidden',
        'renamedTheme',
        'colour',
        'noColour',
        'noGuid',
        'guidTwice',
        'controls',
        'pastEnd',
        'notInText',
      ].map((key) => `exchange.${key}`),
    ]),
  )
  expect(keysOf(incoming.report.unrepresented)).toEqual(['exchange.notCodable'])
})

test('every sentence of a report is there in every language', async () => {
  const incoming = await read(packed(project(source(selection(2, 0, 1)))), empty)
  const { repaired, unrepresented, missing } = incoming.report
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    for (const { key, params } of [...repaired, ...unrepresented, ...missing]) {
      expect(translator(language)(key, params)).not.toMatch(/^exchange\.|\{\{/)
    }
  }
})

test('a file that would do harm, is cut off or is none of these is refused by its name', async () => {
  const deep = (levels: number): string =>
    `<CodeBook><Codes>${`<Code guid="${guid(1)}" name="n" isCodable="true">`.repeat(levels)}${'</Code>'.repeat(levels)}</Codes></CodeBook>`
  const refused = async (bytes: Uint8Array, name = 'b.qdpx'): Promise<Problem> => {
    try {
      await read(bytes, empty, name)
    } catch (error) {
      if (error instanceof ProblemError) return error.problem
      throw error
    }
    throw new Error('The file was expected to be refused.')
  }
  const bomb = '<!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Project name="&b;"/>'
  const outside = '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project name="&x;"/>'
  expect((await refused(packed(bomb))).key).toBe('exchange.doctype')
  expect((await refused(packed(outside))).key).toBe('exchange.doctype')
  expect(await refused(packed(project(deep(200))))).toMatchObject({
    key: 'exchange.tooDeep',
    params: { name: 'b.qdpx' },
  })
  expect((await refused(packed(project('<Users>')))).key).toBe('exchange.notXml')
  expect((await refused(packed('<Other/>'))).key).toBe('exchange.noProject')
  expect((await refused(packed('', {}, 'x.txt'))).key).toBe('exchange.noQde')
  expect((await refused(packed(project('')).subarray(0, 60))).key).toBe('import.zipDamaged')
  expect((await refused(strToU8('words'), 'w.qde')).key).toBe('exchange.notXml')
})

test('themes 100 deep go out and come back; deeper ones are refused with a sentence', async () => {
  const base = fc
    .sample(randomProject(), { seed: 1, numRuns: 40 })
    .find(({ themes }) => themes.length > 0) as ProjectSnapshot
  const [theme] = base.themes
  if (!theme) throw new Error('The sample was expected to have a theme.')
  const chain = (levels: number): ProjectSnapshot => ({
    ...emptied(base),
    coders: base.coders,
    themes: Array.from({ length: levels }, (_, at) => ({
      ...theme,
      id: guid(at).toLowerCase(),
      parent: at === 0 ? null : guid(at - 1).toLowerCase(),
      order: 0,
    })),
  })
  const before = chain(100)
  expect(cameBack('qdpx', await read(written(qdpxExporter, before), emptied(before)), before)).toEqual(
    carried('qdpx', before),
  )
  expect(() => written(qdpxExporter, chain(200))).toThrow('export.themesTooDeep')
})

const refi = new URL('../../../shared/refi/', import.meta.url)
const sample = new URL('atlasti-sample.qdpx', refi)
test.skipIf(!existsSync(sample))(
  'the sample of ATLAS.ti is taken in, all of it accounted for, and goes out valid',
  async () => {
    const incoming = await read(readFileSync(sample), empty, 'atlasti-sample.qdpx')
    const { records, report } = incoming
    expect(records.themes).toHaveLength(14)
    expect([records.themeGroups?.length, records.documentGroups?.length]).toEqual([5, 11])
    expect(records.highlights).toHaveLength(8)
    expect(records.taggings?.length).toBe(9)
    const missing = report.missing.filter(({ key }) => key === 'exchange.missingSource')
    expect(report.missing.map(({ params }) => params?.name).sort()).toEqual(
      records.documents?.map(({ title }) => title).sort(),
    )
    expect(missing.map(({ params }) => params?.selections)).toEqual([1, 1, 1, 3, 2])
    expect(keysOf(report.unrepresented)).toEqual(
      expect.arrayContaining([
        'exchange.picture',
        'exchange.audio',
        'exchange.video',
        'exchange.onPage',
        'exchange.graphs',
        'exchange.otherLink',
      ]),
    )
    const { documentGroups = [], themeGroups: groups = [] } = records
    const snapshot = { ...empty, ...records, documentGroups, groups, contents: incoming.contents } as ProjectSnapshot
    const bytes = written(qdpxExporter, snapshot)
    expect(
      await schemaFaults(readFileSync(new URL('Project.xsd', refi), 'utf8'), [
        new TextDecoder().decode(unzipSync(bytes)['project.qde']),
      ]),
    ).toEqual([])
    const again = await read(bytes, emptied(snapshot))
    const places = (from: typeof records) =>
      Object.fromEntries(
        (from.highlights ?? []).map(({ id, passage }) => [id, [passage.start, passage.end, passage.quote]]),
      )
    expect(places(again.records)).toEqual(places(records))
    expect(again.records.taggings).toHaveLength(9)
    expect([again.records.themeGroups?.length, again.records.documentGroups?.length]).toEqual([5, 11])
    expect(again.contents.map(({ blocks }) => plainText(blocks))).toEqual(incoming.contents.map(() => ''))
  },
)
