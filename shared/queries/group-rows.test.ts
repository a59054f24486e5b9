import { expect, test } from 'vitest'
import type { DocumentGroup } from '../model/document-group'
import { groupRows } from './group-rows'

const group = (id: string, parent: string | null, order: number, ...documents: string[]): DocumentGroup => ({
  id,
  project: 'p',
  name: id,
  parent,
  documents,
  order,
  created: 1,
})
const GROUPS = [
  group('右江', '广西', 0, 'c', 'a'),
  group('言论', null, 1, 'd'),
  group('广西', '报纸', 0, 'b'),
  group('报纸', null, 0, 'a'),
]
const lines = (folded: string[] = []) =>
  groupRows(GROUPS, new Set(folded)).map(({ group: { name }, level, documents, isBranch }) => [
    name,
    level,
    [...documents].sort().join(''),
    isBranch,
  ])

test('groups stand below the one that holds them, each with all documents of its branch, once', () => {
  expect(lines()).toEqual([
    ['报纸', 1, 'abc', true],
    ['广西', 2, 'abc', true],
    ['右江', 3, 'ac', false],
    ['言论', 1, 'd', false],
  ])
})

test('what lies below a folded group is not seen, and still counted', () => {
  expect(lines(['广西'])).toEqual([
    ['报纸', 1, 'abc', true],
    ['广西', 2, 'abc', true],
    ['言论', 1, 'd', false],
  ])
})
