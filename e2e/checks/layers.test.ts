import { expect, test } from 'vitest'
import { measureLayers, RULES } from './layers'

test('every import goes the way the house allows', { timeout: 60_000 }, async () => {
  const { modules, summary } = await measureLayers()
  for (const room of ['shared/', 'electron/', 'renderer/', 'e2e/']) {
    expect(modules.filter(({ source }) => source.startsWith(room)).length, `modules seen in ${room}`).toBeGreaterThan(3)
  }
  const said = summary.violations.map(({ from, to, rule }) => {
    const why = RULES.find(({ name }) => name === rule.name)?.comment
    return `${from} imports ${to}: ${rule.name}. ${why}`
  })
  expect(said).toEqual([])
})
