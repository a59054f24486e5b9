import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, timeIn } from './times'

const ZONES = ['UTC', 'Asia/Shanghai', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Monrovia']

test('the day is that of the time in the same zone, however often and in whatever order it is asked for', () => {
  const times = fc.integer({ min: Date.UTC(1965, 0, 1), max: Date.UTC(2035, 0, 1) })
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), times, fc.integer({ min: 0, max: 3_600_000 }), (zone, time, later) => {
      for (const each of [time, time + later, time]) expect(dayIn(each, zone)).toBe(timeIn(each, zone).slice(0, 10))
    }),
  )
})
