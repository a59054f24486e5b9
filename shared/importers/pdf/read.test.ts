import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Block } from '../../model/document'
import { ProblemError } from '../../result'
import { readDocument } from '../index'
import { assembled, type HandPdf, set, writePdf } from './pdf-by-hand'

const support = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../../node_modules/pdfjs-dist/${path}`, import.meta.url))))
const read = (pdf: HandPdf) => readDocument({ name: 'a.pdf', bytes: writePdf(pdf) }, { support })
const blocksOf = async (pdf: HandPdf): Promise<readonly Block[]> => (await read(pdf)).blocks
const shape = (blocks: readonly Block[]): string[] =>
  blocks.map(({ kind, level, debris, text }) => `${debris ?? kind}${level ?? ''}: ${text}`)
const problemOf = async (bytes: Uint8Array) => {
  try {
    await readDocument({ name: 'a.pdf', bytes }, { support })
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  return undefined
}

const LONG =
  'The reader goes on from one line to the next without thinking of it, and only where a line is short does the eye ' +
  'look back to see whether something has ended. In a column it comes to the foot and goes up again to the head of ' +
  'the next one, and in a book it turns the page in the middle of a word and does not notice.'
const OTHER =
  'Whoever takes the text out of a page must do all this with numbers. He knows where each word stands and how large ' +
  'it is, and nothing else; what belongs together he has to find out from the white between the words.'
const THIRD =
  'This third text exists so that there is one more column to be read, and it says so without shame, at some length, ' +
  'because a column of three lines is none.'

test('three columns under a heading that goes across are read one after the other', async () => {
  const blocks = await blocksOf({
    pages: [
      {
        lines: [
          { text: 'A heading that goes across all the three columns', x: 50, y: 60, size: 18, font: 'bold' },
          ...set(LONG, { x: 50, y: 100, measure: 150, indent: 10 }),
          ...set(OTHER, { x: 222, y: 100, measure: 150, indent: 10 }),
          ...set(THIRD, { x: 394, y: 100, measure: 150, indent: 10 }),
        ],
      },
    ],
  })
  expect(shape(blocks)).toEqual([
    'heading1: A heading that goes across all the three columns',
    `paragraph: ${LONG}`,
    `paragraph: ${OTHER}`,
    `paragraph: ${THIRD}`,
  ])
})

test('a table is read row by row', async () => {
  const rows = [
    ['Village', 'Books', 'Readers'],
    ['Upper ford', '120', '31'],
    ['Lower ford', '95', '28'],
    ['The mill', '40', '12'],
    ['The ferry', '18', '9'],
  ]
  const lines = rows.flatMap((row, down) =>
    row.map((text, right) => ({ text, x: 60 + right * 160, y: 80 + down * 16 })),
  )
  const blocks = await blocksOf({ pages: [{ lines: [...lines, ...set(LONG, { x: 60, y: 220, measure: 450 })] }] })
  expect(blocks.map((block) => block.kind)).toEqual([...rows.map(() => 'tableRow'), 'paragraph'])
  expect(blocks.slice(0, 5).map((block) => block.text)).toEqual(rows.map((row) => row.join('\t')))
})

test('heads and feet that run through the pages stand at the end, and a paragraph goes on over the page', async () => {
  const page = (number: number, text: string) => ({
    lines: [
      { text: number % 2 === 0 ? 'On the reading of pages' : 'A. Writer', x: 250, y: 40, size: 9 },
      ...set(text, { x: 60, y: 90, measure: 450, indent: 12 }),
      { text: String(number), x: 290, y: 800, size: 9 },
    ],
  })
  const texts = [LONG, OTHER, THIRD, LONG, OTHER, THIRD]
  const { blocks, remarks } = await read({
    pages: texts.map((text, at) => page(231 + at, text)),
  })
  expect(shape(blocks)).toEqual([
    `paragraph: ${LONG}`,
    ...texts.slice(1).map((text) => `paragraph: ${text}`),
    ...texts.flatMap((_, at) => [
      `repeated: ${at % 2 === 0 ? 'A. Writer' : 'On the reading of pages'}`,
      `counter: ${231 + at}`,
    ]),
  ])
  expect(blocks.map((block) => block.page).slice(0, 6)).toEqual(['231', '232', '233', '234', '235', '236'])
  expect(remarks).toEqual([{ key: 'import.pdfRunningLines', params: { count: 12 } }])
})

test('a paragraph that is cut by the page knows where the next page begins', async () => {
  const lines = set(LONG, { x: 60, y: 700, measure: 450, indent: 12 })
  const more = set(OTHER, { x: 60, y: 700, measure: 450, indent: 12 })
  const blocks = await blocksOf({
    pages: [
      { lines: [...more.map((line) => ({ ...line, y: line.y - 200 })), ...lines.slice(0, 2)] },
      { lines: [...lines.slice(2).map((line, at) => ({ ...line, y: 60 + at * 12 })), ...more] },
    ],
    labels: '0 << /S /r >> 1 << /S /D /St 5 >>',
  })
  expect(blocks.map(({ text }) => text)).toEqual([OTHER, LONG, OTHER])
  const cut = (lines[0]?.text.length ?? 0) + (lines[1]?.text.length ?? 0) + 2
  expect(blocks[1]).toMatchObject({ page: 'i', pageBreaks: [{ at: cut, page: '5' }] })
})

test('Chinese lines are joined without spaces, and indents of two characters begin paragraphs', async () => {
  const first = '山里的人把书放在竹篮里，从河的这一边背到那一边，再从那一边背回来，一年下来，书角都磨圆了，字却记住了。'
  const second = '河水涨的时候，书就停在对岸，等水退了再过来；有人说，书比人有耐心，人等不了，书等得了。'
  const blocks = await blocksOf({
    pages: [
      {
        lines: [
          ...set(first, { x: 60, y: 90, measure: 300, size: 12, leading: 20, indent: 24, font: 'song' }),
          ...set(second, { x: 60, y: 150, measure: 300, size: 12, leading: 20, indent: 24, font: 'song' }),
        ],
      },
    ],
  })
  expect(shape(blocks)).toEqual([`paragraph: ${first}`, `paragraph: ${second}`])
})

test('vertical columns are read from right to left', async () => {
  const columns = ['天地玄黄宇宙洪荒日月盈昃', '辰宿列张寒来暑往秋收冬藏', '闰余成岁律吕调阳云腾致雨']
  const blocks = await blocksOf({
    pages: [
      { lines: columns.map((text, at) => ({ text, x: 500 - at * 30, y: 80, size: 16, font: 'songDown' as const })) },
    ],
  })
  expect(blocks.map((block) => block.text).join('')).toBe(columns.join(''))
})

test.each([0, 90, 180, 270])('a page that is turned by %i degrees reads the same', async (rotate) => {
  const blocks = await blocksOf({
    pages: [{ rotate, width: 595, height: 842, lines: set(LONG, { x: 60, y: 90, measure: 450 }) }],
  })
  expect(shape(blocks)).toEqual([`paragraph: ${LONG}`])
})

test('text that is turned on the page is read along its lines', async () => {
  const lines = set(LONG, { x: 0, y: 0, measure: 450 }).map((line, at) => ({
    ...line,
    x: 100 + at * 12,
    y: 700,
    turned: 90,
  }))
  expect(shape(await blocksOf({ pages: [{ lines }] }))).toEqual([`paragraph: ${LONG}`])
})

test('small type at the foot of a page that begins with its sign is a footnote', async () => {
  const { blocks } = await read({
    pages: [
      {
        lines: [
          ...set(LONG, { x: 60, y: 90, measure: 450 }),
          { text: '1', x: 62, y: 700, size: 5 },
          {
            text: 'A first note, which is so long that it needs more than the one line it was given by the man',
            x: 66,
            y: 703,
            size: 8,
          },
          { text: 'who wrote it.', x: 60, y: 713, size: 8 },
          { text: '2', x: 62, y: 720, size: 5 },
          { text: 'A second note.', x: 66, y: 723, size: 8 },
        ],
      },
    ],
  })
  expect(blocks.map(({ kind, marker, text }) => [kind, marker, text])).toEqual([
    ['paragraph', undefined, LONG],
    [
      'footnote',
      '1',
      'A first note, which is so long that it needs more than the one line it was given by the man who wrote it.',
    ],
    ['footnote', '2', 'A second note.'],
  ])
})

test('the outline of the file names headings that their type does not show', async () => {
  const blocks = await blocksOf({
    outline: [{ title: 'First  Part', page: 0 }],
    pages: [
      {
        lines: [{ text: 'First Part', x: 60, y: 80 }, ...set(LONG, { x: 60, y: 110, measure: 450 })],
      },
    ],
  })
  expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1, text: 'First Part', confidence: 0.95 })
})

test('words divided at line ends are whole again, and those that have a hyphen keep it', async () => {
  const { blocks, remarks } = await read({
    pages: [
      {
        lines: [
          { text: 'A well-known reader and his some-', x: 60, y: 80 },
          { text: 'what less known friend, both well-', x: 60, y: 92 },
          { text: 'known enough, met at the half-', x: 60, y: 104 },
          { text: 'way house and read.', x: 60, y: 116 },
        ],
      },
    ],
  })
  expect(blocks.map((block) => block.text)).toEqual([
    'A well-known reader and his somewhat less known friend, both well-known enough, met at the half-way house and read.',
  ])
  expect(remarks).toContainEqual({ key: 'import.pdfHyphens', params: { count: 1 } })
})

test('the properties of the file become metadata and say so', async () => {
  const { title, metadata } = await read({
    pages: [{ lines: set(LONG, { x: 60, y: 90, measure: 450 }) }],
    info: { Title: '山水读书', Author: 'Ada Lindqvist', CreationDate: "D:20211230082654+08'00'", Keywords: 'a; b' },
  })
  expect(title).toBe('山水读书')
  expect(metadata).toMatchObject({
    title: '山水读书',
    author: 'Ada Lindqvist',
    date: '2021-12-30T08:26:54+08:00',
    tags: ['a', 'b'],
    evidence: { title: { by: 'properties' }, date: { by: 'properties', quote: "D:20211230082654+08'00'" } },
  })
})

test('a title that a program made up is none', async () => {
  const lines = set(LONG, { x: 60, y: 90, measure: 450 })
  const { title } = await read({ pages: [{ lines }], info: { Title: 'Microsoft Word - draft 3.doc' } })
  expect(title).toBe('a')
})

test('a file without text, one cut short and one that is none each end in their own sentence', async () => {
  const whole = writePdf({ pages: [{ lines: set(LONG, { x: 60, y: 90, measure: 450 }) }] })
  expect(await problemOf(writePdf({ pages: [{ lines: [] }, { lines: [] }] }))).toEqual({
    key: 'import.pdfNoText',
    params: { name: 'a.pdf', count: 2 },
  })
  expect((await problemOf(whole.subarray(0, 40)))?.key).toBe('import.pdfDamaged')
  expect((await problemOf(writePdf({ pages: [] })))?.key).toBe('import.pdfDamaged')
})

test('a file that needs a password says so', async () => {
  const locked = `/Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}>`
  const bytes = assembled(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
    ],
    `/Root 1 0 R /Encrypt << ${locked} >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`,
  )
  expect(await problemOf(bytes)).toEqual({ key: 'import.pdfPassword', params: { name: 'a.pdf' } })
})

test('a page tree that lies about its length ends, and what is there is read', async () => {
  const lines = set(LONG, { x: 60, y: 90, measure: 450 })
  const bytes = writePdf({ pages: [{ lines }], count: 2_000_000_000 })
  const { blocks } = await readDocument({ name: 'a.pdf', bytes }, { support })
  expect(blocks[0]?.text).toBe(LONG)
})

test('a page tree that goes round in a circle, or nests without end, is refused or read, and ends', async () => {
  const circle = assembled(
    ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>'],
    '/Root 1 0 R',
  )
  expect((await problemOf(circle))?.key).toBe('import.pdfDamaged')
  const deep = [...Array(3_000).keys()].map((at) => `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`)
  const nested = assembled(
    ['<< /Type /Catalog /Pages 2 0 R >>', ...deep, '<< /Type /Page /MediaBox [0 0 9 9] >>'],
    '/Root 1 0 R',
  )
  expect((await problemOf(nested))?.key).toMatch(/^import\.(?:pdfDamaged|pdfNoText|tooDeep)$/)
})

test('lines that another program put before the file do not hide it', async () => {
  const pdf = writePdf({ pages: [{ lines: set(LONG, { x: 60, y: 90, measure: 450 }) }] })
  const bytes = new Uint8Array([
    ...new TextEncoder().encode('X-Gateway: passed\r\n\r\n'),
    ...pdf,
    ...Array<number>(400).fill(0),
  ])
  const { blocks } = await readDocument({ name: 'a.pdf', bytes }, { support })
  expect(blocks[0]?.text).toBe(LONG)
})

test('progress is told page by page', async () => {
  const lines = set(LONG, { x: 60, y: 90, measure: 450 })
  const told: number[] = []
  const pages = [1, 2, 3, 4].map(() => ({ lines }))
  await readDocument({ name: 'a.pdf', bytes: writePdf({ pages }) }, { support, onProgress: (done) => told.push(done) })
  expect(told).toHaveLength(4)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
})

test('the bytes that were handed in are still there afterwards', async () => {
  const bytes = writePdf({ pages: [{ lines: set(LONG, { x: 60, y: 90, measure: 450 }) }] })
  const copy = bytes.slice()
  await readDocument({ name: 'a.pdf', bytes }, { support })
  expect(bytes).toEqual(copy)
})
