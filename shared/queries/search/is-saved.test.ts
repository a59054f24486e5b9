import { expect, test } from 'vitest'
import { isSearchScope, isSought, scopeWithIds } from './is-saved'

test('what a file says of a saved search is held against what one is', () => {
  const sought = { typed: '发展', exact: false, cased: true, wholeWords: false, scope: {} }
  expect(isSought(sought)).toBe(true)
  expect(isSought({ ...sought, exact: 'no' })).toBe(false)
  expect(isSought({ ...sought, scope: { theme: 3 } })).toBe(false)
  expect(isSearchScope({ documents: ['d'], also: ['notes'], attribute: { id: 'a', words: '' }, from: '2021' })).toBe(
    true,
  )
  for (const wrong of [null, [], { documents: 'd' }, { also: ['all'] }, { attribute: { id: 'a' } }, { until: 2021 }]) {
    expect(isSearchScope(wrong)).toBe(false)
  }
})

test('ids are made others wherever a scope names them, and nothing is added', () => {
  const to = (id: string): string => `${id}2`
  const scope = { documents: ['d'], group: 'g', theme: 't', attribute: { id: 'a', words: 'a' }, from: 'd' }
  expect(scopeWithIds(scope, to)).toEqual({
    documents: ['d2'],
    group: 'g2',
    theme: 't2',
    attribute: { id: 'a2', words: 'a' },
    from: 'd',
  })
  expect(scopeWithIds({}, to)).toEqual({})
})
