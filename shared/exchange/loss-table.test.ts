import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lossTable } from './loss-table'

test('the README has the table of what each format does not carry, as the code says it', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, table] = /<!-- losses: [^>]*-->\n\n([\s\S]*?)\n\n<!-- \/losses -->/.exec(readme) ?? []
  expect(table, 'Put what lossTable() gives between the two comments.').toBe(lossTable())
})
