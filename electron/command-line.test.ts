import { expect, test } from 'vitest'
import { filesOf } from './command-line'

test('a packaged program takes every plain argument as a file', () => {
  expect(filesOf(['/opt/pingdian', 'a.txt', '/x/b.md'], false, '/home/me')).toEqual(['/home/me/a.txt', '/x/b.md'])
})

test('on a checkout the first plain argument is the app and not a file', () => {
  expect(filesOf(['electron', '--no-sandbox', '/checkout', 'a.txt'], true, '/home/me')).toEqual(['/home/me/a.txt'])
})

test('switches are passed over wherever they stand', () => {
  const argv = ['electron', '--inspect=0', '-r', 'loader.js', '--user-data-dir=/tmp/x', '.', '--no-sandbox', 'a.txt']
  expect(filesOf(argv, true, '/w')).toEqual(['/w/a.txt'])
})

test('after a lone -- a name may begin with a hyphen', () => {
  expect(filesOf(['pingdian', '--', '-odd.txt', '--x'], false, '/w')).toEqual(['/w/-odd.txt', '/w/--x'])
})

test('names are resolved against the folder of the one who starts', () => {
  expect(filesOf(['pingdian', '../讲话 一.txt', '.'], false, '/w/here')).toEqual(['/w/讲话 一.txt', '/w/here'])
})

test('a bare start names no files', () => {
  expect(filesOf(['pingdian'], false, '/w')).toEqual([])
  expect(filesOf(['electron', '.', ''], true, '/w')).toEqual([])
})
