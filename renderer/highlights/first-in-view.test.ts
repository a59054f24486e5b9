import { expect, test } from 'vitest'
import { firstInView } from './first-in-view'
import type { Marked } from './marked'

const rows = [10, 50, 60, 200].map(
  (start) => ({ highlight: { id: String(start), passage: { start, end: start + 5 } } }) as Pick<Marked, 'highlight'>,
)

test('the first highlight that begins in view is shown', () => {
  expect(firstInView(rows, { start: 20, end: 100 }, null)).toBe('50')
  expect(firstInView(rows, { start: 0, end: 10 }, null)).toBe('10')
})

test('the chosen one is kept while it is in view', () => {
  expect(firstInView(rows, { start: 20, end: 100 }, '60')).toBe('60')
  expect(firstInView(rows, { start: 20, end: 100 }, '200')).toBe('50')
})

test('where none begins nothing is shown', () => {
  expect(firstInView(rows, { start: 70, end: 190 }, null)).toBeNull()
  expect(firstInView([], { start: 0, end: 10 }, 'x')).toBeNull()
})
