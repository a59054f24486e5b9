import { expect, test } from 'vitest'
import type { Block } from '../model/document'
import { quotation } from './quotation'

const blocks: Block[] = [
  { kind: 'heading', level: 1, text: '题目' },
  { kind: 'paragraph', text: '实施强首府战略。' },
]
const passage = { start: 5, quote: '强首府战略' }

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
  expect(quotation(document, { start: 0, quote: 'slowly' }, blocks, 'zh-Hans')).toBe(
    '“slowly” (On Reading, A. Reader, 1925, ¶ 1)',
  )
})

test('where the language is undetermined the interface decides', () => {
  const document = { title: 'X', metadata: {}, language: 'und' }
  expect(quotation(document, passage, blocks, 'zh-Hans')).toContain('（《X》，第2段）')
  expect(quotation(document, passage, blocks, 'en')).toContain(' (X, ¶ 2)')
})
