import { expect, test } from 'vitest'
import { beginsWithDebris, debrisByKind, debrisCount, debrisRuns, properLength } from './debris'
import type { Block, Debris } from './document'

const p = (text: string, debris?: Debris): Block => ({ kind: 'paragraph', text, ...(debris && { debris }) })

const page: Block[] = [
  p('首页 > 新闻 > 正文', 'breadcrumb'),
  p(''),
  p('分享到：', 'share'),
  p(''),
  p('会议强调，要把握重点。'),
  p('责任编辑：林', 'editor'),
  p('分享到：', 'share'),
  p('版权所有', 'share'),
]

test('neighbouring debris makes one run, with the blank blocks between it and not those after it', () => {
  expect(debrisRuns(page)).toEqual([
    { first: 0, last: 2, count: 2, kinds: ['breadcrumb', 'share'] },
    { first: 5, last: 7, count: 3, kinds: ['editor', 'share'] },
  ])
  expect(debrisCount(page)).toBe(5)
  expect([...debrisByKind(page)]).toEqual([
    ['breadcrumb', 1],
    ['share', 3],
    ['editor', 1],
  ])
})

test('a text without debris has no runs, and blank debris makes none', () => {
  expect(debrisRuns([p('正文'), p('', 'footer')])).toEqual([])
  expect(debrisRuns([])).toEqual([])
})

test('the length of the text leaves debris out', () => {
  expect(properLength(page)).toBe('\n\n会议强调，要把握重点。'.length)
  expect(properLength([])).toBe(0)
  expect(properLength([p('甲', 'footer')])).toBe(0)
})

test('debris stands above the text before its first paragraph, below its title too', () => {
  const [title, line, words]: Block[] = [
    { kind: 'heading', level: 1, text: '题' },
    { kind: 'paragraph', text: '来源', debris: 'byline' },
    { kind: 'paragraph', text: '正文' },
  ]
  const begins = (...blocks: (Block | undefined)[]) => beginsWithDebris(blocks.flatMap((each) => each ?? []))
  expect(begins(line, title, words)).toBe(true)
  expect(begins(title, line, words)).toBe(true)
  expect(begins(title, words, line)).toBe(false)
  expect(begins(title, words)).toBe(false)
})
