import { expect, test } from 'vitest'
import { NONE_CHOSEN, stillThere, stretched, toggled } from './choice'

const LIST = ['a', 'b', 'c', 'd', 'e']
const ids = ({ chosen }: { chosen: ReadonlySet<string> }) => [...chosen].sort().join('')

test('documents are chosen one by one, and taken away again', () => {
  const two = toggled(toggled(NONE_CHOSEN, 'b'), 'd')
  expect(ids(two)).toBe('bd')
  expect(ids(toggled(two, 'b'))).toBe('d')
})

test('a stretch goes from the one that was chosen first, in either direction, and shrinks again', () => {
  const one = toggled(NONE_CHOSEN, 'c')
  const down = stretched(one, LIST, 'e', null)
  expect(ids(down)).toBe('cde')
  expect(ids(stretched(down, LIST, 'd', null))).toBe('cd')
  expect(ids(stretched(down, LIST, 'a', null))).toBe('abc')
})

test('where nothing was chosen yet a stretch begins at the open document, or where it ends', () => {
  expect(ids(stretched(NONE_CHOSEN, LIST, 'd', 'b'))).toBe('bcd')
  expect(ids(stretched(NONE_CHOSEN, LIST, 'd', 'not in the list'))).toBe('d')
  expect(ids(stretched(NONE_CHOSEN, LIST, 'd', null))).toBe('d')
})

test('what is no longer there is no longer chosen', () => {
  const two = toggled(toggled(NONE_CHOSEN, 'b'), 'd')
  expect(stillThere(two, new Set(LIST))).toBe(two)
  expect(ids(stillThere(two, new Set(['d'])))).toBe('d')
})
