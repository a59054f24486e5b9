import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointIndex } from './code-points'
import { splitsPair } from './passage'

const texts = fc.string({
  unit: fc.constantFrom('a', '红', '𠮷', '😃', '\ud83d', '\ude03', '\n'),
  maxLength: 400,
})

test('an offset becomes the number of code points before it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const index = codePointIndex(text)
      const offsets = Array.from({ length: text.length + 1 }, (_, at) => at)
      const expected = offsets.map((at) => [...text.slice(0, splitsPair(text, at) ? at - 1 : at)].length)
      expect(offsets.map((at) => index.codePoint(at))).toEqual(expected)
      expect(index.length).toBe([...text].length)
    }),
  )
})

test('offset to code point to offset is the identity, except inside a pair, where it is the beginning of the pair', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const index = codePointIndex(text)
      for (let at = 0; at <= text.length; at += 1) {
        expect(index.offset(index.codePoint(at))).toBe(splitsPair(text, at) ? at - 1 : at)
      }
    }),
  )
})

test('offsets and code points outside the text are refused', () => {
  expect(() => codePointIndex('𠮷').codePoint(3)).toThrow('lies outside a text of 2 UTF-16 units')
  expect(() => codePointIndex('𠮷').offset(2)).toThrow('no code point 2 in a text of 1 code points')
})
