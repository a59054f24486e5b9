import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameInVivo } from './in-vivo'

test('the name is the words on one line without the punctuation around them', () => {
  expect(nameInVivo('“留不住人，”')).toBe('留不住人')
  expect(nameInVivo('  a line\n  and another. ')).toBe('a line and another')
})

test('a long passage is cut after a whole word, and a Chinese one after a character', () => {
  expect(nameInVivo('the harbour takes in and gives out but cannot keep anything at all')).toBe(
    'the harbour takes in and gives out but…',
  )
  expect(nameInVivo('港'.repeat(60))).toBe(`${'港'.repeat(39)}…`)
})

test('a name is never a path, and only punctuation is no name', () => {
  expect(nameInVivo('in / out')).toBe('in/out')
  expect(nameInVivo('——……')).toBe('')
})

test('a name is short, on one line, and the same when it is named again but for the dots', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (words) => {
      const name = nameInVivo(words)
      expect(name).not.toMatch(/\n| \/ /)
      expect([...new Intl.Segmenter('en').segment(name)].length).toBeLessThanOrEqual(40)
      expect(nameInVivo(name)).toBe(name.replace(/…$/, ''))
    }),
  )
})
