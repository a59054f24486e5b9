import { expect, test } from 'vitest'
import { fileName, freeName } from './file-name'

test.each([
  ['讲话：一.md', '讲话：一.md'],
  ['a/b\\c:d.md', 'a-b-c-d.md'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['.hidden', 'hidden'],
  ['trailing. ', 'trailing'],
  ['line\nbreak', 'line-break'],
  ['CON.txt', '_CON.txt'],
  ['...', '_'],
  ['', '_'],
])('%j becomes %j', (name, expected) => {
  expect(fileName(name)).toBe(expected)
})

test('a long name is cut before its extension and never inside a character', () => {
  const short = fileName(`${'𠮷'.repeat(200)}.md`)
  expect(Buffer.byteLength(short)).toBeLessThanOrEqual(200)
  expect(short).toMatch(/^(𠮷)+\.md$/u)
})

test('a second copy gets a number before its extension', () => {
  expect(freeName('a.md', new Set())).toBe('a.md')
  expect(freeName('a.md', new Set(['a.md', 'a 2.md']))).toBe('a 3.md')
})
