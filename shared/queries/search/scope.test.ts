import { expect, test } from 'vitest'
import { paragraphs, trialDocument } from '../../editing/trial-texts'
import type { SourceDocument } from '../../model/document'
import type { SearchScope } from '../../model/saved-search'
import { documentsIn, isLimited } from './scope'

const { document } = trialDocument(paragraphs('发展'))
const one = (id: string, date?: string, attributes = {}): SourceDocument => ({
  ...document,
  id,
  metadata: date === undefined ? {} : { date },
  attributes,
})
const DOCUMENTS = [
  one('a', '2019', { kind: '通訊' }),
  one('b', '2021-12-30T08:00:00+08:00', { kind: '消息' }),
  one('c'),
]
const group = (id: string, parent: string | null, documents: string[]) => ({
  id,
  project: 'p',
  name: id,
  parent,
  documents,
  order: 0,
  created: 0,
})
const GROUPS = [group('top', null, ['a']), group('below', 'top', ['c']), group('other', null, ['b'])]
const inside = (scope: SearchScope) => documentsIn(scope, DOCUMENTS, GROUPS)

test('a scope takes in the documents for which all of its limits hold', () => {
  expect(inside({})).toBeUndefined()
  expect(inside({ documents: ['c', 'a'] })).toEqual(['a', 'c'])
  expect(inside({ group: 'top' })).toEqual(['a', 'c'])
  expect(inside({ from: '2021' })).toEqual(['b'])
  expect(inside({ until: '2021-12' })).toEqual(['a', 'b'])
  expect(inside({ from: '2019', until: '2020' })).toEqual(['a'])
  expect(inside({ attribute: { id: 'kind', words: '通讯' } })).toEqual(['a'])
  expect(inside({ group: 'top', until: '2020' })).toEqual(['a'])
})

test('what is searched besides limits nothing', () => {
  expect(isLimited({ also: ['notes'] })).toBe(false)
  expect(isLimited({ theme: 't' })).toBe(true)
})
