import { expect, test } from 'vitest'
import type { SourceDocument } from '../model/document'
import { sortDocuments } from './sort-documents'

const document = (id: string, title: string, date?: string): SourceDocument => ({
  id,
  project: 'p',
  title,
  metadata: date === undefined ? {} : { date },
  language: 'zh-Hans',
  format: 'text',
  fileName: `${id}.txt`,
  content: `c${id}`,
  length: 1,
  order: 0,
  created: 1,
})
const DOCUMENTS = [
  document('a', '第10篇', '2021-12'),
  document('b', '第2篇'),
  document('c', '安理会', '1978-12-24'),
  document('d', '第2篇', '2021'),
]
const ids = (...given: Parameters<typeof sortDocuments>) => sortDocuments(...given).map(({ id }) => id)

test('the order of the library is kept as it is', () => {
  expect(sortDocuments(DOCUMENTS, 'library')).toBe(DOCUMENTS)
})

test('titles are sorted by their sounds, numbers by value', () => {
  expect(ids(DOCUMENTS, 'title')).toEqual(['c', 'b', 'd', 'a'])
})

test('dates go from the earliest on, a year before its months, and what has none comes last', () => {
  expect(ids(DOCUMENTS, 'date')).toEqual(['c', 'd', 'a', 'b'])
})

test('what was read last comes first, and what was never read stays in its order', () => {
  expect(ids(DOCUMENTS, 'read', new Map(Object.entries({ b: 5, d: 9 })))).toEqual(['d', 'b', 'a', 'c'])
})
