import { expect, test } from 'vitest'
import { isEmpty } from '../model/changes'
import type { Tagging } from '../model/highlight'
import { type Theme, themePathName } from '../model/theme'
import { problemIn } from '../trial-problem'
import { archiveTheme, duplicateBranch, splitTheme, unarchiveTheme } from './theme-branches'
import { setCriteria, setExample, setShortcut } from './theme-criteria'
import { addToGroup, deleteGroup, makeGroup, removeFromGroup, renameGroup } from './theme-groups'
import { deleteTheme } from './theme-tree'
import { childrenOf } from './themes'
import { after, named, TRIAL_CODER, tree } from './trial-themes'

const by = TRIAL_CODER

const tagging = (theme: Theme, highlight: string, coder = 'lin'): Tagging => ({
  id: `${theme.name} ${highlight} ${coder}`,
  project: 'p',
  highlight,
  document: 'd',
  theme: theme.id,
  coder,
  created: 1,
})
test('splitting gives the chosen highlights to a new sibling right after the theme', () => {
  const themes = tree('甲 / 乙', '甲 / 丙')
  const theme = named(themes, '乙')
  const taggings = [tagging(theme, 'h'), tagging(theme, 'h', 'zhou'), tagging(theme, 'i')]
  const split = splitTheme({ theme, name: '丁', highlights: ['h'], taggings, themes }, by)
  expect(childrenOf(theme.parent, after(themes, split.changes)).map(({ name }) => name)).toEqual(['乙', '丁', '丙'])
  expect(split.changes.updated.taggings?.map((each) => each.after)).toEqual(
    taggings.slice(0, 2).map((each) => ({ ...each, theme: split.theme.id })),
  )
  expect(split.changes.summary.params).toEqual({ theme: '乙', name: '丁', count: 1 })
  const taken = () => splitTheme({ theme, name: '丙', highlights: [], taggings, themes }, by)
  expect(problemIn(taken)?.key).toBe('changes.problems.themeNameTaken')
})

test('a branch is copied with all that is under it, with its taggings or without them', () => {
  const themes = tree('甲 / 乙 / 丙', '甲 2', '丁')
  const [theme, inner] = [named(themes, '甲'), named(themes, '丙')]
  const taggings = [tagging(inner, 'h', 'zhou'), tagging(named(themes, '丁'), 'h')]
  const copy = duplicateBranch({ theme: { ...theme, shortcut: 'a' }, themes, taggings }, by)
  const all = after(themes, copy.changes)
  const byId = new Map(all.map((each) => [each.id, each]))
  expect(all.map((each) => themePathName(each, byId)).sort()).toEqual(
    ['甲', '甲 / 乙', '甲 / 乙 / 丙', '甲 2', '甲 3', '甲 3 / 乙', '甲 3 / 乙 / 丙', '丁'].sort(),
  )
  expect(childrenOf(null, all).map(({ name }) => name)).toEqual(['甲', '甲 3', '甲 2', '丁'])
  expect(copy.theme.shortcut).toBeUndefined()
  const copied = copy.changes.created.taggings ?? []
  expect(copied.map(({ highlight, coder }) => [highlight, coder])).toEqual([['h', 'zhou']])
  const under = byId.get(copied[0]?.theme ?? '') as Theme
  expect(themePathName(under, byId)).toBe('甲 3 / 乙 / 丙')
  expect(duplicateBranch({ theme, themes, taggings: [] }, by).changes.created.taggings).toBeUndefined()
})

test('an archived theme takes what is under it along, and comes back with it and with what is above', () => {
  const themes = tree('甲 / 乙 / 丙', '甲 / 丁')
  const early = after(themes, archiveTheme({ theme: named(themes, '丁'), themes }, { now: 7 }))
  const set = archiveTheme({ theme: named(early, '甲'), themes: early }, { now: 8 })
  const away = after(early, set)
  expect(away.map(({ archived }) => archived)).toEqual([8, 8, 8, 7])
  expect(Object.keys(set.updated)).toEqual(['themes'])
  const one = after(away, unarchiveTheme({ theme: named(away, '丙'), themes: away }))
  expect(one.filter(({ archived }) => archived === undefined).map(({ name }) => name)).toEqual(['甲', '乙', '丙'])
  const all = after(away, unarchiveTheme({ theme: named(away, '甲'), themes: away }))
  expect(all.filter(({ archived }) => archived !== undefined).map(({ name }) => name)).toEqual(['丁'])
  expect(isEmpty(unarchiveTheme({ theme: named(themes, '甲'), themes }))).toBe(true)
})

test('two themes in use never have one key; one that comes back gives way', () => {
  let themes = tree('甲', '乙')
  const give = (name: string, shortcut: string | null) => setShortcut({ theme: named(themes, name), shortcut, themes })
  themes = after(themes, give('甲', 'Ａ'))
  expect(named(themes, '甲').shortcut).toBe('a')
  expect(problemIn(() => give('乙', 'a'))).toEqual({
    key: 'changes.problems.shortcutTaken',
    params: { shortcut: 'a', theme: '甲' },
  })
  for (const wrong of ['ab', '', '甲', '-']) {
    expect(problemIn(() => give('乙', wrong))?.key, wrong).toBe('changes.problems.shortcutNotOne')
  }
  themes = after(themes, archiveTheme({ theme: named(themes, '甲'), themes }, by))
  themes = after(themes, give('乙', 'a'))
  themes = after(themes, unarchiveTheme({ theme: named(themes, '甲'), themes }))
  expect(themes.map(({ name, shortcut }) => [name, shortcut])).toEqual([
    ['甲', undefined],
    ['乙', 'a'],
  ])
  expect('shortcut' in named(after(themes, give('乙', null)), '乙')).toBe(false)
})

test('criteria and example are set, kept and taken away', () => {
  const [theme] = tree('甲') as [Theme]
  const [first] = after([theme], setCriteria({ theme, inclusion: '税', exclusion: '费' }))
  expect(first).toEqual({ ...theme, inclusion: '税', exclusion: '费' })
  const [second] = after([first as Theme], setCriteria({ theme: first as Theme, exclusion: ' ' }))
  expect(second).toEqual({ ...theme, inclusion: '税' })
  expect(isEmpty(setCriteria({ theme, inclusion: '' }))).toBe(true)
  const [shown] = after([theme], setExample({ theme, example: 'h' }))
  expect(shown?.example).toBe('h')
  expect(after([shown as Theme], setExample({ theme: shown as Theme, example: null }))).toEqual([theme])
})

test('a group is made, renamed, filled, emptied and deleted; deleting a theme takes it out', () => {
  const themes = tree('甲 / 乙', '丙')
  const [a, b, c] = themes as [Theme, Theme, Theme]
  const { group } = makeGroup({ project: 'p', name: ' 要 ', themes: [a, a], groups: [] }, by)
  expect(group).toMatchObject({ name: '要', themes: [a.id], order: 0, created: 5 })
  const make = () => makeGroup({ project: 'p', name: '要', themes: [], groups: [group] }, by)
  expect(problemIn(make)?.key).toBe('changes.problems.groupNameTaken')
  expect(makeGroup({ project: 'p', name: '次', themes: [], groups: [group] }, by).group.order).toBe(1)
  expect(renameGroup({ group, name: '重', groups: [group] }).updated.themeGroups?.[0]?.after.name).toBe('重')
  expect(isEmpty(renameGroup({ group, name: '要', groups: [group] }))).toBe(true)
  const full = addToGroup({ group, themes: [c, a, b] }).updated.themeGroups?.[0]?.after
  expect(full?.themes).toEqual([a.id, c.id, b.id])
  const less = removeFromGroup({ group: full ?? group, themes: [c] })
  expect(less.updated.themeGroups?.[0]?.after.themes).toEqual([a.id, b.id])
  expect(less.summary.params).toEqual({ group: '要', count: 1 })
  expect(deleteGroup(group).deleted).toEqual({ themeGroups: [group] })
  const deleted = deleteTheme({ theme: a, themes, taggings: [], notes: [], groups: [full ?? group] })
  expect(deleted.updated.themeGroups?.[0]?.after.themes).toEqual([c.id])
})
