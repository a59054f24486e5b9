import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TableMapping } from '../importer'
import { COLUMN_ROLES, ORIGIN_ROLES, roleOf, withAttributeName, withHeader, withRole } from './roles'

const NAMES = ['编号', '标题', '日期', '正文', '按语']
const NEWS: TableMapping = {
  hasHeader: true,
  sheet: 0,
  text: [3],
  title: 1,
  date: 2,
  attributes: [{ column: 0, name: '编号' }],
}

test('each column is taken for what the mapping says', () => {
  expect(NAMES.map((_, column) => roleOf(NEWS, column))).toEqual(['attribute', 'title', 'date', 'text', 'leftOut'])
})

test('a second text column comes after the first, and one before it goes before it', () => {
  expect(withRole(NEWS, 4, 'text', NAMES).text).toEqual([3, 4])
  expect(withRole(NEWS, 0, 'text', NAMES)).toEqual({ ...NEWS, text: [0, 3], attributes: [] })
})

test('what was the title becomes an attribute under its own name when another column is the title', () => {
  const changed = withRole(NEWS, 0, 'title', NAMES)
  expect(changed.title).toBe(0)
  expect(changed.attributes).toEqual([{ column: 1, name: '标题' }])
})

test('an attribute is named anew, and no other is', () => {
  const two = withRole(NEWS, 4, 'attribute', NAMES)
  expect(withAttributeName(two, 4, '备注').attributes).toEqual([
    { column: 0, name: '编号' },
    { column: 4, name: '备注' },
  ])
})

test('without a header attributes are called by letters, unless they were given a name, and back again', () => {
  const rows = [NAMES, ['1', '红旗渠', '2020', '文', '好']]
  const named = withAttributeName(withRole(NEWS, 4, 'attribute', NAMES), 4, '备注')
  const off = withHeader(named, false, rows)
  expect([off.hasHeader, off.attributes.map(({ name }) => name)]).toEqual([false, ['A', '备注']])
  expect(withHeader(off, true, rows)).toEqual(named)
})

test('however roles are given, each column has one, the one given last, and no part of the origin has two', () => {
  const column = fc.nat({ max: NAMES.length - 1 })
  const given = fc.array(fc.tuple(column, fc.constantFrom(...COLUMN_ROLES)), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(given, (acts) => {
      const mapping = acts.reduce((now, [each, role]) => withRole(now, each, role, NAMES), NEWS)
      const [last, role] = acts.at(-1) as (typeof acts)[number]
      expect(roleOf(mapping, last)).toBe(role)
      const used = [
        ...mapping.text,
        ...ORIGIN_ROLES.flatMap((each) => mapping[each] ?? []),
        ...mapping.attributes.map((each) => each.column),
      ]
      expect(new Set(used).size).toBe(used.length)
      expect(mapping.text).toEqual([...mapping.text].sort((a, b) => a - b))
    }),
  )
})
