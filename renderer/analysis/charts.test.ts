import { expect, test } from 'vitest'
import { legibleOn } from './chart-look'
import { spread } from './charts'

test('names at the ends of lines are moved apart as little as it takes, and keep their order', () => {
  const at = (...values: number[]) =>
    spread(
      values.map((value) => ({ value })),
      64,
      124,
    ).map(({ value }) => value)
  // 16 px a line on 64 px for a largest number of 64: names are 16 apart.
  expect(at(0, 40)).toEqual([0, 40])
  expect(at(20, 20)).toEqual([12, 28])
  expect(at(30, 20, 20)).toEqual([22 / 3, 22 / 3 + 16, 22 / 3 + 32])
  expect(at(10, 60, 62)).toEqual([10, 53, 69])
})

test('words on a ground have the colour that is told better from it', () => {
  expect(legibleOn('#f0f0f0', '#221d1a', '#fdfcf8')).toBe('#221d1a')
  expect(legibleOn('#2f6fb0', '#221d1a', '#fdfcf8')).toBe('#fdfcf8')
  expect(legibleOn('#7aa2cc', '#221d1a', '#fdfcf8')).toBe('#221d1a')
})
