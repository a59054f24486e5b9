import { expect, test } from 'vitest'
import { whatDiffers } from './packages.mjs'

const locked = {
  '': {},
  'node_modules/a': { version: '1.0.0', integrity: 'x' },
  'node_modules/only-on-a-mac': { version: '1.0.0', optional: true },
}

test('what is installed as locked needs nothing, also without the packages of other systems', () => {
  expect(whatDiffers(locked, { 'node_modules/a': { version: '1.0.0', integrity: 'x' } })).toBeNull()
})

test('a missing package, another version and another content are told by name', () => {
  expect(whatDiffers(locked, {})).toBe('node_modules/a is not installed')
  expect(whatDiffers(locked, { 'node_modules/a': { version: '1.0.1', integrity: 'x' } })).toContain('another version')
  expect(whatDiffers(locked, { 'node_modules/a': { version: '1.0.0', integrity: 'y' } })).toContain('node_modules/a')
})
