import { expect, test } from 'vitest'
import { fold } from './fold'
import { foldPage } from './fold-page'
import { VARIANTS } from './fold-table'

test('the page of all that a search takes for the same is as the table says', async () => {
  await expect(foldPage()).toMatchFileSnapshot('fold-groups.md')
})

test('every group that the page lists becomes one character', () => {
  for (const group of VARIANTS.trim().split(/\s+/)) expect(new Set(fold(group)).size, group).toBe(1)
})
