import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textDiff } from '../anchoring/text-diff'
import { type DiffPiece, diffRows } from './diff-rows'

const words = (pieces: readonly DiffPiece[]): string => pieces.map(({ text }) => text).join('')
const text = fc
  .array(fc.string({ unit: fc.constantFrom('一', '二', '三', 'ab', ' '), maxLength: 6 }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) => lines.join('\n'))

test('the rows hold every paragraph of both texts once, and say of each sign whether it stayed', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [old, now] = [before.split('\n'), after.split('\n')]
      let [i, j] = [0, 0]
      for (const row of diffRows(before, after, textDiff(before, after))) {
        if (row.kind === 'same') {
          expect(old.slice(i, i + row.count)).toEqual(now.slice(j, j + row.count))
          i += row.count
          j += row.count
          continue
        }
        const [left, right] = [words(row.before).split('\n'), words(row.after).split('\n')]
        expect(old.slice(i, i + left.length)).toEqual(left)
        expect(now.slice(j, j + right.length)).toEqual(right)
        expect(words(row.both.filter(({ kind }) => kind !== 'inserted'))).toBe(words(row.before))
        expect(words(row.both.filter(({ kind }) => kind !== 'deleted'))).toBe(words(row.after))
        i += left.length
        j += right.length
      }
      expect([i, j]).toEqual([old.length, now.length])
    }),
    { numRuns: 300 },
  )
})

test('a changed word stands between what stayed', () => {
  const before = '一段\n壮族人民的生活\n三段\n四段'
  const after = '一段\n壮族群众的生活\n三段\n四段'
  expect(diffRows(before, after, textDiff(before, after))).toEqual([
    { kind: 'same', count: 1 },
    {
      kind: 'changed',
      before: [
        { kind: 'same', text: '壮族' },
        { kind: 'deleted', text: '人民' },
        { kind: 'same', text: '的生活' },
      ],
      after: [
        { kind: 'same', text: '壮族' },
        { kind: 'inserted', text: '群众' },
        { kind: 'same', text: '的生活' },
      ],
      both: [
        { kind: 'same', text: '壮族' },
        { kind: 'deleted', text: '人民' },
        { kind: 'inserted', text: '群众' },
        { kind: 'same', text: '的生活' },
      ],
    },
    { kind: 'same', count: 2 },
  ])
})
