import { expect, test } from 'vitest'
import { type Block, blockStarts } from './document'
import { locatorOf, pageRange, timeCode } from './locator'

const at = (blocks: readonly Block[], start: number, end: number) =>
  locatorOf(blocks, blockStarts(blocks), { start, end })

// Offsets of the blocks: 0, 6, 12, 18.
const paged: Block[] = [
  { kind: 'heading', level: 1, text: '第一章 x' },
  { kind: 'paragraph', text: '甲乙丙丁戊', page: '12', pageBreaks: [{ at: 3, page: '13' }] },
  { kind: 'paragraph', text: '己庚辛壬癸' },
  { kind: 'paragraph', text: '子丑寅', page: 'xiv' },
]

test('a passage is on the page on which its first character stands', () => {
  expect(at(paged, 0, 2)).toEqual({ speakers: [] })
  expect(at(paged, 6, 8)).toEqual({ page: '12', speakers: [] })
  expect(at(paged, 9, 10)).toEqual({ page: '13', speakers: [] })
})

test('a block that names no page goes on where the one before it ended', () => {
  expect(at(paged, 13, 14).page).toBe('13')
})

test('a passage over the end of a page has a range, and one that ends just before it has not', () => {
  expect(pageRange(at(paged, 7, 10))).toBe('12–13')
  expect(pageRange(at(paged, 7, 9))).toBe('12')
  expect(pageRange(at(paged, 13, 20))).toBe('13–xiv')
  expect(pageRange(at(paged, 0, 2))).toBeUndefined()
  expect(pageRange(at(paged, 2, 8))).toBe('12')
})

test('a passage is said from the beginning of its first block to the end of its last, by each speaker once', () => {
  const said: Block[] = [
    { kind: 'paragraph', text: 'One.', time: { start: 1000, end: 2000 }, speaker: '王芳' },
    { kind: 'paragraph', text: 'Two.', time: { start: 2500, end: 4000 }, speaker: 'Li' },
    { kind: 'paragraph', text: 'Three.', time: { start: 5000 }, speaker: '王芳' },
  ]
  expect(at(said, 0, 4)).toEqual({ time: { start: 1000, end: 2000 }, speakers: ['王芳'] })
  expect(at(said, 2, 7)).toEqual({ time: { start: 1000, end: 4000 }, speakers: ['王芳', 'Li'] })
  expect(at(said, 6, 13)).toEqual({ time: { start: 2500 }, speakers: ['Li', '王芳'] })
})

test('a time code counts whole seconds and goes on beyond 99 hours', () => {
  expect(timeCode(0)).toBe('00:00:00')
  expect(timeCode(195_999)).toBe('00:03:15')
  expect(timeCode(360_000_000)).toBe('100:00:00')
})
