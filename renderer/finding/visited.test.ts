import fc from 'fast-check'
import { expect, test } from 'vitest'
import { go, leave, NOWHERE, type Spot, type Visited } from './visited'

const always = (): boolean => true
const spot = (offset: number, document = 'a'): Spot => ({ document, offset })

test('going back leads through the places that were left, the latest first, and forward again', () => {
  const jumped = [spot(0), spot(100), spot(50, 'b')].reduce(leave, NOWHERE)
  const first = go(jumped, 'back', spot(900, 'b'), always)
  expect(first?.to).toEqual(spot(50, 'b'))
  const second = go(first?.visited as Visited, 'back', spot(50, 'b'), always)
  expect(second?.to).toEqual(spot(100))
  expect(go(second?.visited as Visited, 'forward', spot(100), always)?.to).toEqual(spot(50, 'b'))
})

test('a jump forgets what lay ahead', () => {
  const back = go(leave(NOWHERE, spot(0)), 'back', spot(10), always)
  expect(back?.visited.ahead).toEqual([spot(10)])
  expect(leave(back?.visited as Visited, spot(0)).ahead).toEqual([])
})

test('a place is not remembered twice in a row, nor is one led to where one is', () => {
  expect(leave(leave(NOWHERE, spot(5)), spot(5)).behind).toEqual([spot(5)])
  expect(go(leave(NOWHERE, spot(5)), 'back', spot(5), always)).toBeNull()
})

test('places in documents that were removed are passed over', () => {
  const jumped = [spot(1, 'kept'), spot(2, 'gone')].reduce(leave, NOWHERE)
  expect(go(jumped, 'back', null, (document) => document === 'kept')?.to).toEqual(spot(1, 'kept'))
})

test('back and then forward leads to where one was', () => {
  const spots = fc.array(fc.record({ document: fc.constantFrom('a', 'b'), offset: fc.nat(50) }), { minLength: 1 })
  fc.assert(
    fc.property(spots, fc.nat(50), (left, offset) => {
      const here = spot(offset, 'c')
      const visited = left.reduce(leave, NOWHERE)
      const back = go(visited, 'back', here, always)
      expect(go(back?.visited as Visited, 'forward', back?.to ?? null, always)?.to).toEqual(here)
    }),
  )
})

test('no more than a hundred places are remembered', () => {
  const many = Array.from({ length: 250 }, (_, offset) => spot(offset)).reduce(leave, NOWHERE)
  expect(many.behind).toHaveLength(100)
  expect(many.behind.at(-1)).toEqual(spot(249))
})
