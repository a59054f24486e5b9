import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromTsv, toTsv } from './tsv'

test('any cells that are copied are pasted as they were', () => {
  const cell = fc.string({ unit: fc.constantFrom('文', 'a', '"', '\t', '\n', ' ', '𠮷'), maxLength: 6 })
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(rows, (cells) => {
      expect(fromTsv(toTsv(cells))).toEqual(cells)
    }),
  )
})

test('what a spreadsheet puts on the clipboard is taken apart, with and without a last line end', () => {
  expect(fromTsv('a\tb\r\n"two\nlines"\t"say ""no"""\r\n')).toEqual([
    ['a', 'b'],
    ['two\nlines', 'say "no"'],
  ])
  expect(fromTsv('5" disk\t"open')).toEqual([['5" disk', '"open']])
  expect(fromTsv('one')).toEqual([['one']])
})
