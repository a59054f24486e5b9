import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../model/document'
import { outlineOf } from '../../model/outline'
import { readDocument } from '../index'
import { lacksHeadings, outlineBlocks } from './index'

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url))
const names = readdirSync(folder).filter((name) => !name.endsWith('.outline'))

/** One heading a line: indented by level, `#` for one of its own and `~` for one that runs in, and how sure it is. */
async function outlineFile(path: string): Promise<string> {
  const { blocks } = await readDocument({ name: path.replace(/^.*\//, ''), bytes: readFileSync(path) }, {})
  return outlineOf(blocks)
    .map(({ level, runIn, text, confidence }) =>
      [
        `${'  '.repeat(level - 1)}${level}${runIn ? '~' : '#'}`,
        text,
        ...(confidence === undefined ? [] : [`(${confidence})`]),
      ].join(' '),
    )
    .map((line) => `${line}\n`)
    .join('')
}

test.each(names)('%s has the outline of its golden file', async (name) => {
  await expect(await outlineFile(folder + name)).toMatchFileSnapshot(`${folder}${name.replace(/\.\w+$/, '')}.outline`)
})

const speech = fileURLToPath(new URL('../../../../shared/corpus/004_c29f753ae4b19a69.txt', import.meta.url))
test.skipIf(!existsSync(speech))('a real speech (004_c29f753ae4b19a69.txt) has all its levels', async () => {
  const lines = (await outlineFile(speech)).split('\n')
  const shape = lines.map((line) => /^ *(\d[#~] (?:第.|[（(]?[一二三四五六])?)/.exec(line)?.[1] ?? '')
  const four = (prefix: string, count: number) => [...'一二三四五六'].slice(0, count).map((n) => prefix + n)
  const kinds = (count: number) => four('4~ ', count)
  const [first, second, third, fourth] = four('2# ', 4)
  expect(shape.filter(Boolean)).toEqual([
    '1# ',
    ...[first, ...four('3~ (', 4)],
    ...[second, '3~ 第一', '3~ 第二', ...kinds(4), '3~ 第三', ...kinds(3), '3~ 第四'],
    ...[
      third,
      ...four('3~ ', 5),
      ...four('3~ (', 6).flatMap((each, at) => [each, ...kinds([3, 3, 3, 4, 3, 3][at] as number)]),
    ],
    ...four('3~ ', 2),
    ...[fourth, ...four('3~ (', 6)],
  ])
})

const fragment = fc.constantFrom(
  ...[
    '一、',
    '二、',
    '三、',
    '（一）',
    '(二)',
    '（三）',
    '1.',
    '2．',
    '（1）',
    '第一章 ',
    '第二章',
    '第一条 ',
    '第二条',
  ],
  ...[
    '一是',
    '二是',
    '三是',
    '一要',
    '二要',
    '首先，',
    '其次，',
    '最后，',
    '第一，',
    '第二，',
    '第一个问题，',
    '第二个问题，',
  ],
  ...[
    '1 ',
    '1.1 ',
    '1.2 ',
    '2. ',
    'A. ',
    'B. ',
    'I. ',
    'II. ',
    'a) ',
    'Chapter 1 ',
    'Chapter 2. ',
    'First, ',
    'Second, ',
  ],
  ...[
    '抓好工程建设',
    '水的问题',
    '。',
    '；',
    '，',
    '？',
    '：',
    '“',
    '”',
    '(',
    '。要把各项任务落到实处，做到件件有回音。',
    'The town. It is old. ',
  ],
)
const lines = fc.array(
  fc.array(fragment, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  { maxLength: 25 },
)
const paragraphs = (texts: readonly string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }))

test('words never change, and headings lie in their blocks, in order, one level below another at most', () => {
  fc.assert(
    fc.property(lines, (texts) => {
      const blocks = outlineBlocks(paragraphs(texts))
      expect(blocks.map(({ text }) => text)).toEqual(texts)
      let above = 1
      let before = -1
      for (const { level, start, end, text, confidence } of outlineOf(blocks)) {
        expect(level).toBeLessThanOrEqual(Math.min(6, above + 1))
        expect(level).toBeGreaterThan(1)
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        expect(text).not.toContain('\n')
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThanOrEqual(1)
        above = level
        before = end
      }
    }),
    {
      numRuns: 500,
      // Once the last heading stood two levels below the one before it.
      examples: [[['第一章 ', '一、', 'Chapter 2. 第一个问题，', '第二个问题，（三）一、']]],
    },
  )
})

test('what the format says is a heading stays one as it is, and debris is passed over', () => {
  const said: Block[] = [
    { kind: 'heading', level: 2, text: '概况' },
    { kind: 'paragraph', text: '一、先说水。水很多。' },
    { kind: 'paragraph', text: '二、再说路。路不好走。' },
    { kind: 'paragraph', text: '一、新闻', debris: 'navigation' },
    { kind: 'paragraph', text: '二、体育', debris: 'navigation' },
    { kind: 'listItem', level: 1, text: '一、清单' },
    { kind: 'heading', level: 4, text: '结语' },
  ]
  const blocks = outlineBlocks(said)
  expect(outlineOf(blocks).map(({ level, text }) => [level, text])).toEqual([
    [2, '概况'],
    [3, '一、先说水'],
    [3, '二、再说路'],
    [4, '结语'],
  ])
  for (const at of [0, 3, 4, 5, 6]) expect(blocks[at]).toBe(said[at])
})

test('words in strong print at the beginning of a paragraph are the heading', () => {
  const text = '（一）强化学习，深入领会 坚持每周一学。坚持学以致用。'
  const marks = [{ kind: 'strong', start: 0, end: 12 }] as const
  const blocks = outlineBlocks([{ kind: 'paragraph', text, marks }, ...paragraphs(['（二）转变作风。少开会。'])])
  expect(outlineOf(blocks)[0]?.text).toBe('（一）强化学习，深入领会')
})

test('documents of word processors get an outline only where they mark no heading below the title', () => {
  const document = (format: string, ...blocks: Block[]) =>
    ({ format, blocks, title: '', metadata: {}, language: 'und', remarks: [] }) as const
  const title: Block = { kind: 'heading', level: 1, text: '题' }
  expect(lacksHeadings(document('docx', title))).toBe(true)
  expect(lacksHeadings(document('docx', title, { ...title, level: 2 }))).toBe(false)
  expect(lacksHeadings(document('docx', title, { ...title, text: '第二部分' }))).toBe(false)
  expect(lacksHeadings(document('subtitles', title))).toBe(false)
})

test('a short line that begins with a sign of order is one heading, by its sign', () => {
  const texts = [
    '一是修路先修桥，二、',
    '二是',
    '。要把各项任务落到实处，做到件件有回音。再往下就是收成的事了，要算细账。',
  ]
  expect(outlineOf(outlineBlocks(paragraphs(texts))).map(({ text }) => text)).toEqual(['一是修路先修桥', '二是'])
})

test('signs of order inside others of one paragraph are noted in text order, each with its words', () => {
  const blocks = outlineBlocks(paragraphs(['第一，第一个问题，1.1 第二，', '第二个问题，一、']))
  expect(outlineOf(blocks).map(({ text }) => text.slice(0, 3))).toEqual(['第一，', '第一个', '第二，', '第二个'])
})

test('long lists and sequences that break off again and again are put in order too', () => {
  const turns = ['一是先', '（一）后', '1. a', '二、', '一是水源多。二是路途多。']
  const broken = Array.from({ length: 20_000 }, (_, at) => turns[at % 5] as string)
  const runIns = outlineOf(outlineBlocks(paragraphs(broken))).filter(({ runIn }) => runIn)
  expect(runIns.filter(({ text }) => text.endsWith('是路途多'))).toHaveLength(4_000)
  const counted = Array.from({ length: 20_000 }, (_, at) => `${at + 1}、条目说明。然后再说。`)
  expect(outlineOf(outlineBlocks(paragraphs(counted)))).toHaveLength(999)
})
