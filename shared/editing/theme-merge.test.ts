import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChangeSet, type RecordKind, type Records, steps } from '../model/changes'
import type { Tagging } from '../model/highlight'
import type { Note } from '../model/note'
import { type Theme, themePathName } from '../model/theme'
import type { ThemeGroup } from '../model/theme-group'
import type { By } from './by'
import { mergeThemes } from './theme-merge'
import { withDescendants } from './theme-tree'
import { childrenOf, makeThemePath } from './themes'

const by: By = { coder: 'lin', now: 5 }

function after<K extends RecordKind>(kind: K, records: readonly Records[K][], set: ChangeSet): Records[K][] {
  const byId = new Map<string, Records[K]>(records.map((each) => [each.id, each]))
  for (const [id, step] of steps(set, kind)) {
    if (step.after) byId.set(id, step.after)
    else byId.delete(id)
  }
  return [...byId.values()]
}
function tree(...paths: string[]): Theme[] {
  let themes: Theme[] = []
  for (const path of paths) themes = after('themes', themes, makeThemePath({ project: 'p', path, themes }, by).changes)
  return themes
}
const named = (themes: readonly Theme[], name: string): Theme => themes.find((each) => each.name === name) as Theme
const paths = (themes: readonly Theme[]): string[] => {
  const byId = new Map(themes.map((each) => [each.id, each]))
  return themes.map((each) => themePathName(each, byId)).sort()
}
const tagging = (id: string, theme: string, highlight: string, coder = 'lin'): Tagging => ({
  id,
  project: 'p',
  highlight,
  document: 'd',
  theme,
  coder,
  created: 1,
})
const noteOn = (id: string, theme: Theme, text: string, coder = 'lin', created = 1): Note => ({
  id,
  project: 'p',
  about: { kind: 'theme', id: theme.id },
  text,
  coder,
  created,
  modified: created,
})
const nothing = { taggings: [], notes: [], groups: [] }

test('several themes become one: no highlight has it twice from one coder, and what was under them is under it', () => {
  const themes = tree('甲 / 一', '乙 / 一', '乙 / 二', '丙')
  const [into, second, third] = ['甲', '乙', '丙'].map((name) => named(themes, name)) as [Theme, Theme, Theme]
  const taggings = [
    tagging('1', into.id, 'h'),
    tagging('2', second.id, 'h'),
    tagging('3', second.id, 'h', 'zhou'),
    tagging('4', third.id, 'i'),
    tagging('5', second.id, 'i'),
    tagging('6', named(themes, '一').id, 'i'),
  ]
  const set = mergeThemes({ into, others: [second, third], themes, taggings, notes: [], groups: [] }, by)
  expect(paths(after('themes', themes, set))).toEqual(['甲', '甲 / 一', '甲 / 一 2', '甲 / 二'])
  expect(after('taggings', taggings, set).map(({ id, theme }) => [id, theme === into.id])).toEqual([
    ['1', true],
    ['3', true],
    ['4', true],
    ['6', false],
  ])
  expect(set.summary).toEqual({ key: 'changes.mergedThemes', params: { count: 2, theme: '甲', taggings: 2 } })
})

test('a theme takes in what stands above it, and comes up to its place', () => {
  const themes = tree('甲 / 乙 / 丙 / 丁')
  const into = named(themes, '丙')
  const merged = (...others: string[]) =>
    paths(
      after(
        'themes',
        themes,
        mergeThemes({ into, others: others.map((name) => named(themes, name)), themes, ...nothing }, by),
      ),
    )
  expect(merged('乙')).toEqual(['甲', '甲 / 丙', '甲 / 丙 / 丁'])
  expect(merged('甲')).toEqual(['乙', '乙 / 丙', '乙 / 丙 / 丁'])
  expect(merged('甲', '乙', '丁')).toEqual(['丙'])
})

test('descriptions, criteria and notes are appended, one note for each coder; groups have the one that is left', () => {
  const [a, b] = tree('甲', '乙') as [Theme, Theme]
  const into = { ...a, description: '关于钱' }
  const other: Theme = { ...b, description: '关于财', inclusion: '税', example: 'h', shortcut: 'c' }
  const notes = [
    noteOn('1', other, '旧的', 'lin', 1),
    noteOn('2', into, '新的', 'lin', 2),
    noteOn('3', other, '周的', 'zhou'),
  ]
  const groups: ThemeGroup[] = [
    { id: 'g', project: 'p', name: '要', themes: [b.id, a.id], order: 0, created: 1 },
    { id: 'f', project: 'p', name: '次', themes: [a.id], order: 1, created: 1 },
  ]
  const themes = [into, other]
  const set = mergeThemes({ into, others: [other], themes, taggings: [], notes, groups }, by)
  expect(after('themes', themes, set)).toEqual([
    { ...into, description: '关于钱\n\n关于财', inclusion: '税', example: 'h', shortcut: 'c' },
  ])
  const about = { kind: 'theme', id: a.id }
  expect(after('notes', notes, set)).toEqual([
    { ...notes[1], text: '新的\n\n旧的', modified: 5 },
    { ...notes[2], about },
  ])
  expect(after('themeGroups', groups, set).map((each) => each.themes)).toEqual([[a.id], [a.id]])
})

test('whatever is merged, the tree stays a tree with differing siblings, and no coder tagging is lost or doubled', () => {
  const themes = tree('a / b / c / d', 'a / e', 'f / b / c', 'f / e', 'g')
  const pick = fc.nat({ max: themes.length - 1 })
  const places = fc.array(fc.tuple(pick, fc.constantFrom('h', 'i'), fc.constantFrom('lin', 'zhou')), { maxLength: 20 })
  fc.assert(
    fc.property(pick, fc.array(pick, { maxLength: 6 }), places, (which, rest, given) => {
      const into = themes[which] as Theme
      const others = rest.map((each) => themes[each] as Theme)
      const unique = new Map(
        given.map(([at, highlight, coder]) => [`${at} ${highlight} ${coder}`, { at, highlight, coder }]),
      )
      const taggings = [...unique].map(([id, each]) =>
        tagging(id, (themes[each.at] as Theme).id, each.highlight, each.coder),
      )
      const set = mergeThemes({ into, others, themes, taggings, notes: [], groups: [] }, by)
      const left = after('themes', themes, set)
      const gone = new Set(others.filter((each) => each !== into).map(({ id }) => id))
      expect(left).toHaveLength(themes.length - gone.size)
      const reached = childrenOf(null, left).flatMap((each) => withDescendants(each, left))
      expect(new Set(reached.map(({ id }) => id)).size).toBe(left.length)
      for (const parent of [null, ...left.map(({ id }) => id)]) {
        const row = childrenOf(parent, left).map(({ name }) => name)
        expect(new Set(row).size).toBe(row.length)
      }
      const place = ({ theme, highlight, coder }: Tagging) =>
        `${gone.has(theme) ? into.id : theme} ${highlight} ${coder}`
      const now = after('taggings', taggings, set).map(place)
      expect(now.sort()).toEqual([...new Set(taggings.map(place))].sort())
    }),
  )
})

test('saved searches inside a theme that is merged search inside the one that stays', () => {
  const [into, other] = tree('a', 'b') as [Theme, Theme]
  const sought = { typed: '发展', exact: false, cased: false, wholeWords: false }
  const one = {
    id: 's',
    project: 'p',
    name: 's',
    order: 0,
    coder: 'c',
    created: 1,
    ...sought,
    scope: { theme: other.id },
  }
  const elsewhere = { ...one, id: 'e', scope: { theme: 'x' } }
  const given = { themes: [into, other], taggings: [], notes: [], groups: [], savedSearches: [one, elsewhere] }
  const { updated } = mergeThemes({ into, others: [other], ...given }, by)
  expect(updated.savedSearches).toEqual([{ before: one, after: { ...one, scope: { theme: into.id } } }])
})
