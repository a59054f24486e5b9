import { expect, test } from 'vitest'
import type { Theme } from '#shared/model/theme'
import { findThemes, loadPinyin } from './theme-search'

const theme = (id: string, name: string, parent: string | null = null): Theme => ({
  id,
  project: 'p',
  name,
  parent,
  order: 0,
  colour: 'azurite',
  description: '',
  coder: 'c',
  created: 0,
})
const themes = [
  theme('1', '发展话语'),
  theme('2', '高质量发展', '1'),
  theme('3', '新发展格局', '1'),
  theme('4', '強首府'),
  theme('5', 'Margins'),
]
const byId = new Map(themes.map((each) => [each.id, each]))
const names = async (typed: string, used: string[] = []): Promise<string[]> =>
  findThemes(themes, byId, typed, used, await loadPinyin()).map((each) => each.theme.name)

test('pinyin initials find a Chinese name, in either script', async () => {
  expect(await names('gzl')).toEqual(['高质量发展'])
  expect(await names('qsf')).toEqual(['強首府'])
  expect(await names('xinfazhan')).toEqual(['新发展格局'])
})

test('a name that begins as typed stands before one that only holds it, and a path is searched last', async () => {
  expect(await names('发展')).toEqual(['发展话语', '高质量发展', '新发展格局'])
  expect(await names('margin')).toEqual(['Margins'])
  expect(await names('zzz')).toEqual([])
})

test('a name is found in either script, in full width and in any case', async () => {
  expect(await names('强首府')).toEqual(['強首府'])
  expect(await names('ＭＡＲＧ')).toEqual(['Margins'])
})

test('with nothing typed the last used stand first', async () => {
  expect((await names('', ['4', '3'])).slice(0, 2)).toEqual(['強首府', '新发展格局'])
  expect(await names('')).toHaveLength(5)
})

test('the names above a theme are told apart from its own', async () => {
  const [found] = findThemes(themes, byId, '高质量', [], null)
  expect(found?.above).toBe('发展话语')
})
