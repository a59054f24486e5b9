import { expect, test } from 'vitest'
import { USUAL_APPEARANCE } from '../store/places'
import { CHOICES, nextOf, resized, zoomed } from './appearance'

test('the next choice after the last is the first', () => {
  expect(nextOf('stripes', USUAL_APPEARANCE)).toEqual({ stripes: 'left' })
  expect(nextOf('stripes', { ...USUAL_APPEARANCE, stripes: 'hidden' })).toEqual({ stripes: 'right' })
})

test('every choice is come by when going on', () => {
  for (const what of ['font', 'measure', 'spacing', 'alignment', 'stripes', 'snap'] as const) {
    let now = USUAL_APPEARANCE
    const seen = CHOICES[what].map(() => {
      now = { ...now, ...nextOf(what, now) }
      return now[what]
    })
    expect([...seen].sort()).toEqual([...CHOICES[what]].sort())
  }
})

test('the text grows and shrinks by tenths and stays readable', () => {
  expect(resized(1, 1)).toBe(1.1)
  expect(resized(1.1, -1)).toBe(1)
  expect(resized(2, 1)).toBe(2)
  expect(resized(0.7, -1)).toBe(0.7)
})

test('the window is enlarged step by step to its end, and comes back the same way', () => {
  expect([zoomed(1, 1), zoomed(1.75, 1), zoomed(3, 1)]).toEqual([1.1, 2, 3])
  expect([zoomed(1, -1), zoomed(2, -1), zoomed(0.8, -1)]).toEqual([0.9, 1.75, 0.8])
})
