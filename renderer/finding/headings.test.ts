import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockStarts } from '#shared/model/document'
import { headingsOf, lastAtOrBefore } from './headings'

const BLOCKS = [
  { kind: 'heading', level: 1, text: '讲话' },
  { kind: 'heading', level: 2, text: '一、形势' },
  { kind: 'paragraph', text: '文' },
  { kind: 'heading', level: 4, text: ' （一）产业 ' },
  { kind: 'heading', level: 3, text: '  ' },
  { kind: 'heading', level: 2, text: '二、任务' },
] as const

test('headings are listed with their places, as deep as they stand below the highest, without the title', () => {
  expect(headingsOf(BLOCKS, blockStarts(BLOCKS), '讲话')).toEqual([
    { offset: 3, text: '一、形势', depth: 0 },
    { offset: 10, text: '（一）产业', depth: 1 },
    { offset: 21, text: '二、任务', depth: 0 },
  ])
})

test('the heading above a place is the last that begins at or before it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(100)), fc.nat(100), (raw, offset) => {
      const ordered = raw.sort((a, b) => a - b).map((each) => ({ offset: each }))
      expect(lastAtOrBefore(ordered, offset)).toBe(ordered.filter((each) => each.offset <= offset).length - 1)
    }),
  )
})
