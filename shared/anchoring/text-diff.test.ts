import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textAfter } from './text-changes'
import { readable, textDiff } from './text-diff'

const pieces = (before: string, after: string) =>
  textDiff(before, after).map(({ from, to, start, end }) => [before.slice(from, to), after.slice(start, end)])

const text = fc.string({
  unit: fc.constantFrom('一', '二', '三', 'ab', 'cd', ' ', '\n', '𠮷', '😃', '。'),
  maxLength: 40,
})

test('of any two texts the changes make the one of the other, in order, apart, and with surrogate pairs whole', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      for (const changes of [textDiff(before, after), readable(textDiff(before, after))]) {
        expect(textAfter(before, changes, ({ start, end }) => after.slice(start, end))).toBe(after)
        changes.forEach(({ from, to, start, end }, i) => {
          if (i > 0) expect(from).toBeGreaterThan(changes[i - 1]?.to as number)
          for (const words of [before.slice(from, to), after.slice(start, end)])
            expect(() => encodeURIComponent(words)).not.toThrow()
        })
      }
    }),
    { numRuns: 300 },
  )
})

test('Chinese is compared by characters, other scripts by words', () => {
  expect(pieces('壮族人民的新生活', '壮族群众的新生活')).toEqual([['人民', '群众']])
  expect(pieces('The colour of money', 'The color of money')).toEqual([['colour', 'color']])
  expect(pieces('住在𠮷野家', '住在𠮶野家')).toEqual([['𠮷', '𠮶']])
})

test('a joined or parted paragraph is a line end, and an unchanged paragraph is none of the changes', () => {
  expect(pieces('一二三\n四五六\n七', '一二三四五六\n七')).toEqual([['\n', '']])
  expect(pieces('一\n二三四五\n六', '一\n二三\n四五\n六')).toEqual([['', '\n']])
})

test('texts with little in common are one change', () => {
  const [before, after] = ['甲', '乙'].map((sign) => Array.from({ length: 2000 }, (_, i) => `${sign}${i}`).join('\n'))
  expect(textDiff(before as string, after as string)).toHaveLength(1)
})
