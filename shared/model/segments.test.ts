import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentenceAt, wordAt } from './segments'

const at = (text: string, span: { start: number; end: number } | null): string | null =>
  span && text.slice(span.start, span.end)

test('a Chinese word is found by the dictionary, a Latin one by its letters', () => {
  const text = '坚持高质量发展，close reading。'
  expect(at(text, wordAt(text, 0, 'zh-Hans'))).toBe('坚持')
  expect(at(text, wordAt(text, 9, 'zh-Hans'))).toBe('close')
  expect(wordAt('', 0, 'zh')).toBeNull()
})

test('a sentence ends with its stop and the quotation mark after it, without the space around it', () => {
  const text = '他说：“开得很好。”一是准备充分;二是成果丰富。 第三句'
  expect(at(text, sentenceAt(text, 5, 'zh-Hans'))).toBe('他说：“开得很好。”')
  expect(at(text, sentenceAt(text, 14, 'zh-Hans'))).toBe('一是准备充分;二是成果丰富。')
  expect(at(text, sentenceAt(text, text.length, 'zh-Hans'))).toBe('第三句')
  expect(sentenceAt('   ', 1, 'en')).toBeNull()
})

test('an opening quotation mark right after a stop belongs to the sentence it opens', () => {
  const text = '第二句！“第三句？”（第四句。）'
  expect(at(text, sentenceAt(text, 0, 'zh-Hans'))).toBe('第二句！')
  expect(at(text, sentenceAt(text, 4, 'zh-Hans'))).toBe('“第三句？”')
  expect(at(text, sentenceAt(text, 6, 'zh-Hans'))).toBe('“第三句？”')
  expect(at(text, sentenceAt(text, 11, 'zh-Hans'))).toBe('（第四句。）')
})

test('a segment lies in the text and holds the offset it was asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (text, n) => {
      const offset = n % (text.length + 1)
      const word = wordAt(text, offset, 'zh-Hant')
      expect(word).not.toBeNull()
      expect(word?.start).toBeLessThanOrEqual(offset)
      expect(word?.end).toBeGreaterThanOrEqual(Math.min(offset, text.length))
    }),
    { numRuns: 50 },
  )
})

test('a word far into a very long block is found', () => {
  const text = `${'坚持高质量发展，'.repeat(3000)}构建新发展格局。`
  expect(at(text, sentenceAt(text, text.length - 3, 'zh-Hans'))?.endsWith('构建新发展格局。')).toBe(true)
})
