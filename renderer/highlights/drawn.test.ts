import { expect, test } from 'vitest'
import { makeLiveTheme } from '#shared/editing/live-themes'
import type { Live } from '../store'
import { highlightSource } from './drawn'
import { type LiveMembers, NO_MEMBERS } from './live-members'
import type { Marked, MarkedDelta, MarkedRows } from './marked'

const by = { coder: 'c', now: 1 }
const { live: star } = makeLiveTheme({ project: 'p', name: '星标', query: { kind: 'star' }, others: [] }, by)
const marked = (id: string, start: number): Marked => ({
  highlight: {
    id,
    project: 'p',
    document: 'd',
    passage: { start, end: start + 2, quote: '港口', prefix: '', suffix: '' },
    coder: 'c',
    created: 1,
  },
  taggings: [],
})

/** A document with two highlights, which changes when it is told to. */
function twoHighlights() {
  const rows = [marked('a', 0), marked('b', 5)]
  const listeners = new Set<(delta: MarkedDelta) => void>()
  const live: Live<MarkedRows, MarkedDelta> = {
    get: () => ({ ready: true, rows, lost: [] }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ready: Promise.resolve(),
    idle: () => Promise.resolve(),
    close: () => {},
  }
  const themes = new Map()
  const source = highlightSource(
    live,
    () => themes,
    () => 'no theme',
  )
  return { source, rows, listeners }
}

test('a live theme that comes to show a highlight draws that one anew, and no other', () => {
  const { source, listeners } = twoHighlights()
  expect(source.all().map(({ themes, label }) => [themes, label])).toEqual([
    [[], 'no theme'],
    [[], 'no theme'],
  ])
  const before = source.all()
  const heard: unknown[] = []
  const end = source.subscribe((change) => heard.push(change))
  const members: LiveMembers = new Map([['b', [star]]])
  source.showLive(members)
  expect(source.all()[0]).toBe(before[0])
  expect(source.find('b')).toMatchObject({ themes: [star.id], label: '星标' })
  expect(heard).toEqual([{ removed: [before[1]], added: [source.find('b')] }])

  source.showLive(members)
  source.showLive(new Map([['b', [star]]]))
  expect(heard).toHaveLength(1)
  source.showLive(NO_MEMBERS)
  expect(heard).toHaveLength(2)
  expect(source.all()).toEqual(before)
  end()
  source.showLive(members)
  expect(heard).toHaveLength(2)
  expect(listeners.size).toBe(0)
})

test('what changes in the document is drawn with the live themes that show it', () => {
  const { source, rows, listeners } = twoHighlights()
  source.showLive(new Map([['a', [star]]]))
  const heard: unknown[] = []
  source.subscribe((change) => heard.push(change))
  const [first] = rows
  for (const listen of listeners) listen({ removed: [], added: first ? [{ ...first }] : [] })
  expect(heard).toEqual([{ removed: [], added: [source.find('a')] }])
  expect(source.find('a')?.themes).toEqual([star.id])
})
