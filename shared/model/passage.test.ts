import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTEXT_LENGTH, passageOf, splitsPair } from './passage'

test('a passage never cuts a surrogate pair, and its quote is the text between its ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % (text.length + 1)
      const end = b % (text.length + 1)
      if (start === end) return
      const passage = passageOf(text, start, end)
      expect(text.slice(passage.start, passage.end)).toBe(passage.quote)
      expect(splitsPair(text, passage.start) || splitsPair(text, passage.end)).toBe(false)
      expect(text.slice(0, passage.start).endsWith(passage.prefix)).toBe(true)
      expect(text.slice(passage.end).startsWith(passage.suffix)).toBe(true)
      expect(passage.prefix.length).toBeLessThanOrEqual(CONTEXT_LENGTH)
    }),
  )
})

test('an empty passage and one outside the text are refused', () => {
  expect(() => passageOf('红旗', 1, 1)).toThrow(RangeError)
  expect(() => passageOf('红旗', 0, 3)).toThrow('lies outside a text of 2 UTF-16 units')
})
