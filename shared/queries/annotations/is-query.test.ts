import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAnnotationQuery, withIds } from './is-query'
import { queries } from './random-annotations'

test('every query is known as one, as it comes back from a file', () => {
  fc.assert(fc.property(queries, (query) => isAnnotationQuery(JSON.parse(JSON.stringify(query)))))
})

test('what is no query is known as none', () => {
  const deep = (depth: number): unknown => (depth === 0 ? { kind: 'star' } : { kind: 'not', of: deep(depth - 1) })
  const none = [
    null,
    'star',
    {},
    { kind: 'theme', theme: 1, below: true },
    { kind: 'and', all: [{ kind: 'star' }] },
    { kind: 'or', any: [{ kind: 'star' }, { kind: 'constructor' }] },
    { kind: 'weight', test: '=', value: 9 },
    { kind: 'relation', relation: 'near', to: { kind: 'star' }, within: 0, unit: 'characters' },
    { kind: 'field', field: '__proto__', test: '=', value: '' },
    deep(200),
  ]
  for (const each of none) expect(isAnnotationQuery(each)).toBe(false)
})

test('ids of records are made others wherever they stand, and nothing else is', () => {
  fc.assert(
    fc.property(queries, (query) => {
      const marked = withIds(query, (id) => `${id}*`)
      expect(withIds(marked, (id) => id.replace(/\*$/, ''))).toEqual(query)
      const names = /"(theme|document|group|coder|attribute)":"[^"]*[^*]"/
      expect(names.test(JSON.stringify(marked).replaceAll(/"kind":"[^"]*"/g, ''))).toBe(false)
    }),
  )
})
