import { expect, test } from 'vitest'
import type { Theme } from '../model/theme'
import { sortThemes } from './sort-themes'

const themes = ['张', '李', '強', 'b10', 'b2', '阿'].map(
  (name, order): Theme => ({
    id: name,
    project: 'p',
    name,
    parent: null,
    order,
    colour: 'ochre',
    description: '',
    coder: 'c',
    created: 1,
  }),
)
const names = (by: 'hand' | 'name' | 'count' | 'latest'): string[] =>
  sortThemes(
    themes.toReversed(),
    by,
    new Map([
      ['李', 3],
      ['b2', 9],
    ]),
    new Map([
      ['阿', 50],
      ['张', 70],
    ]),
  ).map(({ name }) => name)

test('Chinese names stand by pinyin, and numbers in names as numbers', () => {
  const sorted = names('name')
  expect(sorted.filter((name) => /\p{sc=Han}/u.test(name))).toEqual(['阿', '李', '強', '张'])
  expect(sorted.filter((name) => name.startsWith('b'))).toEqual(['b2', 'b10'])
})

test('the most and the newest stand first, the others by name; by hand as they were put', () => {
  expect(names('hand')).toEqual(themes.map(({ name }) => name))
  expect(names('count').slice(0, 2)).toEqual(['b2', '李'])
  expect(names('latest').slice(0, 2)).toEqual(['张', '阿'])
  const rest = names('name').filter((name) => name !== 'b2' && name !== '李')
  expect(names('count').slice(2)).toEqual(rest)
})
