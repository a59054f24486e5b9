import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, bounds, moved, next } from './selection'

const EXTENT = { rows: 30, columns: 4, page: 10 }
const key = (name: string, held: { shift?: boolean; mod?: boolean } = {}) => ({
  key: name,
  shift: held.shift ?? false,
  mod: held.mod ?? false,
})

test('arrows go from cell to cell, from the first row to the heads of the columns, and stop at the edges', () => {
  expect(moved(at(0, 0), key('ArrowDown'), EXTENT)).toEqual(at(1, 0))
  expect(moved(at(0, 2), key('ArrowUp'), EXTENT)).toEqual(at(-1, 2))
  expect(moved(at(-1, 2), key('ArrowUp'), EXTENT)).toEqual(at(-1, 2))
  expect(moved(at(3, 3), key('ArrowRight'), EXTENT)).toEqual(at(3, 3))
  expect(moved(at(3, 1), key('ArrowDown', { mod: true }), EXTENT)).toEqual(at(29, 1))
  expect(moved(at(3, 1), key('End', { mod: true }), EXTENT)).toEqual(at(29, 3))
  expect(moved(at(25, 1), key('PageDown'), EXTENT)).toEqual(at(29, 1))
  expect(moved(at(3, 1), key('x'), EXTENT)).toBeNull()
})

test('with Shift the rectangle grows from where choosing began, and never into the heads', () => {
  const chosen = moved(at(1, 1), key('ArrowUp', { shift: true }), EXTENT)
  expect(chosen && moved(chosen, key('ArrowUp', { shift: true }), EXTENT)?.active.row).toBe(0)
  const wide = moved(at(1, 1), key('End', { shift: true, mod: true }), EXTENT)
  expect(wide && bounds(wide)).toEqual({ top: 1, bottom: 29, left: 1, right: 3 })
})

test('after the last cell of a row comes the first of the next, and the other way round', () => {
  expect(next({ row: 2, column: 3 }, 1, EXTENT)).toEqual({ row: 3, column: 0 })
  expect(next({ row: 3, column: 0 }, -1, EXTENT)).toEqual({ row: 2, column: 3 })
})

test('no key leads out of the table, and a table without rows has its heads', () => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp')
  const pressed = fc.record({ key: keys, shift: fc.boolean(), mod: fc.boolean() })
  const extents = fc.record({ rows: fc.nat({ max: 3 }), columns: fc.integer({ min: 1, max: 3 }), page: fc.constant(2) })
  fc.assert(
    fc.property(extents, fc.array(pressed, { maxLength: 20 }), (extent, all) => {
      const { active } = all.reduce((now, each) => moved(now, each, extent) ?? now, at(-1, 0))
      expect(active.row).toBeGreaterThanOrEqual(-1)
      expect(active.row).toBeLessThan(Math.max(extent.rows, 0) || 1)
      expect(active.column).toBeLessThan(extent.columns)
      expect(active.column).toBeGreaterThanOrEqual(0)
      if (extent.rows === 0) expect(active.row).toBe(-1)
    }),
  )
})
