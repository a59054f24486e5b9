import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csv } from '../exporters/csv'
import type { ExportedFile, ProjectSnapshot } from '../exporters/exporter'
import type { SourceFile } from '../importers/importer'
import { LANGUAGES, type Language } from '../messages'
import { isEmpty } from '../model/changes'
import type { Problem } from '../result'
import { applied } from './applied'
import type { Incoming } from './incoming'
import { readerOf } from './index'
import { markTable } from './mark-table'
import { merging } from './merging'
import { randomProject } from './random-project'
import { readingInto } from './round-trip.fixture'

type Variant = 'taggings' | 'passages'
const VARIANTS: readonly Variant[] = ['taggings', 'passages']

const written = (snapshot: ProjectSnapshot, variant: Variant, language: Language = 'en'): SourceFile => {
  const [file] = csv.write(snapshot, {
    arrange: 'document',
    variant,
    language,
    now: 1,
    timeZone: 'UTC',
  }) as ExportedFile[]
  return { name: 'marks.csv', bytes: (file as ExportedFile).bytes }
}
const table = (words: string): SourceFile => ({ name: 'marks.csv', bytes: new TextEncoder().encode(words) })
const taken = (file: SourceFile, into: ProjectSnapshot) => {
  const incoming = markTable.read(file, readingInto(into)) as Incoming
  const merged = merging({ into, incoming, taken: new Set(), now: 5, summary: { key: 'changes.nothing' } })
  return { incoming, merged, after: applied(into, merged) }
}
/** The rows of a table, in an order that does not depend on ids and moments. */
const rowsOf = ({ bytes }: SourceFile): string[] =>
  Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: ',' })
    .data.map((cells) => JSON.stringify(cells.map((cell) => cell.split('; ').toSorted())))
    .toSorted()
const unmarked = (snapshot: ProjectSnapshot): ProjectSnapshot => ({
  ...snapshot,
  ...{ highlights: [], taggings: [], notes: [], links: [], coders: [] },
})

const ids = (letter: string): string => `0193a000-0000-7000-8000-00000000000${letter}`
const project = { id: '0193a000-0000-7000-8000-000000000001', name: 'P', created: 1 }
const TEXT = '一个𠮷字。\n另一段话。'
const own: ProjectSnapshot = {
  ...{ project, coders: [], themes: [], highlights: [], taggings: [], notes: [] },
  documents: [
    {
      ...{ id: ids('d'), project: project.id, title: '字', metadata: {}, language: 'zh-Hans', format: 'plain-text' },
      ...{ fileName: 'z.txt', content: 'c', length: TEXT.length, order: 0, created: 0 },
    },
  ],
  contents: [{ id: 'c', project: project.id, blocks: TEXT.split('\n').map((text) => ({ kind: 'paragraph', text })) }],
}
const HEAD = 'document,paragraph,page,at,speaker,start,end,quote,before,after,theme,theme path,coder,note,time'
const told = (problems: readonly Problem[]) => problems.map(({ key, params }) => [key, params])

test('highlights of Taguette are set where their words stand; those that are nowhere keep them', () => {
  const file = table(
    'id,document,tag,content\r\n1,字,Sign,一个𠮷字\r\n1,字,Talk,一个𠮷字\r\n2,字,,gone\r\n3,other,Talk,话\r\n',
  )
  expect(readerOf(file)?.id).toBe('csv')
  const { incoming, after } = taken(file, own)
  expect(after.highlights.map(({ passage, lost }) => [passage.start, passage.quote, lost === undefined])).toEqual([
    [0, '一个𠮷字', true],
    [0, 'gone', false],
  ])
  expect(after.taggings).toHaveLength(2)
  expect(after.themes.map(({ name }) => name)).toEqual(['Sign', 'Talk'])
  expect(told(incoming.report.missing)).toEqual([['exchange.rowsWithoutDocument', { name: 'other', count: 1 }]])
})

test('tables of taggings and passages are known by their first row, in every language; other tables are documents', () => {
  for (const language of Object.keys(LANGUAGES) as Language[])
    for (const variant of VARIANTS) expect(readerOf(written(own, variant, language))?.id).toBe('csv')
  expect(readerOf(table('title,text\na,b\n'))).toBeUndefined()
  expect(readerOf({ ...table(`${HEAD}\n`), name: 'x.txt' })).toBeUndefined()
})

for (const variant of VARIANTS) {
  test(`a table of ${variant} that comes back into its project changes nothing`, () => {
    fc.assert(
      fc.property(randomProject({ lost: true }), (snapshot) => {
        const { merged, incoming } = taken(written(snapshot, variant), snapshot)
        expect(told(incoming.report.missing)).toEqual([])
        expect(merged.changes.created).toEqual({})
        expect(merged.changes.updated).toEqual({})
      }),
      { numRuns: 20 },
    )
  })

  test(`a table of ${variant} makes all that it tells in a project that has only the texts`, () => {
    fc.assert(
      fc.property(randomProject(), fc.constantFrom(...(Object.keys(LANGUAGES) as Language[])), (snapshot, language) => {
        const file = written(snapshot, variant, language)
        const { after } = taken(file, unmarked(snapshot))
        expect(rowsOf(written(after, variant, language))).toEqual(rowsOf(file))
        expect(isEmpty(taken(file, after).merged.changes)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
}

test('rows are set by their position where the quote stands there, else by the quote; what is nowhere is listed', () => {
  const file = table(
    [
      HEAD,
      '字,1,,,,2,4,𠮷字,一个,。,Sign,A / Sign,李,好,2024-01-02T03:04:05.000Z',
      '字,2,,,,0,3,另一段,,,Other,Other,李,,',
      '字,1,,,,0,2,no such words,,,X,X,李,,',
      '無,1,,,,0,2,words,,,X,X,李,,',
      'z.txt,,,,,,,gone words,,,X,X,李,,',
    ].join('\n'),
  )
  const { records, report } = markTable.read(file, readingInto(own)) as Incoming
  expect(records.highlights?.map(({ passage, lost }) => [passage.start, passage.quote, lost !== undefined])).toEqual([
    [2, '𠮷字', false],
    [TEXT.indexOf('另一段'), '另一段', false],
    [0, 'gone words', true],
  ])
  expect(records.themes?.map(({ name }) => name)).toEqual(['A', 'Sign', 'Other', 'X'])
  expect(records.notes?.map(({ text }) => text)).toEqual(['好'])
  expect(records.highlights?.[0]?.created).toBe(Date.UTC(2024, 0, 2, 3, 4, 5))
  expect(told(report.missing)).toEqual([
    ['exchange.rowNotInText', { row: 4, quote: 'no such words', name: '字', count: 1 }],
    ['exchange.rowsWithoutDocument', { name: '無', count: 1 }],
  ])
})

test('what a spreadsheet changed comes in: semicolons, another order of columns, a star taken back', () => {
  const star = table('star;themes;quote;document;start;end;weight\n1;;𠮷字;字;2;4;3\n')
  const { after } = taken(star, own)
  expect(after.highlights).toMatchObject([{ star: true, weight: 3, passage: { quote: '𠮷字' } }])
  const plain = taken(table('document,start,end,quote,themes\n字,2,4,𠮷字,"甲; 乙"\n'), after).after
  expect(plain.highlights).toMatchObject([{ id: after.highlights[0]?.id, passage: { quote: '𠮷字' } }])
  expect(plain.highlights[0]?.star).toBeUndefined()
  expect(plain.themes.map(({ name }) => name)).toEqual(['甲', '乙'])
})

test('of several documents of one name the one is meant in which the words stand', () => {
  const [document, content] = [own.documents[0], own.contents[0]]
  if (!document || !content) throw new Error('There is a document.')
  const twin = { ...document, id: ids('e'), content: 'f' }
  const blocks = [{ kind: 'paragraph', text: '两个字' }] as const
  const both = { ...own, documents: [twin, document], contents: [content, { ...content, id: 'f', blocks }] }
  const { records } = markTable.read(table(`${HEAD}\n字,1,,,,2,4,𠮷字,,,T,T,,,\n`), readingInto(both)) as Incoming
  expect(records.highlights?.map((each) => each.document)).toEqual([ids('d')])
})
