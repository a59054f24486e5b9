import { expect, test } from 'vitest'
import { timeOf } from './time'

const now = new Date(2024, 4, 17, 16, 30).getTime()

test('a moment of today is told by its time, an earlier one by its day, one of another year by its year', () => {
  expect(timeOf(new Date(2024, 4, 17, 9, 5).getTime(), now, 'en')).toBe('09:05 AM')
  expect(timeOf(new Date(2024, 4, 16, 9, 5).getTime(), now, 'en')).toContain('May 16')
  expect(timeOf(new Date(2023, 4, 17, 9, 5).getTime(), now, 'en')).toContain('2023')
  expect(timeOf(new Date(2024, 4, 16, 9, 5).getTime(), now, 'zh-Hans')).toContain('5月16日')
  expect(timeOf(new Date(2024, 4, 16, 9, 5).getTime(), now, 'zh-Hant')).toContain('5月16日')
})
