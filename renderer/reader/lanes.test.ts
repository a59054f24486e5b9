import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignLanes, placeNames, type Stretch, settleLanes } from './lanes'

const stretches = fc
  .array(
    fc.record({ start: fc.nat(200), length: fc.integer({ min: 1, max: 60 }), theme: fc.constantFrom('a', 'b', 'c') }),
  )
  .map((raw) =>
    raw
      .map(({ start, length, theme }, at): Stretch => ({ highlight: String(at), theme, start, end: start + length }))
      .sort((a, b) => a.start - b.start),
  )

test('stretches that overlap never share a lane', () => {
  fc.assert(
    fc.property(stretches, (given) => {
      const laned = assignLanes(given)
      for (const [at, one] of laned.entries()) {
        for (const other of laned.slice(at + 1)) {
          if (one.lane === other.lane) expect(other.start).toBeGreaterThanOrEqual(one.end)
        }
      }
    }),
  )
})

test('no more lanes are used than stretches stand over one place', () => {
  const laned = assignLanes([
    { highlight: '1', theme: 'a', start: 0, end: 10 },
    { highlight: '2', theme: 'b', start: 2, end: 8 },
    { highlight: '3', theme: 'c', start: 9, end: 20 },
    { highlight: '4', theme: 'a', start: 30, end: 40 },
  ])
  expect(laned.map(({ lane }) => lane)).toEqual([0, 1, 1, 0])
})

test('a theme keeps its lane while others stand beside it', () => {
  const laned = assignLanes([
    { highlight: '1', theme: 'long', start: 0, end: 100 },
    { highlight: '2', theme: 'x', start: 10, end: 20 },
    { highlight: '3', theme: 'y', start: 15, end: 40 },
    { highlight: '4', theme: 'y', start: 50, end: 60 },
    { highlight: '5', theme: 'x', start: 55, end: 70 },
  ])
  expect(laned.map(({ lane }) => lane)).toEqual([0, 1, 2, 2, 1])
})

test('stretches that share a line of the page never share a lane there', () => {
  const settled = settleLanes([
    { lane: 0, top: 0, bottom: 30 },
    { lane: 0, top: 0, bottom: 60 },
    { lane: 1, top: 30, bottom: 60 },
    { lane: 0, top: 60, bottom: 90 },
  ])
  expect(settled.map(({ lane }) => lane)).toEqual([0, 1, 2, 0])
})

test('names never stand over each other and never above their stripe', () => {
  expect(placeNames([0, 4, 30, 31], 16)).toEqual([0, 16, 32, 48])
  fc.assert(
    fc.property(fc.array(fc.nat(500)), (raw) => {
      const wishes = raw.sort((a, b) => a - b)
      const placed = placeNames(wishes, 16)
      placed.forEach((at, index) => {
        expect(at).toBeGreaterThanOrEqual(wishes[index] as number)
        if (index > 0) expect(at - (placed[index - 1] as number)).toBeGreaterThanOrEqual(16)
      })
    }),
  )
})
