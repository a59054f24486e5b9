import { expect, test } from 'vitest'
import { makeLiveTheme } from '#shared/editing/live-themes'
import type { AnnotatedPassage } from '#shared/queries/annotations/annotations'
import { membersIn, NO_MEMBERS } from './live-members'

const theme = (name: string) =>
  makeLiveTheme({ project: 'p', name, query: { kind: 'star' }, others: [] }, { coder: 'c', now: 1 }).live
const [star, note] = [theme('星标'), theme('有注')]
const shows = (id: string): AnnotatedPassage => ({ highlight: { id } }) as AnnotatedPassage
const live = (starred: readonly string[], noted: readonly string[]) => [
  { theme: star, byDocument: new Map([['one', starred.map(shows)]]) },
  { theme: note, byDocument: new Map([['one', noted.map(shows)]]) },
]

test('a highlight has the live themes that show it, and keeps its list while they stay', () => {
  const first = membersIn(live(['a', 'b'], ['b']), 'one', NO_MEMBERS)
  expect([...first]).toEqual([
    ['a', [star]],
    ['b', [star, note]],
  ])
  expect(membersIn(live(['a', 'b'], ['b']), 'one', first)).toBe(first)
  const next = membersIn(live(['b'], ['b', 'c']), 'one', first)
  expect(next.get('a')).toBeUndefined()
  expect(next.get('b')).toBe(first.get('b'))
  expect(next.get('c')).toEqual([note])
  expect(membersIn(live(['a'], []), 'two', next)).toEqual(NO_MEMBERS)
})
