import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packOriginal, unpackOriginal } from './original'

test('any file comes out as it went in, never larger, under the hash that others compute for it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat({ max: 40 }), (part, times) => {
      const file = Uint8Array.from({ length: part.length * times }, (_, at) => part[at % part.length] as number)
      const packed = packOriginal(file)
      expect(packed.hash).toBe(createHash('sha256').update(file).digest('hex'))
      expect(packed.bytes.length).toBeLessThanOrEqual(file.length)
      expect(unpackOriginal(packed)).toEqual(file)
    }),
  )
})

test('text is stored deflated, and what would only grow is stored plain', () => {
  const text = new TextEncoder().encode('评点是读书人的老办法。'.repeat(400))
  const packed = packOriginal(text)
  expect(packed.stored).toBe('deflate')
  expect(packed.bytes.length).toBeLessThan(text.length / 10)
  expect(packOriginal(new TextEncoder().encode('评'))).toMatchObject({ stored: 'plain', size: 3 })
  const zip = Uint8Array.from({ length: 99 }, (_, at) => [0x50, 0x4b, 3, 4][at] ?? 0)
  expect(packOriginal(zip)).toMatchObject({ stored: 'plain', size: 99 })
})

test('a damaged original is not handed out', () => {
  const packed = packOriginal(new TextEncoder().encode('一字一句'.repeat(100)))
  expect(() => unpackOriginal({ ...packed, bytes: packed.bytes.subarray(0, 4) })).toThrow()
})
