import { expect, test } from 'vitest'
import { liveColour } from '../model/live-theme'
import { ProblemError } from '../result'
import { changeLiveTheme, deleteLiveTheme, makeLiveTheme, recolourLiveTheme, renameLiveTheme } from './live-themes'

const by = { coder: 'c', now: 5 }
const first = makeLiveTheme({ project: 'p', name: ' 星标 ', query: { kind: 'star' }, others: [] }, by).live

test('a query is kept as the last of the live themes, under a name of its own', () => {
  expect(first).toMatchObject({ name: '星标', order: 0, query: { kind: 'star' }, coder: 'c', created: 5 })
  const { live } = makeLiveTheme({ project: 'p', name: '无主题', query: { kind: 'untagged' }, others: [first] }, by)
  expect(live.order).toBe(1)
  expect(() => makeLiveTheme({ project: 'p', name: '星标', query: { kind: 'all' }, others: [first] }, by)).toThrow(
    ProblemError,
  )
  expect(() => renameLiveTheme({ live, name: '星标', others: [first, live] })).toThrow(ProblemError)
})

test('a live theme gets another name or query, and what stays the same changes nothing', () => {
  expect(renameLiveTheme({ live: first, name: '要点', others: [first] }).updated.liveThemes?.[0]?.after.name).toBe(
    '要点',
  )
  expect(renameLiveTheme({ live: first, name: '星标', others: [first] }).updated).toEqual({})
  expect(changeLiveTheme({ live: first, query: { kind: 'star' } }).updated).toEqual({})
  expect(changeLiveTheme({ live: first, query: { kind: 'all' } }).updated.liveThemes?.[0]?.after.query.kind).toBe('all')
  expect(deleteLiveTheme(first).deleted).toEqual({ liveThemes: [first] })
})

test('a live theme has a colour by its place until one is chosen for it', () => {
  expect([0, 1, 8].map((order) => liveColour({ order }))).toEqual(['rosewood', 'indigo', 'rosewood'])
  const [change] = recolourLiveTheme({ live: first, colour: '#102030' }).updated.liveThemes ?? []
  expect(change && liveColour(change.after)).toBe('#102030')
  expect(change && recolourLiveTheme({ live: change.after, colour: '#102030' }).updated).toEqual({})
})
