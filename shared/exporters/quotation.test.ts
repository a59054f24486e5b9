import { expect, test } from 'vitest'
import type { Block } from '../model/document'
import { quotation } from './quotation'

const blocks: Block[] = [
  { kind: 'heading', level: 1, text: '题目' },
  { kind: 'paragraph', text: '实施强首府战略。' },
]
const passage = { start: 5, end: 10, quote: '强首府战略' }

test('a Chinese quotation names its source in Chinese', () => {
  const document = {
    title: '在全会上的讲话',
    metadata: { source: '广西日报', date: '2020-11-12T08:00' },
    language: 'zh-Hans',
  }
  expect(quotation(document, passage, blocks, 'en')).toBe(
    '“强首府战略”（《在全会上的讲话》，广西日报，2020-11-12，第2段）',
  )
})

test('a quotation from a text in Traditional script has corner brackets', () => {
  expect(quotation({ title: '《講話》', metadata: {}, language: 'zh-Hant' }, passage, blocks, 'en')).toBe(
    '「强首府战略」（《講話》，第2段）',
  )
})

test('an English quotation names title, author, date and paragraph', () => {
  const document = { title: 'On Reading', metadata: { author: 'A. Reader', date: '1925' }, language: 'en' }
  expect(quotation(document, { start: 0, end: 2, quote: 'slowly' }, blocks, 'zh-Hans')).toBe(
    '“slowly” (On Reading, A. Reader, 1925, ¶ 1)',
  )
})

test('where the language is undetermined the interface decides', () => {
  const document = { title: 'X', metadata: {}, language: 'und' }
  expect(quotation(document, passage, blocks, 'zh-Hans')).toContain('（《X》，第2段）')
  expect(quotation(document, passage, blocks, 'en')).toContain(' (X, ¶ 2)')
})

test('a passage of a source with pages is quoted by its page, and over the end of one by both', () => {
  const paged: Block[] = [
    { kind: 'paragraph', text: '实施强首府战略。', page: '12', pageBreaks: [{ at: 4, page: '13' }] },
  ]
  const inChinese = { title: '讲话', metadata: {}, language: 'zh-Hans' }
  expect(quotation(inChinese, { start: 0, end: 2, quote: '实施' }, paged, 'en')).toBe('“实施”（《讲话》，第12页）')
  expect(quotation({ ...inChinese, language: 'zh-Hant' }, { start: 0, end: 7, quote: '实施' }, paged, 'en')).toContain(
    '第12–13頁',
  )
  const english = { title: 'On Reading', metadata: {}, language: 'en' }
  expect(quotation(english, { start: 5, end: 7, quote: 'x' }, paged, 'en')).toContain('(On Reading, p. 13)')
  expect(quotation(english, { start: 0, end: 7, quote: 'x' }, paged, 'en')).toContain('(On Reading, pp. 12–13)')
})

test('a passage of a recording is quoted by who says it and when', () => {
  const said: Block[] = [
    { kind: 'paragraph', text: '您好。', time: { start: 195_000, end: 197_000 }, speaker: '王芳' },
    { kind: 'paragraph', text: '你好。', time: { start: 198_000, end: 199_000 }, speaker: '李明' },
  ]
  const document = { title: '访谈', metadata: {}, language: 'zh-Hans' }
  expect(quotation(document, { start: 0, end: 2, quote: '您好' }, said, 'en')).toBe(
    '“您好”（《访谈》，王芳，00:03:15）',
  )
  expect(quotation(document, { start: 0, end: 6, quote: '您好' }, said, 'en')).toContain(
    '（《访谈》，王芳、李明，00:03:15）',
  )
})
