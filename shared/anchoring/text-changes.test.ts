import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundAfter, isTouched, placeAfter, spliced, type TextChange, type TextChanges, trimmed } from './text-changes'

/** A text, and a random series of splices of it: the texts before and after, what is between, and which units stayed. */
const series = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('a', 'b', '一', '二', '\n'), maxLength: 40 }),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat({ max: 6 }),
        words: fc.string({ unit: fc.constantFrom('a', 'x', '新', '\n'), maxLength: 5 }),
      }),
      { maxLength: 12 },
    ),
  )
  .map(([before, splices]) => {
    let units = [...before].map((unit, at) => ({ unit, at }))
    let changes: TextChange[] = []
    for (const { at, length, words } of splices) {
      const from = Math.floor(at * units.length)
      const to = Math.min(units.length, from + length)
      units = [...units.slice(0, from), ...[...words].map((unit) => ({ unit, at: -1 })), ...units.slice(to)]
      changes = spliced(changes, { from, to, inserted: words.length })
    }
    return { before, units, changes, after: units.map(({ unit }) => unit).join('') }
  })

test('after any series of splices the changes say exactly what stayed, in order and apart', () => {
  fc.assert(
    fc.property(series, ({ before, after, units, changes }) => {
      let [old, now] = [0, 0]
      for (const { from, to, start, end } of changes) {
        expect(before.slice(old, from)).toBe(after.slice(now, start))
        expect(from - old).toBe(start - now)
        expect(to > from || end > start).toBe(true)
        if (old > 0 || now > 0) expect(from).toBeGreaterThan(old)
        ;[old, now] = [to, end]
      }
      expect(before.slice(old)).toBe(after.slice(now))
      units.forEach(({ at }, index) => {
        const change = changes.find(({ start, end }) => start <= index && index < end)
        if (!change) expect(boundAfter(changes, at, 'start')).toBe(index)
      })
    }),
    { numRuns: 500 },
  )
})

test('a stretch of which no unit was deleted keeps its first and its last unit, and what was put in at its ends stays outside', () => {
  let tried = 0
  fc.assert(
    fc.property(series, fc.nat(), fc.nat(), ({ before, units, changes }, a, b) => {
      if (before === '') return
      const [first, last] = [a % before.length, b % before.length]
      const [start, end] = [Math.min(first, last), Math.max(first, last) + 1]
      if (changes.some(({ from, to }) => from < end && to > start)) return
      tried += 1
      const own = units.flatMap(({ at }, index) => (at >= start && at < end ? [index] : []))
      expect(own).toHaveLength(end - start)
      expect(placeAfter(changes, { start, end })).toEqual({ start: own[0], end: (own.at(-1) as number) + 1 })
    }),
    { numRuns: 500 },
  )
  expect(tried).toBeGreaterThan(50)
})

const place = (changes: TextChanges, start: number, end: number) => placeAfter(changes, { start, end })

test('what was retyped at the beginning, at the end or as a whole belongs to the stretch', () => {
  const replaced = (from: number, to: number, inserted: number) => spliced([], { from, to, inserted })
  expect(place(replaced(10, 12, 5), 10, 20)).toEqual({ start: 10, end: 23 })
  expect(place(replaced(18, 20, 5), 10, 20)).toEqual({ start: 10, end: 23 })
  expect(place(replaced(10, 20, 3), 10, 20)).toEqual({ start: 10, end: 13 })
  expect(place(replaced(8, 12, 5), 10, 20)).toEqual({ start: 13, end: 21 })
  expect(place(replaced(18, 22, 5), 10, 20)).toEqual({ start: 10, end: 18 })
  expect(place(replaced(9, 20, 5), 10, 20)).toBeNull()
  expect(place(replaced(10, 21, 5), 10, 20)).toBeNull()
  expect(place(replaced(10, 20, 0), 10, 20)).toBeNull()
})

test('a word that is retyped letter by letter is one change', () => {
  let changes: TextChange[] = spliced([], { from: 4, to: 8, inserted: 1 })
  for (const at of [5, 6, 7]) changes = spliced(changes, { from: at, to: at, inserted: 1 })
  expect(changes).toEqual([{ from: 4, to: 8, start: 4, end: 8 }])
  expect(place(changes, 4, 8)).toEqual({ start: 4, end: 8 })
  expect(spliced(spliced([], { from: 3, to: 3, inserted: 2 }), { from: 3, to: 5, inserted: 0 })).toEqual([])
})

test('a change without what is the same at its ends cuts no surrogate pair', () => {
  expect(trimmed({ from: 1, to: 6, start: 2, end: 6 }, 'abcde', 'abXe')).toEqual({ from: 3, to: 5, start: 4, end: 5 })
  expect(trimmed({ from: 1, to: 3, start: 1, end: 3 }, 'ab', 'ab')).toBeNull()
  expect(trimmed({ from: 0, to: 3, start: 0, end: 3 }, '一𠮷', '一𠮶')).toEqual({ from: 1, to: 3, start: 1, end: 3 })
  expect(trimmed({ from: 0, to: 2, start: 0, end: 2 }, '\u{20000}', '\u{2f800}')).toEqual({
    from: 0,
    to: 2,
    start: 0,
    end: 2,
  })
})

test('a stretch is touched by what changes in it or right beside it', () => {
  const changes = spliced([], { from: 5, to: 5, inserted: 1 })
  expect([place(changes, 2, 5), isTouched(changes, { start: 2, end: 5 })]).toEqual([{ start: 2, end: 5 }, true])
  expect([place(changes, 5, 7), isTouched(changes, { start: 5, end: 7 })]).toEqual([{ start: 6, end: 8 }, true])
  expect(isTouched(changes, { start: 1, end: 4 })).toBe(false)
  expect(isTouched(changes, { start: 6, end: 9 })).toBe(false)
})
