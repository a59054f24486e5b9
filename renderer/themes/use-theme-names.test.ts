import { expect, test } from 'vitest'
import type { Theme } from '#shared/model/theme'
import { namesOf } from './use-theme-names'

const theme = (id: string, name: string, order: number): Theme => ({
  id,
  project: 'p',
  name,
  parent: null,
  order,
  colour: 'azurite',
  description: '',
  coder: 'c',
  created: 0,
})
const [shelf, branch] = [theme('1', '书架', 0), theme('2', '枝', 1)]

test('the names stay the same map when a theme has moved', () => {
  const names = namesOf([shelf, branch], new Map())
  expect([...names]).toEqual([
    ['1', '书架'],
    ['2', '枝'],
  ])
  expect(namesOf([{ ...branch, order: 0, parent: '1' }, shelf], names)).toBe(names)
})

test('another name, a new theme and one that is gone make another map', () => {
  const names = namesOf([shelf, branch], new Map())
  expect(namesOf([shelf, { ...branch, name: '叶' }], names).get('2')).toBe('叶')
  expect(namesOf([shelf], names).size).toBe(1)
  expect(namesOf([shelf, branch, theme('3', '花', 2)], names).get('3')).toBe('花')
  expect(namesOf([shelf, theme('3', '枝', 1)], names).has('2')).toBe(false)
})
