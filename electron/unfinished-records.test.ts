import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthOfWholeRecords } from './unfinished-records'

const BLOCK = 32_768

/** Writes records as LevelDB's log::Writer does (checksums aside); answers with where each ends. */
function written(sizes: readonly number[]): { log: Uint8Array; ends: number[] } {
  const bytes: number[] = []
  const ends: number[] = []
  for (const size of sizes) {
    let left = size
    let begin = true
    do {
      const room = BLOCK - (bytes.length % BLOCK)
      if (room < 7) bytes.push(...new Array<number>(room).fill(0))
      const available = BLOCK - (bytes.length % BLOCK) - 7
      const piece = Math.min(left, available)
      const end = piece === left
      const type = begin ? (end ? 1 : 2) : end ? 4 : 3
      bytes.push(9, 9, 9, 9, piece & 0xff, piece >> 8, type)
      for (let at = 0; at < piece; at += 1) bytes.push(7)
      left -= piece
      begin = false
    } while (left > 0)
    ends.push(bytes.length)
  }
  return { log: Uint8Array.from(bytes), ends }
}

test('a log of whole records needs no mending', () => {
  const { log } = written([10, 40_000, 0, 32_761, 5])
  expect(lengthOfWholeRecords(log)).toBeNull()
  expect(lengthOfWholeRecords(new Uint8Array(0))).toBeNull()
})

test('a log that ends inside a record is whole up to the record before, wherever it was cut', () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 20_000, max: 70_000 })), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(sizes, fc.nat(), (given, cut) => {
      const { log, ends } = written(given)
      const length = 1 + (cut % log.length)
      const before = ends.filter((end) => end <= length).at(-1) ?? 0
      const mended = lengthOfWholeRecords(log.subarray(0, length))
      if (before === length) expect(mended).toBeNull()
      else expect(mended ?? length).toBeLessThanOrEqual(length)
      if (mended !== null) expect(mended).toBe(before)
    }),
    { numRuns: 40 },
  )
})

test('what is no unfinished write is left alone', () => {
  const { log } = written([100, 100])
  const strange = log.slice()
  strange[6] = 9
  expect(lengthOfWholeRecords(strange)).toBeNull()
  expect(lengthOfWholeRecords(new Uint8Array(64))).toBeNull()
})
