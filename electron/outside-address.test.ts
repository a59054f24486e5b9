import { expect, test } from 'vitest'
import { outsideAddress } from './outside-address'

test.each(['https://example.org/a?b#c', 'http://example.org/', 'mailto:reader@example.org'])(
  '%s may be opened',
  (it) => {
    expect(outsideAddress(it)).toBe(it)
  },
)

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'app://pingdian/',
  'smb://host/share',
  'vscode://x',
  'data:text/html,x',
  '//example.org',
  'example.org',
  '',
  ' \n',
])('%j is refused', (it) => {
  expect(outsideAddress(it)).toBeNull()
})

test('a scheme in capitals is the same scheme', () => {
  expect(outsideAddress('HTTPS://Example.org')).toBe('https://example.org/')
  expect(outsideAddress('FILE:///etc/passwd')).toBeNull()
})
