import { expect, test } from 'vitest'
import { MOST_RECENT } from '#shared/bridge'
import { recentFrom, withRecent } from './recent-list'

test('what was opened last stands first', () => {
  expect(withRecent(['/a'], ['/b', '/c'])).toEqual(['/c', '/b', '/a'])
})

test('a document that is opened again moves to the front and stands there once', () => {
  expect(withRecent(['/a', '/b', '/c'], ['/c'])).toEqual(['/c', '/a', '/b'])
})

test('the list holds at most twenty', () => {
  const many = Array.from({ length: 30 }, (_, i) => `/${i}`)
  const list = withRecent(many, ['/new'])
  expect(list).toHaveLength(MOST_RECENT)
  expect(list[0]).toBe('/new')
})

test('a stored list is read back', () => {
  expect(recentFrom(JSON.stringify(['/a', '/b']))).toEqual(['/a', '/b'])
})

test.each(['', '{', '{"a":1}', '[1]', 'null'])('the damaged text %j gives an empty list', (text) => {
  expect(recentFrom(text)).toEqual([])
})
