import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replaceRows } from './sorted-rows'

interface Row {
  readonly at: number
  readonly id: number
}
const compare = (a: Row, b: Row): number => a.at - b.at || a.id - b.id

test('rows with changes are what sorting them all anew gives, be the changes few or many', () => {
  const places = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 120 })
  fc.assert(
    fc.property(places, places, fc.func(fc.boolean()), (old, more, goes) => {
      const rows = old.map((at, id) => ({ at, id })).sort(compare)
      const removed = rows.filter(goes)
      const added = more.map((at, id) => ({ at, id: 1000 + id }))
      const kept = rows.filter((each) => !removed.includes(each))
      const before = [...rows]
      expect(replaceRows(rows, removed, added, compare)).toEqual([...kept, ...added].sort(compare))
      expect(rows).toEqual(before)
    }),
  )
})

test('a row that is not there cannot be removed, and takes no other with it', () => {
  const rows = [{ at: 1, id: 1 }]
  expect(replaceRows(rows, [{ at: 1, id: 0 }], [], compare)).toEqual(rows)
})
