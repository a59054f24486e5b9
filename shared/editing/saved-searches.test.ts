import { expect, test } from 'vitest'
import type { Sought } from '../model/saved-search'
import { ProblemError } from '../result'
import { deleteSearch, renameSearch, saveSearch } from './saved-searches'

const by = { coder: 'c', now: 5 }
const sought: Sought = { typed: '发展 NOT 高质量', exact: false, cased: false, wholeWords: true, scope: { theme: 't' } }
const first = saveSearch({ project: 'p', name: ' 发展 ', sought, others: [] }, by).saved

test('a search is kept as the last of the saved ones, under a name of its own, with all that was asked', () => {
  expect(first).toMatchObject({ ...sought, name: '发展', order: 0, coder: 'c', created: 5, project: 'p' })
  const { saved, changes } = saveSearch({ project: 'p', name: '改革', sought, others: [first] }, by)
  expect(saved.order).toBe(1)
  expect(changes.created).toEqual({ savedSearches: [saved] })
  for (const name of ['发展', ' ']) {
    expect(() => saveSearch({ project: 'p', name, sought, others: [first] }, by)).toThrow(ProblemError)
  }
  expect(() => renameSearch({ saved, name: '发展', others: [first, saved] })).toThrow(ProblemError)
})

test('a saved search gets another name, keeps its own for nothing, and goes', () => {
  const renamed = renameSearch({ saved: first, name: '提法', others: [first] })
  expect(renamed.updated.savedSearches).toEqual([{ before: first, after: { ...first, name: '提法' } }])
  expect(renameSearch({ saved: first, name: '发展', others: [first] }).updated).toEqual({})
  expect(deleteSearch(first).deleted).toEqual({ savedSearches: [first] })
})
