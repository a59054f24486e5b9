import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmpty } from '../model/changes'
import type { Tagging } from '../model/highlight'
import { PIGMENTS, type Theme, themePathName } from '../model/theme'
import { ProblemError } from '../result'
import { problemOf } from '../trial-problem'
import { deleteTheme, moveTheme, withDescendants } from './theme-tree'
import { childrenOf, describeTheme, freePigment, makeTheme, makeThemePath, recolourTheme, renameTheme } from './themes'
import { after, named, TRIAL_CODER, tree } from './trial-themes'

const by = TRIAL_CODER

const names = (themes: readonly Theme[]): string[] => themes.map(({ name }) => name)
const idsOf = (themes: readonly Theme[]) => new Map(themes.map((each) => [each.id, each]))

test('a path makes what is missing of it, and finds what is there', () => {
  const themes = tree('政治 / 会议', '政治 / 人事 / 任免', '经济')
  expect(themes.map((each) => themePathName(each, idsOf(themes)))).toEqual([
    '政治',
    '政治 / 会议',
    '政治 / 人事',
    '政治 / 人事 / 任免',
    '经济',
  ])
  const again = makeThemePath({ project: 'p', path: ' 政治  /  人事 ', themes }, by)
  expect(isEmpty(again.changes)).toBe(true)
  expect(again.theme).toEqual(named(themes, '人事'))
})

test('every theme is found again by its own path', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '红', '/', ' ', '\u3000', '𠮷'), maxLength: 6 })
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.nat()), { maxLength: 12 }), (wanted) => {
      const themes: Theme[] = []
      for (const [each, under] of wanted) {
        const parent =
          under % (themes.length + 1) === 0 ? null : (themes[(under % (themes.length + 1)) - 1]?.id ?? null)
        try {
          themes.push(makeTheme({ project: 'p', name: each, parent, themes }, by).theme)
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError)
        }
      }
      for (const theme of themes) {
        const path = themePathName(theme, idsOf(themes))
        expect(makeThemePath({ project: 'p', path, themes }, by).theme).toBe(theme)
      }
    }),
  )
})

test('an empty name, one that a sibling has, and one with a slash that stands alone are refused', () => {
  const themes = tree('政治 / 会议', '经济')
  const make = (name: string, parent: string | null = null) => makeTheme({ project: 'p', name, parent, themes }, by)
  expect(problemOf(() => make('  '))).toBe('changes.problems.nameEmpty')
  expect(problemOf(() => make(' 经济 '))).toBe('changes.problems.themeNameTaken')
  expect(problemOf(() => make('a / b'))).toBe('changes.problems.themeNameHasSlash')
  expect(problemOf(() => make('/ b'))).toBe('changes.problems.themeNameHasSlash')
  expect(problemOf(() => make('党/政'))).toBe('none')
  expect(problemOf(() => make('经济', named(themes, '政治').id))).toBe('none')
  expect(problemOf(() => renameTheme({ theme: named(themes, '经济'), name: '政治', themes }))).toBe(
    'changes.problems.themeNameTaken',
  )
  expect(isEmpty(renameTheme({ theme: named(themes, '经济'), name: '经济 ', themes }))).toBe(true)
})

test('a new theme gets the pigment that is used least, in the order of the palette', () => {
  const themes = tree('1', '2', '3', '4', '5', '6', '7', '8', '9')
  expect(themes.map(({ colour }) => colour)).toEqual([...PIGMENTS, PIGMENTS[0]])
  expect(freePigment(themes.slice(2))).toBe('azurite')
})

test('a theme is renamed, recoloured and described, and the sentence names it', () => {
  const [theme] = tree('经济') as [Theme]
  const renamed = renameTheme({ theme, name: '财经', themes: [theme] })
  expect(renamed.updated.themes).toEqual([{ before: theme, after: { ...theme, name: '财经' } }])
  expect(renamed.summary.params).toEqual({ from: '经济', to: '财经' })
  expect(recolourTheme({ theme, colour: '#112233' }).updated.themes?.[0]?.after.colour).toBe('#112233')
  expect(isEmpty(recolourTheme({ theme, colour: theme.colour }))).toBe(true)
  expect(describeTheme({ theme, description: '关于钱' }).updated.themes?.[0]?.after.description).toBe('关于钱')
})

test('a theme moves before a sibling, to the end, and under another', () => {
  const themes = tree('a', 'b', 'c')
  const moved = (name: string, before: string | null) =>
    after(
      themes,
      moveTheme({ theme: named(themes, name), parent: null, before: before && named(themes, before).id, themes }),
    )
  expect(names(childrenOf(null, moved('c', 'a')))).toEqual(['c', 'a', 'b'])
  expect(names(childrenOf(null, moved('a', null)))).toEqual(['b', 'c', 'a'])
  expect(names(childrenOf(null, moved('b', 'c')))).toEqual(['a', 'b', 'c'])
  const a = named(themes, 'a').id
  const under = after(themes, moveTheme({ theme: named(themes, 'c'), parent: a, before: null, themes }))
  expect(names(childrenOf(null, under))).toEqual(['a', 'b'])
  expect(names(childrenOf(a, under))).toEqual(['c'])
})

test('whatever is moved, the tree stays a tree, siblings differ in name, and their orders differ', () => {
  const start = tree('a / b / c', 'a / d', 'e / b', 'f')
  const pick = fc.nat({ max: start.length - 1 })
  fc.assert(
    fc.property(fc.array(fc.tuple(pick, fc.option(pick), fc.option(pick)), { maxLength: 20 }), (moves) => {
      let themes = start
      for (const [which, under, before] of moves) {
        const theme = themes[which] as Theme
        const parent = under === null ? null : (themes[under] as Theme).id
        const inside = withDescendants(theme, themes).some(({ id }) => id === parent)
        const problem = problemOf(() => {
          const next = before === null ? null : (themes[before] as Theme).id
          themes = after(themes, moveTheme({ theme, parent, before: next, themes }))
        })
        expect(problem === 'changes.problems.themeUnderItself').toBe(inside)
      }
      const reached = childrenOf(null, themes).flatMap((each) => withDescendants(each, themes))
      expect(new Set(reached.map(({ id }) => id)).size).toBe(start.length)
      for (const parent of [null, ...themes.map(({ id }) => id)]) {
        const row = childrenOf(parent, themes)
        expect(new Set(row.map(({ order }) => order)).size).toBe(row.length)
        expect(new Set(names(row)).size).toBe(row.length)
      }
    }),
  )
})

test('deleting a theme takes what is under it, their taggings and notes, and counts them', () => {
  const themes = tree('a / b / c', 'd')
  const tagging = (name: string): Tagging => ({
    id: `on ${name}`,
    project: 'p',
    highlight: 'h',
    document: 'doc',
    theme: named(themes, name).id,
    coder: 'lin',
    created: 1,
  })
  const taggings = [tagging('b'), tagging('c'), tagging('d')]
  const deleted = deleteTheme({ theme: named(themes, 'a'), themes, taggings, notes: [] })
  expect(names(deleted.deleted.themes ?? [])).toEqual(['a', 'b', 'c'])
  expect(deleted.deleted.taggings).toEqual(taggings.slice(0, 2))
  expect(deleted.deleted.highlights).toBeUndefined()
  expect(deleted.summary).toEqual({ key: 'changes.deletedThemes', params: { theme: 'a', count: 2, themes: 3 } })
  const single = deleteTheme({ theme: named(themes, 'd'), themes, taggings, notes: [] })
  expect(single.summary).toEqual({ key: 'changes.deletedTheme', params: { theme: 'd', count: 1 } })
})
