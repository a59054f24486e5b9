import { expect, test } from 'vitest'
import { type Block, blockStarts } from './document'
import { paragraphCount, paragraphStart, placeOf } from './place'

const blocks: Block[] = [
  { kind: 'paragraph', text: '引言' },
  { kind: 'paragraph', text: '' },
  { kind: 'heading', level: 2, text: '一、总体要求' },
  { kind: 'paragraph', text: '第一段' },
]
const starts = blockStarts(blocks)
const at = (start: number) => placeOf(blocks, starts, { start })

test('paragraphs are counted without the empty ones, and the nearest heading is named', () => {
  expect(at(0)).toEqual({ paragraph: 1, heading: null })
  expect(at(4)).toEqual({ paragraph: 2, heading: '一、总体要求' })
  expect(at(starts[3] as number)).toEqual({ paragraph: 3, heading: '一、总体要求' })
})

test('a heading that runs into a paragraph holds from its words on, and beyond the paragraph only when it begins it', () => {
  const text = '（一）抓工程。一是早。二是快。'
  const outline = [
    { start: 0, end: 6, level: 3 },
    { start: 7, end: 10, level: 4 },
    { start: 11, end: 14, level: 4 },
  ]
  const given: Block[] = [
    { kind: 'heading', text: '一、任务' },
    { kind: 'paragraph', text, outline },
    { kind: 'paragraph', text: '后' },
  ]
  const heading = (start: number) => placeOf(given, blockStarts(given), { start }).heading
  expect([0, 5, 12, 15, 16, 21].map(heading)).toEqual([
    '一、任务',
    '（一）抓工程',
    '一是早',
    '一是早',
    '二是快',
    '（一）抓工程',
  ])
})

test('a document without blocks has a place all the same', () => {
  expect(placeOf([], [], { start: 3 })).toEqual({ paragraph: 1, heading: null })
})

test('a paragraph is found by its number, and a number outside leads to the nearest end', () => {
  expect(paragraphCount(blocks)).toBe(3)
  expect([1, 2, 3].map((number) => at(paragraphStart(blocks, starts, number)).paragraph)).toEqual([1, 2, 3])
  expect(paragraphStart(blocks, starts, 0)).toBe(0)
  expect(paragraphStart(blocks, starts, 99)).toBe(starts[3])
  expect(paragraphStart([], [], 1)).toBe(0)
})

test('debris of the page counts as no paragraph, and names no heading', () => {
  const page: Block[] = [
    { kind: 'heading', level: 1, text: '某某网', debris: 'footer' },
    { kind: 'paragraph', text: '首页 > 新闻', debris: 'breadcrumb' },
    ...blocks,
  ]
  const begins = blockStarts(page)
  const place = (block: number) => placeOf(page, begins, { start: begins[block] as number })
  expect(place(0)).toEqual({ paragraph: 1, heading: null })
  expect(place(2)).toEqual({ paragraph: 1, heading: null })
  expect(place(5).paragraph).toBe(3)
  expect(paragraphCount(page)).toBe(3)
  expect(paragraphStart(page, begins, 1)).toBe(begins[2])
})
