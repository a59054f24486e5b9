import { expect, test } from 'vitest'
import { isOurs, servedPath } from './scheme-path'

test('the root is index.html', () => {
  expect(servedPath('app://pingdian/')).toBe('index.html')
  expect(servedPath('app://pingdian')).toBe('index.html')
})

test('a path is served without its query and its fragment', () => {
  expect(servedPath('app://pingdian/assets/a%20b.js?v=1#x')).toBe('assets/a b.js')
})

test.each([
  'app://pingdian/%2e%2e%2f%2e%2e%2fetc/passwd',
  'app://pingdian/assets/..%2f..%2fsecret',
  'app://pingdian/..%5c..%5csecret',
  'app://pingdian/a%00.js',
  'app://pingdian/%ff',
])('%s leads out of the folder and is refused', (address) => {
  expect(servedPath(address)).toBeNull()
})

test('dots that the address itself resolves stay in the folder', () => {
  expect(servedPath('app://pingdian/../../etc/passwd')).not.toContain('..')
})

test.each(['app://other/index.html', 'https://pingdian/', 'file:///index.html', 'app://pingdian.example.org/', 'x'])(
  '%s is not ours',
  (address) => {
    expect(isOurs(address)).toBe(false)
    expect(servedPath(address)).toBeNull()
  },
)
