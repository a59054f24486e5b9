import { expect, test } from 'vitest'
import { isEmpty } from '../model/changes'
import { type Block, plainText } from '../model/document'
import type { OutlineWord } from '../model/outline'
import { correctOutline } from './outline'
import { trialDocument } from './trial-texts'

const blocks: Block[] = [
  { kind: 'heading', level: 1, text: '讲话' },
  { kind: 'heading', level: 2, text: '一、水', confidence: 0.9 },
  {
    kind: 'paragraph',
    text: '（一）修渠。要快。（二）管水。',
    outline: [
      { start: 0, end: 5, level: 3, confidence: 0.8 },
      { start: 9, end: 14, level: 3, confidence: 0.8 },
    ],
  },
  { kind: 'listItem', level: 1, marker: '•', text: '路' },
  { kind: 'paragraph', text: '导航', debris: 'navigation' },
]
const { document, content } = trialDocument(blocks)
const say = (words: string, word: OutlineWord) => {
  const start = plainText(blocks).indexOf(words)
  return correctOutline({ document, content, start, end: start, word, revisions: [] }, { coder: 'k', now: 2 })
}
const after = (words: string, word: OutlineWord): readonly Block[] => say(words, word).contents[0]?.blocks ?? []

test('a block becomes a heading on the level of the one above, as a revision with the same words', () => {
  const { changes, contents } = say('路', 'raise')
  expect(contents[0]?.blocks[3]).toEqual({ kind: 'heading', level: 2, text: '路' })
  expect(plainText(contents[0]?.blocks ?? [])).toBe(plainText(blocks))
  expect(changes.created.revisions?.map(({ kind }) => kind)).toEqual(['import', 'structure'])
  expect(changes.summary).toEqual({ key: 'changes.outline', params: { count: 1, title: '公报' } })
})

test('a heading that the researcher raises, lowers or confirms is certain', () => {
  expect(after('一、水', 'raise')[1]).toEqual({ kind: 'heading', level: 1, text: '一、水' })
  expect(after('一、水', 'lower')[1]).toEqual({ kind: 'heading', level: 3, text: '一、水' })
  expect(after('一、水', 'confirm')[1]).toEqual({ kind: 'heading', level: 2, text: '一、水' })
  expect(after('一、水', 'plain')[1]).toEqual({ kind: 'paragraph', text: '一、水' })
})

test('of headings that run in only the one at the place is corrected', () => {
  expect(after('管水', 'confirm')[2]?.outline).toEqual([
    { start: 0, end: 5, level: 3, confidence: 0.8 },
    { start: 9, end: 14, level: 3 },
  ])
  expect(after('修渠', 'lower')[2]?.outline?.[0]).toEqual({ start: 0, end: 5, level: 4 })
  expect(after('修渠', 'plain')[2]?.outline).toEqual([{ start: 9, end: 14, level: 3, confidence: 0.8 }])
})

test('beside a heading that runs in, the whole paragraph becomes a heading', () => {
  expect(after('要快', 'raise')[2]).toEqual({ kind: 'heading', level: 2, text: '（一）修渠。要快。（二）管水。' })
})

test('a heading is made of any paragraph, also where one runs in, and a heading stays as it is', () => {
  expect(after('修渠', 'make')[2]).toEqual({ kind: 'heading', level: 2, text: '（一）修渠。要快。（二）管水。' })
  expect(isEmpty(say('一、水', 'make').changes)).toBe(true)
})

test('nothing is changed where it is so already, and in debris', () => {
  for (const [words, word] of [
    ['讲话', 'raise'],
    ['讲话', 'confirm'],
    ['要快', 'plain'],
    ['路', 'lower'],
    ['导航', 'raise'],
  ] as const) {
    const { changes, contents } = say(words, word)
    expect([isEmpty(changes), contents]).toEqual([true, []])
  }
})
