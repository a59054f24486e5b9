import { expect, test } from 'vitest'
import { placeFrom, SMALLEST } from './window-place'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const text = (bounds: object | null, maximised = false) => JSON.stringify({ bounds, maximised })

test('a place on a screen is remembered', () => {
  const bounds = { x: 100, y: 50, width: 1200, height: 800 }
  expect(placeFrom(text(bounds, true), [screen])).toEqual({ bounds, maximised: true })
})

test('a place on a screen that is gone is forgotten', () => {
  const bounds = { x: 2500, y: 50, width: 1200, height: 800 }
  expect(placeFrom(text(bounds), [screen]).bounds).toBeNull()
  expect(placeFrom(text(bounds), [screen, { ...screen, x: 1920 }]).bounds).toEqual(bounds)
})

test('a window too small to use gets the smallest useful size', () => {
  const { bounds } = placeFrom(text({ x: 0, y: 0, width: 10, height: 10 }), [screen])
  expect(bounds).toBeNull()
  expect(placeFrom(text({ x: 0, y: 0, width: 300, height: 300 }), [screen]).bounds).toMatchObject(SMALLEST)
})

test.each(['', '{}', 'null', text({ x: 'a' }), '{"bounds":{"x":0,"y":0,"width":-5,"height":1},"maximised":false}'])(
  'the damaged text %j gives no place',
  (damaged) => {
    expect(placeFrom(damaged, [screen])).toEqual({ bounds: null, maximised: false })
  },
)
