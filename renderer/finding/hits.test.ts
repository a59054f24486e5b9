import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hitFrom, hitsOf, inContext, NOTHING_WANTED } from './hits'

const TEXT = '推動高質量發展，\n推动高质量发展。Growth and growth'

test('Traditional and Simplified are one until exact characters are wanted', () => {
  const wanted = { ...NOTHING_WANTED, words: '高质量' }
  expect(hitsOf(TEXT, wanted).hits).toHaveLength(2)
  expect(hitsOf(TEXT, { ...wanted, exact: true }).hits).toEqual([{ start: 11, end: 14 }])
})

test('case is one until it is wanted', () => {
  const wanted = { ...NOTHING_WANTED, words: 'growth' }
  expect(hitsOf(TEXT, wanted).hits).toHaveLength(2)
  expect(hitsOf(TEXT, { ...wanted, cased: true }).hits).toHaveLength(1)
})

test('an expression that is not valid is told in words', () => {
  const { hits, problem } = hitsOf(TEXT, { ...NOTHING_WANTED, words: '(高', regex: true })
  expect(hits).toEqual([])
  expect(problem?.key).toBe('find.invalid')
})

test('the next hit from a place is the first that begins there or later, and after the last the first', () => {
  const hits = [5, 10, 20].map((start) => ({ start, end: start + 2 }))
  expect([0, 5, 6, 20, 21].map((offset) => hitFrom(hits, offset))).toEqual([0, 0, 1, 2, 0])
  expect(hitFrom([], 3)).toBe(-1)
})

test('the line of a hit stays inside its paragraph and breaks no character', () => {
  expect(inContext('前段\n一二三四\n后段', { start: 4, end: 6 })).toEqual({ before: '一', words: '二三', after: '四' })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.nat(), (raw, seed) => {
      const text = `😃${raw}😃`
      const start = 2 + (seed % raw.length)
      const { before, after } = inContext(text, { start, end: start })
      expect(before.startsWith('\ude03')).toBe(false)
      expect(after.endsWith('\ud83d')).toBe(false)
    }),
  )
})
