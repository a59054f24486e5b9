import { match } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { findInPalette, type Item } from './palette-search'

const command = (id: string, ...names: string[]): Item => ({ kind: 'commands', id, names })
const ITEMS: readonly Item[] = [
  { kind: 'recent', id: 'view.dark', names: ['Dark', '深色'] },
  command('edit.undo', 'Undo', '撤销', '復原'),
  command('view.dark', 'Dark', '深色'),
  command('passage.highlight', 'Highlight without a theme', '只作标记', '只作標記'),
  command('view.rightPane', 'Show or hide highlights', '显示或隐藏右栏', '顯示或隱藏右欄'),
  { kind: 'documents', id: 'd', names: ['黑暗的心'], beside: 'Dark River Press' },
  { kind: 'themes', id: 't', names: ['高质量发展'], beside: '发展话语 / 高质量发展' },
  { kind: 'themes', id: 'dark', names: ['Dark'] },
  { kind: 'projects', id: 'p', names: ['Darkness'] },
]
const pinyin = (text: string, letters: string): boolean => match(text, letters) !== null
const find = (typed: string): string[] =>
  findInPalette(ITEMS, typed, pinyin).flatMap(({ items }) => items.map(({ id }) => id))

test('with nothing typed the commands used last come first, and no command stands twice', () => {
  expect(findInPalette(ITEMS, ' ', null).map(({ kind, items }) => [kind, items.map(({ id }) => id)])).toEqual([
    ['recent', ['view.dark']],
    ['commands', ['edit.undo', 'passage.highlight', 'view.rightPane']],
    ['documents', ['d']],
    ['themes', ['t', 'dark']],
    ['projects', ['p']],
  ])
})

test('a command is found by its name in any language, whatever the script', () => {
  expect(find('undo')).toEqual(['edit.undo'])
  expect(find('撤销')).toEqual(['edit.undo'])
  expect(find('撤銷')).toEqual(['edit.undo'])
  expect(find('复原')).toEqual(['edit.undo'])
  expect(find('ＵＮＤＯ')).toEqual(['edit.undo'])
})

test('pinyin and its initials find Chinese names', () => {
  expect(find('chexiao')).toEqual(['edit.undo'])
  expect(find('gzl')).toEqual(['t'])
  expect(find('shense')).toEqual(['view.dark'])
})

test('a name that begins so comes before one that contains it, and words may come in any order', () => {
  expect(find('high')).toEqual(['passage.highlight', 'view.rightPane'])
  expect(find('hide show')).toEqual(['view.rightPane'])
})

test('the kind with the best answer comes first', () => {
  expect(find('darkness')[0]).toBe('p')
  expect(find('dark')).toEqual(['view.dark', 'dark', 'p', 'd'])
})

test('what nothing answers finds nothing', () => {
  expect(findInPalette(ITEMS, 'zzzq', pinyin)).toEqual([])
})
