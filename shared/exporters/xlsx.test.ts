import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { csv } from './csv'
import type { ExportOptions, ProjectSnapshot } from './exporter'
import { spreadsheet } from './spreadsheet'
import { xlsx } from './xlsx'

const snapshot: ProjectSnapshot = JSON.parse(readFileSync(new URL('./fixtures/snapshot.json', import.meta.url), 'utf8'))
const options: ExportOptions = { arrange: 'document', language: 'en', now: 0, timeZone: 'UTC' }
const SHEETS = ['Taggings', 'Passages', 'Codebook', 'Documents', 'Counts']

type Rows = (string | number | boolean | Date | null)[][]
/** The sheets as a library that is not ours reads them. */
async function read(bytes: Uint8Array): Promise<Map<string, Rows>> {
  const sheets = await readWorkbook(Buffer.from(bytes), { trim: false })
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as Rows]))
}
const sheetOf = (sheets: Map<string, Rows>, name: string): Rows => {
  const rows = sheets.get(name)
  if (!rows) throw new Error(`A sheet ${name} was expected among ${[...sheets.keys()].join()}.`)
  return rows
}

async function workbook(from: ProjectSnapshot): Promise<Map<string, Rows>> {
  const [file] = await xlsx.write(from, options)
  return read(file?.bytes as Uint8Array)
}

test('a workbook has five sheets, whose taggings and passages are all there', async () => {
  const sheets = await workbook(snapshot)
  expect([...sheets.keys()]).toEqual(SHEETS)
  const [header, ...taggings] = sheetOf(sheets, 'Taggings')
  const untagged = snapshot.highlights.filter(({ id }) => !snapshot.taggings.some(({ highlight }) => highlight === id))
  expect(taggings.length).toBe(snapshot.taggings.length + untagged.length)
  const quote = header?.indexOf('quote') ?? -1
  const quotes = sheetOf(sheets, 'Passages')
    .slice(1)
    .map((row) => row[quote])
  expect(quotes.toSorted()).toEqual(snapshot.highlights.map(({ passage }) => passage.quote).sort())
  expect(quotes).toContain('扎实推进强首府战略，把𠮷祥村😃的经验推广开来')
})

test('the counts are as many as there are taggings, each in its document’s row and its theme’s column', async () => {
  const [header = [], ...rows] = sheetOf(await workbook(snapshot), 'Counts')
  const titles = new Map(snapshot.documents.map(({ id, title }) => [id, title]))
  const names = ['强首府', '民生', '民生 / 读书', '@修辞 & *强调*', '@修辞 & *强调* / 数字']
  expect(header.slice(1, -1)).toEqual(names)
  for (const [index, theme] of snapshot.themes.entries()) {
    for (const row of rows) {
      const own = snapshot.taggings.filter((each) => each.theme === theme.id && titles.get(each.document) === row[0])
      expect(row[index + 1]).toBe(own.length)
    }
  }
  expect(rows.reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(snapshot.taggings.length)
})

test('documents have their facts, groups and the project’s own attributes', async () => {
  const [document] = snapshot.documents
  if (!document) throw new Error('The snapshot was expected to have documents.')
  const attribute = { id: 'a', project: document.project, name: 'Genre', type: 'text', order: 1, created: 0 } as const
  const size = { ...attribute, id: 'b', name: 'Pages', type: 'number', order: 2 } as const
  const group = {
    id: 'g',
    project: document.project,
    name: '=Press',
    parent: null,
    documents: [document.id],
    order: 1,
    created: 0,
  }
  const sheets = await workbook({
    ...snapshot,
    documents: [{ ...document, attributes: { a: 'speech', b: 12 } }],
    attributes: [attribute, size],
    documentGroups: [group],
  })
  const [header = [], row = []] = sheetOf(sheets, 'Documents')
  const facts = Object.fromEntries(header.map((name, at) => [name, row[at]]))
  expect(facts).toMatchObject({
    title: document.title,
    author: '某书记',
    date: '2020-11-12',
    groups: '=Press',
    Genre: 'speech',
    Pages: 12,
  })
})

test('a text that looks like a formula is a text, and every text comes back as it was', async () => {
  const odd = fc.constantFrom(
    '=1+1',
    '@SUM(A1)',
    '＝1',
    '+1',
    '-1',
    'constructor',
    '__proto__',
    '_x000D_',
    '_x0041_',
    ' a ',
    'a\nb',
    '𠮷😃',
    '<&">',
    "'=x",
    '1',
    'TRUE',
  )
  const text = fc.oneof(odd, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }))
  // What XML has no place for is another matter; line ends are Excel's, and blank cells are empty.
  const legal = text
    .map((words) =>
      words.replace(/\r\n?/g, '\n').replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?'),
    )
    .filter((words) => words.trim() !== '')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(legal, legal), { minLength: 1, maxLength: 5 }), async (rows) => {
      const bytes = spreadsheet([{ name: 'A', header: ['one', 'two'], rows }])
      expect(sheetOf(await read(bytes), 'A').slice(1)).toEqual(rows)
      expect(new TextDecoder('latin1').decode(bytes)).not.toContain('<f>')
    }),
    { numRuns: 60 },
  )
})

test('what is longer than a cell is cut, between characters', async () => {
  const bytes = spreadsheet([{ name: 'A', header: ['one'], rows: [[`a${'😃'.repeat(20_000)}`]] }])
  const [, [cell] = []] = sheetOf(await read(bytes), 'A')
  expect(String(cell).length).toBeLessThanOrEqual(32_767)
  expect(String(cell)).toMatch(/^a(?:😃)+…$/u)
})

test('each sheet is a CSV table too, the taggings first', async () => {
  const sheets = await workbook(snapshot)
  const { variants = [] } = csv
  expect(variants.length).toBe(SHEETS.length)
  for (const [index, variant] of variants.entries()) {
    const [file] = await csv.write(snapshot, { ...options, variant })
    const table = new TextDecoder().decode(file?.bytes)
    const { data } = Papa.parse<string[]>(table, { skipEmptyLines: true })
    const bare = (cell: unknown): string => String(cell ?? '').replace(/^'(?=\s*[=+\-@'])/, '')
    const wanted = sheetOf(sheets, SHEETS[index] as string)
    expect(data.map((row) => row.map(bare))).toEqual(wanted.map((row) => row.map(bare)))
    for (const row of data) for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/)
  }
})

test('columns are as wide as their words and no wider than a page bears, and headers are printed on every page', () => {
  const rows = [...Array(300)].map((_, at) => [at, at === 250 ? 'x'.repeat(40) : '强首府', 'y'.repeat(500)])
  const told: number[] = []
  const bytes = spreadsheet([{ name: "It's", header: ['n', 'words', 'long'], rows }], () => told.push(1))
  const parts = unzipSync(bytes)
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect([...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([9, 9, 50])
  expect(told).toHaveLength(300)
  expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain("'It''s'!$1:$1")
})
