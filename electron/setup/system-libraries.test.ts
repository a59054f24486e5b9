import { expect, test } from 'vitest'
import { missingFrom } from './system-libraries.mjs'

test('a package counts as installed only when its status says so', () => {
  const listing = 'libnss3 ii \nlibgbm1 un \nlibgtk-3-0 rc \n'
  expect(missingFrom(['libnss3', 'libgbm1', 'libgtk-3-0', 'xvfb'], listing)).toEqual(['libgbm1', 'libgtk-3-0', 'xvfb'])
})

test('a package under its newer name counts too', () => {
  expect(missingFrom(['libgtk-3-0'], 'libgtk-3-0t64 ii \n')).toEqual([])
})
