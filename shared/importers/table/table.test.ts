import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { ProblemError } from '../../result'
import type { TableMapping } from '../importer'
import { readFile } from '../index'
import { columnLetters, suggestMapping } from './columns'
import { delimiterOf } from './delimiter'
import { documentCount } from './document-count'
import { readTable } from './preview'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, table?: TableMapping, name = '剪报.csv') =>
  readFile({ name, bytes: bytesOf(text) }, table ? { table } : {})
const problemOf = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act()
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.key
    throw error
  }
  return 'none'
}

const NEWS = `编号,標題,发布时间,作者,来源,链接,正文,版面
1,红旗渠,2020年11月12日,陈贻泽,广西日报,https://gx.example/1,"第一段，要高质量。
第二段。",头版
2,,十一月,,右江日报,不详,只有一段,
,,,,,,,
3,没有正文,2021-02-03,,,,,四版
`

test('a table becomes one document for each row: origin, text and attributes as the headers say', async () => {
  const { documents } = await read(NEWS)
  expect(documents).toHaveLength(2)
  const [first, second] = documents
  expect(first).toMatchObject({
    title: '红旗渠',
    language: 'zh-Hans',
    format: 'csv',
    metadata: {
      title: '红旗渠',
      date: '2020-11-12',
      author: '陈贻泽',
      source: '广西日报',
      url: 'https://gx.example/1',
      evidence: { date: { by: 'table', quote: '2020年11月12日' }, title: { by: 'table', quote: '红旗渠' } },
    },
    attributes: { 编号: '1', 版面: '头版' },
  })
  expect(first?.blocks.map(({ text }) => text)).toEqual(['第一段，要高质量。', '第二段。'])
  expect(second?.title).toBe('剪报 3')
  expect(second?.metadata).toEqual({
    source: '右江日报',
    other: { date: '十一月', url: '不详' },
    evidence: { source: { by: 'table', quote: '右江日报' } },
  })
  expect(second?.attributes).toEqual({ 编号: '2' })
  expect(first?.remarks).toEqual([{ key: 'table.emptyRows', params: { count: 1 } }])
  expect(second?.remarks).toEqual([])
})

test('a mapping says otherwise: which columns are the text, in which order, and what the attributes are called', async () => {
  const mapping: TableMapping = {
    hasHeader: true,
    sheet: 0,
    text: [7, 1],
    title: 0,
    attributes: [{ column: 4, name: '报纸' }],
  }
  const { documents } = await read(NEWS, mapping)
  expect(documents.map(({ title, blocks, attributes }) => [title, blocks.map(({ text }) => text), attributes])).toEqual(
    [
      ['1', ['头版', '红旗渠'], { 报纸: '广西日报' }],
      ['3', ['四版', '没有正文'], undefined],
    ],
  )
  expect(await problemOf(() => read(NEWS, { ...mapping, text: [8] }))).toBe('table.noColumn')
  expect(await problemOf(() => read(NEWS, { ...mapping, text: [] }))).toBe('table.noColumn')
})

test('attributes that were given one name, or none, are told apart by the letters of their columns', async () => {
  const attributes = [0, 3, 4].map((column) => ({ column, name: column === 4 ? ' ' : '值' }))
  const { documents } = await read(NEWS, { hasHeader: true, sheet: 0, text: [6], attributes })
  expect(documents[0]?.attributes).toEqual({ 值: '1', '值 (D)': '陈贻泽', E: '广西日报' })
})

test('more rows than can become documents at once are refused', async () => {
  expect(await problemOf(() => read(`text,n\n${'words,1\n'.repeat(50_001)}`))).toBe('table.tooMany')
})

test('without headers the longest column is the text, and the first row is a document', async () => {
  const { documents } = await read('12;Sehr gut, weil alles stimmt; ja\n13;Nicht gut, wenn man fragt; nein\n')
  expect(documents.map(({ blocks }) => blocks[0]?.text)).toEqual([
    'Sehr gut, weil alles stimmt',
    'Nicht gut, wenn man fragt',
  ])
  expect(documents[0]?.attributes).toEqual({ A: '12', C: 'ja' })
})

test('columns under one name are told apart by their letters', () => {
  expect(columnLetters(0) + columnLetters(25) + columnLetters(26) + columnLetters(701) + columnLetters(702)).toBe(
    'AZAAZZAAA',
  )
  const rows = [
    ['text', '值', '值', ' '],
    ['a long text', '1', '2', '3'],
  ]
  expect(suggestMapping(rows).attributes.map(({ name }) => name)).toEqual(['值', '值 (C)', 'D'])
})

test.each([
  ['commas in text do not win over the semicolons that part it', 'a;b, c, d\n1;x, y\n2;z\n', ';'],
  ['tabs', 'a\tb\n1\t2,3\n', '\t'],
  ['one column', 'text\nno sign\n', ','],
  ['semicolons inside quotation marks', 'a,b\n1,"x;y;z"\n2,"u;v;w"\n', ','],
  ['what Excel says in the first line', 'sep=;\na;b,c\n1;2,3\n', ';'],
])('the delimiter is found: %s', (_, text, delimiter) => {
  expect(delimiterOf(text).delimiter).toBe(delimiter)
})

test('any table that is written as CSV is read with the same cells', async () => {
  const word = fc.string({ unit: fc.constantFrom('文', 'a', ' ', ',', ';', '"', '\n', '𠮷', '\t', '|'), maxLength: 9 })
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 4, maxLength: 12 }))
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(',', ';', '\t'), async (cells, delimiter) => {
      const rows = cells.map((row) => row.map((cell, column) => `${column}${cell}`))
      const text = Papa.unparse(rows, { delimiter, newline: '\r\n', quotes: true })
      const preview = await readTable({ name: 'a.csv', bytes: bytesOf(text) }, {})
      expect(preview.rows).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

test('a preview shows the first rows, what the columns are called and what they seem to be', async () => {
  const many = `日期,text\n${Array.from({ length: 50 }, (_, i) => `2020-01-${i},文${i}\n`).join('')}`
  const preview = await readTable({ name: 'a.tsv', bytes: bytesOf(many) }, {})
  expect(preview).toMatchObject({
    sheets: [],
    columns: ['日期', 'text'],
    rowCount: 51,
    suggestion: { hasHeader: true, sheet: 0, text: [1], date: 0, attributes: [] },
    encoding: { label: 'utf-8' },
  })
  expect(preview.rows).toHaveLength(21)
})

test('a table in an old encoding is read, and in another one when that is chosen', async () => {
  // 标题,正文 / 一,文本 in GB 18030
  const bytes = Uint8Array.from([
    ...[0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xd5, 0xfd, 0xce, 0xc4, 0x0a],
    ...[0xd2, 0xbb, 0x2c, 0xce, 0xc4, 0xb1, 0xbe, 0xb8, 0xdf, 0xd6, 0xca, 0xc1, 0xbf, 0x0a],
  ])
  const preview = await readTable({ name: 'a.csv', bytes }, { encoding: 'gb18030' })
  expect(preview.columns).toEqual(['标题', '正文'])
  expect(preview.suggestion).toMatchObject({ title: 0, text: [1] })
})

test('an encoding that was guessed is told once for the table, unless its columns were asked for', async () => {
  // 高质量发展是 in GB 18030
  const euc = Uint8Array.from([0xb8, 0xdf, 0xd6, 0xca, 0xc1, 0xbf, 0xb7, 0xa2, 0xd5, 0xb9, 0xca, 0xc7])
  const row = [...bytesOf('1,'), ...euc, ...euc, ...euc, ...euc, 0x0a]
  const bytes = Uint8Array.from([...bytesOf('n,text\n'), ...row, ...row, ...row])
  const told = async (options: Parameters<typeof readFile>[1]) =>
    (await readFile({ name: 'a.csv', bytes }, options)).documents.map(({ remarks }) => remarks.map(({ key }) => key))
  expect(await told({})).toEqual([['table.guessedEncoding'], [], []])
  const table = { hasHeader: true, sheet: 0, text: [1], attributes: [] }
  expect(await told({ table })).toEqual([[], [], []])
})

test('a text that would fall into endless cells is refused before it does', async () => {
  const commas = new Uint8Array(21_000_000).fill(0x2c)
  expect(await problemOf(() => readFile({ name: 'a.csv', bytes: commas }, {}))).toBe('table.tooFar')
  const wide = bytesOf(`${',a'.repeat(17_000)}\n`)
  expect(await problemOf(() => readFile({ name: 'a.csv', bytes: wide }, {}))).toBe('table.tooFar')
})

test('how many documents a table becomes is known before it is read, whichever columns are the text', async () => {
  const cell = fc.constantFrom('', ' ', '文', '\u3000')
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), fc.subarray([0, 1, 2], { minLength: 1 }), async (cells, hasHeader, text) => {
      const written = [...cells, ['末', '末', '末'] as const].map((row) => row.join(',')).join('\n')
      const mapping = { hasHeader, sheet: 0, text, attributes: [] }
      const preview = await readTable({ name: 'a.csv', bytes: bytesOf(written) }, {})
      fc.pre(preview.rowCount > 1)
      expect(documentCount(preview, mapping)).toBe((await read(written, mapping)).documents.length)
    }),
    { numRuns: 60 },
  )
})
