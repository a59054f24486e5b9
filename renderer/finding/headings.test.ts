import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '#shared/model/document'
import { headingsOf, lastAtOrBefore } from './headings'

const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 1, text: '讲话' },
  { kind: 'heading', level: 2, text: '一、形势' },
  { kind: 'paragraph', text: '文。一是水。', outline: [{ start: 2, end: 5, level: 3, confidence: 0.8 }] },
  { kind: 'heading', level: 4, text: ' （一）产业 ' },
  { kind: 'heading', level: 3, text: '  ' },
  { kind: 'heading', level: 2, text: '二、任务' },
]

test('headings are listed with their places, as deep as they stand below the highest, without the title', () => {
  expect(headingsOf(BLOCKS, '讲话')).toEqual([
    { block: 1, start: 3, end: 7, text: '一、形势', level: 2, depth: 0, runIn: false },
    { block: 2, start: 10, end: 13, text: '一是水', level: 3, depth: 1, confidence: 0.8, runIn: true },
    { block: 3, start: 16, end: 21, text: '（一）产业', level: 4, depth: 2, runIn: false },
    { block: 5, start: 26, end: 30, text: '二、任务', level: 2, depth: 0, runIn: false },
  ])
})

test('the heading above a place is the last that begins at or before it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(100)), fc.nat(100), (raw, offset) => {
      const ordered = raw.sort((a, b) => a - b).map((each) => ({ start: each }))
      expect(lastAtOrBefore(ordered, offset)).toBe(ordered.filter((each) => each.start <= offset).length - 1)
    }),
  )
})
