import { expect, test } from 'vitest'
import { markerWidth } from './marker-width'

test('the usual markers fit into the usual indent, and long ones are told apart by their signs', () => {
  for (const usual of ['•', '1.', '12.', 'a)', 'iv.']) expect(markerWidth(usual)).toBeLessThanOrEqual(1.6)
  expect(markerWidth('（十二）')).toBe(4)
  expect(markerWidth('第一条')).toBe(3)
  expect(markerWidth('1998.')).toBeCloseTo(2.38)
})

test('a marker is never narrower than a part of it', () => {
  for (const whole of ['（十二）', 'MCMXCVIII.', '1998.', '']) {
    expect(markerWidth(whole)).toBeGreaterThanOrEqual(markerWidth(whole.slice(1)))
  }
})
