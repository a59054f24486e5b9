import { expect, test } from 'vitest'
import { paragraphs, trialDocument } from '#shared/editing/trial-texts'
import { type DocumentPart, type OtherPart, sidesOf } from './document-part'

const { document } = trialDocument(paragraphs('发展'))
const documents = ['a', 'b', 'c'].map((id, order) => ({
  ...document,
  id,
  order,
  metadata: { date: `202${order}-01-01` },
}))
const group = { id: 'g', project: 'p', name: '甲', parent: null, documents: ['b'], order: 0, created: 1 }
const sides = (one: DocumentPart, other: OtherPart) => sidesOf(one, other, { documents }, [group], 'c')
const part = (scope: object) => ({ kind: 'scope' as const, scope })

test('a group, a date or the open document stands beside all others, or beside any other part', () => {
  expect(sides({ kind: 'all' }, { kind: 'none' })).toEqual({})
  expect(sides(part({ group: 'g' }), { kind: 'none' })).toEqual({ one: ['b'] })
  expect(sides(part({ group: 'g' }), { kind: 'others' })).toEqual({ one: ['b'], others: ['a', 'c'] })
  expect(sides({ kind: 'open' }, part({ until: '2021' }))).toEqual({ one: ['c'], others: ['a', 'b'] })
  expect(sides(part({ from: '2021' }), { kind: 'all' })).toEqual({ one: ['b', 'c'], others: ['a', 'b', 'c'] })
  expect(sides({ kind: 'all' }, part({ group: 'g' }))).toEqual({ one: ['a', 'b', 'c'], others: ['b'] })
  expect(sides({ kind: 'all' }, { kind: 'others' })).toEqual({})
  expect(sides({ kind: 'all' }, part({}))).toEqual({})
})
