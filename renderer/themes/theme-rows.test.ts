import { expect, test } from 'vitest'
import type { Theme } from '#shared/model/theme'
import { dropPlace, movedPlace, themeRows, totalCounts } from './theme-rows'

const theme = (id: string, parent: string | null): Theme => ({
  id,
  project: 'p',
  name: id,
  parent,
  order: 0,
  colour: 'azurite',
  description: '',
  coder: 'c',
  created: 0,
})
const themes = [
  theme('a', null),
  theme('a1', 'a'),
  theme('a2', 'a'),
  theme('a2x', 'a2'),
  theme('b', null),
  theme('c', null),
]
const shown = (closed: string[] = [], only: string[] | null = null): string[] =>
  themeRows(themes, { closed: new Set(closed), only: only && new Set(only) }).map(
    ({ theme: { id }, depth }) => `${'-'.repeat(depth)}${id}`,
  )

test('rows stand under their parents, and a closed branch hides what is under it', () => {
  expect(shown()).toEqual(['a', '-a1', '-a2', '--a2x', 'b', 'c'])
  expect(shown(['a2'])).toEqual(['a', '-a1', '-a2', 'b', 'c'])
  expect(shown(['a'])).toEqual(['a', 'b', 'c'])
})

test('a filter shows what is found with all above it, whatever is closed', () => {
  expect(shown(['a'], ['a2x'])).toEqual(['a', '-a2', '--a2x'])
  expect(shown([], [])).toEqual([])
})

test('a theme whose parent is gone stands at the top rather than nowhere', () => {
  const rows = themeRows([theme('x', 'gone')], { closed: new Set(), only: null })
  expect(rows.map(({ theme: { id } }) => id)).toEqual(['x'])
})

test('a row knows its place among its siblings', () => {
  const row = themeRows(themes, { closed: new Set(), only: null }).find(({ theme: { id } }) => id === 'a2')
  expect([row?.place, row?.siblings, row?.hasChildren]).toEqual([2, 2, true])
})

test('a theme counts what is under it', () => {
  const totals = totalCounts(
    themes,
    new Map([
      ['a', 1],
      ['a2x', 2],
      ['c', 4],
    ]),
  )
  expect([totals.get('a'), totals.get('a2'), totals.get('b'), totals.get('c')]).toEqual([3, 2, 0, 4])
})

test('a drop goes before, under or after the row', () => {
  const rows = themeRows(themes, { closed: new Set(['a']), only: null })
  expect(dropPlace(rows, 1, 0.1)).toEqual({ parent: null, before: 'b' })
  expect(dropPlace(rows, 1, 0.5)).toEqual({ parent: 'b', before: null })
  expect(dropPlace(rows, 1, 0.9)).toEqual({ parent: null, before: 'c' })
  expect(dropPlace(rows, 2, 0.9)).toEqual({ parent: null, before: null })
  expect(dropPlace(rows, 9, 0.5)).toBeNull()
})

test('keys move a theme among its siblings, in and out', () => {
  const at = (id: string): Theme => themes.find((each) => each.id === id) as Theme
  expect(movedPlace(themes, at('b'), 'up')).toEqual({ parent: null, before: 'a' })
  expect(movedPlace(themes, at('b'), 'down')).toEqual({ parent: null, before: null })
  expect(movedPlace(themes, at('c'), 'down')).toBeNull()
  expect(movedPlace(themes, at('b'), 'in')).toEqual({ parent: 'a', before: null })
  expect(movedPlace(themes, at('a2x'), 'out')).toEqual({ parent: 'a', before: null })
  expect(movedPlace(themes, at('a'), 'out')).toBeNull()
})
