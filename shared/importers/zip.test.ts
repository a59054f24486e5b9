import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ProblemError } from '../result'
import { OFFICE_LIMITS, openZip, type Zip, type ZipLimits } from './zip'

const keyOf = (work: () => unknown): string | undefined => {
  try {
    work()
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.key
    throw error
  }
  return undefined
}
const open = (bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Zip =>
  openZip('a.zip', bytes, { ...OFFICE_LIMITS, ...limits })
const text = (zip: Zip, path: string): string => new TextDecoder().decode(zip.read(path))
const patched = (bytes: Uint8Array, from: readonly number[], change: (view: DataView, at: number) => void) => {
  const copy = bytes.slice()
  for (let at = 0; at < copy.length; at++) {
    if (from.every((byte, index) => copy[at + index] === byte)) change(new DataView(copy.buffer), at)
  }
  return copy
}
const CENTRAL = [0x50, 0x4b, 1, 2]

test('the entries of an archive are read by their paths, stored and deflated, folders left out', () => {
  const zip = open(
    zipSync({
      '一/二.txt': strToU8('文字'.repeat(500)),
      'b.bin': [Uint8Array.of(1, 2), { level: 0 }],
      'empty/': new Uint8Array(),
    }),
  )
  expect([...zip.entries.values()]).toEqual(
    [
      { path: '一/二.txt', size: 3000 },
      { path: 'b.bin', size: 2 },
    ].map((entry) => expect.objectContaining(entry)),
  )
  expect(text(zip, '一/二.txt')).toBe('文字'.repeat(500))
  expect(zip.read('b.bin')).toEqual(Uint8Array.of(1, 2))
  expect(zip.read('none')).toBeUndefined()
})

test('entries whose names lead out of the archive are refused by name, and Windows separators are read', () => {
  const zip = open(
    zipSync({
      '../evil.txt': strToU8('x'),
      'a/../../evil.txt': strToU8('x'),
      '/etc/passwd': strToU8('x'),
      'C:\\x.txt': strToU8('x'),
      '..\\x.txt': strToU8('x'),
      'folder\\good.txt': strToU8('good'),
      './also.txt': strToU8('also'),
    }),
  )
  expect([...zip.entries.keys()]).toEqual(['folder/good.txt', 'also.txt'])
  expect(zip.refused).toHaveLength(5)
  expect(text(zip, 'folder/good.txt')).toBe('good')
})

// Names as they lie in archives made on Windows without the UTF-8 flag.
const NAMES: readonly (readonly [string, string, string])[] = [
  ['Simplified Chinese', 'b9e3cef7c8d5b1a820323032302e747874', '广西日报 2020.txt'],
  ['Traditional Chinese', 'bc73a6e8a4e9b3f8a141bdd7a4e52e747874', '廣西日報，論文.txt'],
  ['Japanese', '93fa967b8cea82cc83658358836782c582b72e747874', '日本語のテストです.txt'],
  [
    'Korean',
    'c7d1b1b9beee20b9aebcad20b3edb9ae20c0dab7e120bdc5b9ae20b1e2bbe72e747874',
    '한국어 문서 논문 자료 신문 기사.txt',
  ],
  ['French', '6c27e974e92e747874', "l'été.txt"],
]
test.each(NAMES)('names in the encoding of %s Windows are restored', (_, hex, name) => {
  const raw = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  const latin = String.fromCharCode(...raw)
  // fflate writes a name of Latin-1 characters as UTF-8 with the flag, so a plain name of that length is replaced.
  const plain = 'n'.repeat(raw.length)
  const bytes = patched(zipSync({ [plain]: strToU8(latin) }), [...strToU8(plain)], (view, at) => {
    new Uint8Array(view.buffer).set(raw, at)
  })
  expect([...open(bytes).entries.keys()]).toEqual([name])
})

test('an archive that declares more than the limits allow is refused before anything is unpacked', () => {
  const zeros = zipSync({ 'a.xml': new Uint8Array(20_000_000), 'b.xml': new Uint8Array(20_000_000) })
  expect(keyOf(() => open(zeros, { total: 30_000_000 }))).toBe('import.zipTooLarge')
  const zip = open(zeros)
  expect(keyOf(() => zip.read('a.xml'))).toBe('import.zipTooLarge')
  const many = zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}`, new Uint8Array()])))
  expect(keyOf(() => open(many, { entries: 200 }))).toBe('import.zipTooMany')
})

test('an entry that unpacks to more than it declares is refused, and no more than that is unpacked', () => {
  const lying = patched(zipSync({ 'a.xml': new Uint8Array(20_000_000) }), CENTRAL, (view, at) =>
    view.setUint32(at + 24, 1000, true),
  )
  expect(keyOf(() => open(lying).read('a.xml'))).toBe('import.zipEntryDamaged')
})

test('a damaged entry, an encrypted one and one packed in an unknown way are told apart', () => {
  const good = zipSync({ 'a.txt': strToU8('words and more words, words and more words') })
  const wrongSum = patched(good, CENTRAL, (view, at) => view.setUint32(at + 16, 1, true))
  const encrypted = patched(good, CENTRAL, (view, at) => view.setUint16(at + 8, 1, true))
  const method = patched(good, CENTRAL, (view, at) => view.setUint16(at + 10, 12, true))
  expect(keyOf(() => open(wrongSum).read('a.txt'))).toBe('import.zipEntryDamaged')
  expect(keyOf(() => open(encrypted).read('a.txt'))).toBe('import.zipEncrypted')
  expect(keyOf(() => open(method).read('a.txt'))).toBe('import.zipMethod')
})

test('an archive cut short anywhere, or with any bytes changed, is read or refused with a problem', () => {
  const good = zipSync({ '一/二.txt': strToU8('文字'.repeat(50)), 'b.txt': [strToU8('plain'), { level: 0 }] })
  for (let length = 0; length < good.length; length++) {
    expect(keyOf(() => open(good.subarray(0, length)))).toBe('import.zipDamaged')
  }
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = good.slice()
      for (const [at, value] of changes) bytes[at] = value
      keyOf(() => {
        const zip = open(bytes)
        for (const path of zip.entries.keys()) zip.read(path)
      })
    }),
    { numRuns: 2000 },
  )
})
