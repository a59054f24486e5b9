import { expect, test } from 'vitest'
import type { Theme } from '../model/theme'
import { arrangeOf, FIRST_WISH, scopeOf, variantOf } from './wish'

const theme = (id: string, parent: string | null): Theme => ({
  id,
  project: 'p',
  parent,
  order: 0,
  name: id,
  colour: 'azurite',
  description: '',
  coder: 'k',
  created: 0,
})
const there = {
  documents: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  themes: [theme('top', null), theme('under', 'top'), theme('deep', 'under'), theme('other', null)],
  open: 'b',
}
const { scope } = FIRST_WISH

test('the open document, the chosen ones or all of them are meant', () => {
  expect(scopeOf(scope, there)).toEqual({ documents: ['b'] })
  expect(scopeOf(scope, { ...there, open: null })).toEqual({})
  expect(scopeOf({ ...scope, of: 'project' }, there)).toEqual({})
  expect(scopeOf({ ...scope, of: 'chosen', documents: ['c', 'gone', 'a'] }, there)).toEqual({ documents: ['a', 'c'] })
  expect(scopeOf({ ...scope, of: 'chosen' }, there)).toEqual({ documents: [] })
})

test('a theme stands for all under it, and one that is gone for nothing', () => {
  const all = { ...scope, of: 'project' } as const
  expect(scopeOf({ ...all, themes: ['under', 'gone'] }, there)).toEqual({ themes: ['under', 'deep'] })
  expect(scopeOf({ ...all, themes: ['gone'] }, there)).toEqual({})
})

test('a live theme stands for the passages that it shows, beside themes', () => {
  const all = { ...scope, of: 'project' } as const
  const live = new Map([
    ['star', ['h1', 'h2']],
    ['note', ['h2']],
  ])
  expect(scopeOf({ ...all, themes: ['star', 'note', 'deep'] }, { ...there, live })).toEqual({
    themes: ['deep'],
    passages: ['h1', 'h2'],
  })
  expect(scopeOf({ ...all, themes: ['star'] }, { ...there, live: new Map([['star', []]]) })).toEqual({ passages: [] })
})

test('both days of a range are in it, and what is no day is no bound', () => {
  const { from, until } = scopeOf({ ...scope, from: '2026-11-20', until: '2026-11-20' }, there)
  expect(from).toBe(new Date(2026, 10, 20).getTime())
  expect(until).toBe(new Date(2026, 10, 21).getTime())
  expect(scopeOf({ ...scope, from: 'soon', until: '' }, there)).toEqual({ documents: ['b'] })
})

test('what a format does not have is wished for in vain', () => {
  const wish = { format: 'docx', formats: { docx: { variant: 'report', arrange: 'time' } } } as const
  expect(variantOf(wish).id).toBe('report')
  expect(arrangeOf(variantOf(wish), wish.formats.docx)).toBe('time')
  expect(variantOf({ format: 'docx', formats: { docx: { variant: 'plain' } } }).id).toBe('document')
  expect(arrangeOf(variantOf({ format: 'qdpx', formats: {} }), { arrange: 'time' })).toBe('document')
})
