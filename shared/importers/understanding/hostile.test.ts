import { expect, test } from 'vitest'
import { readDocument } from '../index'
import { pageLine } from './line'

/** What lines of pages begin with, and what goes on without end in texts that are made to hang a reader. */
const SEEDS = [
  ...[
    '来源:',
    '编辑 ',
    '记者 ',
    '时间:',
    'by ',
    'كتب ',
    'المصدر: ',
    '1:',
    '12',
    '2020年',
    '〇',
    '5 mar ',
    '张三 ',
    '张',
  ],
  ...['(', '【', '>', '首页>', '|', '、', ' ', '--', '·', '分享', '扫一扫', '"扫', '共计', '关注', '相关', 'read more'],
  ...[
    '未经',
    '转载',
    '如有',
    '不代表',
    'copyright',
    '本报',
    '新华社',
    '讯',
    '图',
    '摄',
    'a',
    'A. ',
    'NEW YORK, ',
    '。',
  ],
]
const repeated = (seed: string, length: number): string => seed.repeat(Math.ceil(length / seed.length))

test.each(SEEDS)('a line of nothing but %j is judged', (seed) => {
  for (const other of SEEDS) {
    const line = repeated(seed + other, 400)
    const { said = [] } = pageLine(line) ?? {}
    for (const { quote } of said) expect(line).toContain(quote)
  }
})

test('a text that is nothing but beginnings of lines of pages is read', { timeout: 60_000 }, async () => {
  const lines = SEEDS.flatMap((seed) => SEEDS.slice(0, 12).map((other) => repeated(seed + other, 200).trim() || '—'))
  const bytes = new TextEncoder().encode(lines.join('\n\n'))
  const { blocks } = await readDocument({ name: 'hostile.txt', bytes }, {})
  expect(blocks.length).toBe(lines.length)
})

test('of a book only its beginning and its end are taken for a page', async () => {
  const paragraph = '他来到村口，看见老桥还在，心里便安稳了下来。桥头的石碑字迹漫漶，只认得出四个字。'
  const lines = ['老桥', ...Array(30_000).fill(paragraph), '(责编:李时雨)', ...Array(20).fill(paragraph)]
  const { blocks } = await readDocument({ name: 'book.txt', bytes: new TextEncoder().encode(lines.join('\n\n')) }, {})
  expect(blocks.filter(({ debris }) => debris)).toEqual([])
})
