import { expect, test } from 'vitest'
import { spliced } from '../anchoring/text-changes'
import type { Block } from '../model/document'
import { correctedBlocks, type EditedBlock } from './corrected-blocks'

const BEFORE: readonly Block[] = [
  { kind: 'heading', level: 2, text: '一二三', confidence: 0.6, page: '1' },
  { kind: 'paragraph', text: '四五六七八', speaker: '陈', page: '1', pageBreaks: [{ at: 3, page: '2' }] },
  { kind: 'paragraph', text: '九十', page: '2', time: { start: 5 } },
]
const as = (source: number | null, text: string, more: Partial<EditedBlock> = {}): EditedBlock => ({
  kind: 'paragraph',
  text,
  source,
  ...more,
})
const heading = as(0, '一二三', { kind: 'heading', level: 2 })

test('blocks that are as they were are the same objects', () => {
  const made = correctedBlocks(BEFORE, [heading, as(1, '四五六七八'), as(2, '九十')], [])
  expect(made.every((block, i) => block === BEFORE[i])).toBe(true)
})

test('a parted paragraph keeps its speaker in both halves, and pages begin where they began', () => {
  const changes = spliced([], { from: 8, to: 8, inserted: 1 })
  const made = correctedBlocks(BEFORE, [heading, as(1, '四五六七'), as(1, '八'), as(2, '九十')], changes)
  expect(made.slice(1, 3)).toEqual([
    { kind: 'paragraph', text: '四五六七', speaker: '陈', page: '1', pageBreaks: [{ at: 3, page: '2' }] },
    { kind: 'paragraph', text: '八', speaker: '陈', page: '2' },
  ])
})

test('a joined paragraph has the page breaks of both', () => {
  const changes = spliced([], { from: 3, to: 4, inserted: 0 })
  const made = correctedBlocks(
    BEFORE,
    [as(0, '一二三四五六七八', { kind: 'heading', level: 2 }), as(2, '九十')],
    changes,
  )
  expect(made[0]).toEqual({
    kind: 'heading',
    level: 2,
    text: '一二三四五六七八',
    confidence: 0.6,
    page: '1',
    pageBreaks: [{ at: 6, page: '2' }],
  })
  expect(made[1]).toBe(BEFORE[2])
})

test('a chosen kind is sure, and a paragraph that was put in has only its words and its page', () => {
  const changes = spliced([], { from: 9, to: 9, inserted: 2 })
  const made = correctedBlocks(BEFORE, [as(0, '一二三'), as(1, '四五六七八'), as(null, '新'), as(2, '九十')], changes)
  expect(made[0]).toEqual({ kind: 'paragraph', text: '一二三', page: '1' })
  expect(made[2]).toEqual({ kind: 'paragraph', text: '新', page: '2' })
})

test('a page whose text is gone begins nowhere', () => {
  const changes = spliced([], { from: 7, to: 12, inserted: 0 })
  expect(correctedBlocks(BEFORE, [heading, as(1, '四五六')], changes)[1]).toEqual({
    kind: 'paragraph',
    text: '四五六',
    speaker: '陈',
    page: '1',
  })
})
