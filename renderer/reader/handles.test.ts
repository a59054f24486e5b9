import { expect, test } from 'vitest'
import { drawnTo } from './handles'

const EXTENT = { start: 10, end: 20 }

test('an end goes where it is drawn', () => {
  expect(drawnTo(EXTENT, 'start', 4)).toEqual({ start: 4, end: 20 })
  expect(drawnTo(EXTENT, 'end', 31)).toEqual({ start: 10, end: 31 })
})

test('no end passes the other: one character is left', () => {
  expect(drawnTo(EXTENT, 'start', 25)).toEqual({ start: 19, end: 20 })
  expect(drawnTo(EXTENT, 'end', 3)).toEqual({ start: 10, end: 11 })
})
