import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomProject } from '../exchange/random-project'
import type { Exporter } from './exporter'
import { EXPORTERS } from './index'
import { stepsOf } from './progress'

const options = { language: 'en' as const, now: Date.UTC(2026, 10, 26), timeZone: 'Asia/Shanghai' }
const kinds = (exporters: readonly Exporter[]) =>
  exporters.flatMap((exporter) =>
    (exporter.variants ?? [undefined]).flatMap((variant) =>
      (exporter.arranges.length > 0 ? exporter.arranges : (['document'] as const)).map((arrange) => ({
        exporter,
        arrange,
        ...(variant !== undefined && { variant }),
      })),
    ),
  )
/** Themes alone are written at once. */
const isOfThemes = ({ id }: Exporter, variant = ''): boolean => id === 'qdc' || variant === 'codebook'
const many = fc
  .sample(randomProject(), { numRuns: 60, seed: 6 })
  .find(({ highlights, themes }) => themes.length > 3 && new Set(highlights.map(({ document }) => document)).size > 3)

test('every exporter tells how far it is, never less than before, and at the end that all is done', async () => {
  if (!many) throw new Error('A random project was expected to have highlights.')
  for (const { exporter, ...how } of kinds(EXPORTERS)) {
    const told: number[] = []
    await exporter.write(many, { ...options, ...how, onProgress: (done) => told.push(done) })
    const name = `${exporter.id} ${JSON.stringify(how)}`
    if (isOfThemes(exporter, how.variant)) continue
    expect(told.length, name).toBeGreaterThan(1)
    expect(told, name).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1), name).toBe(1)
  }
})

test('what is written does not depend on whether anyone is told', async () => {
  if (!many) throw new Error('A random project was expected to have highlights.')
  for (const { exporter, ...how } of kinds(EXPORTERS)) {
    const told = await exporter.write(many, { ...options, ...how, onProgress: () => {} })
    expect(told, exporter.id).toEqual(await exporter.write(many, { ...options, ...how }))
  }
})

test('steps are a part of the whole, and more of them than were counted on are no more than all of it', () => {
  const told: number[] = []
  const step = stepsOf((done) => told.push(done), 2, { from: 0.5, until: 0.9 })
  for (let at = 0; at < 3; at += 1) step()
  expect(told.map((each) => Math.round(each * 100))).toEqual([70, 90, 90])
})
