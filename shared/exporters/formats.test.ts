import { expect, test } from 'vitest'
import { translator } from '../messages'
import type { MessageKey } from '../messages/keys'
import { EXPORT_FORMATS, type ExportFormat, KEEPING_ORIGINALS } from './formats'
import { EXPORTERS } from './index'

const formats: readonly ExportFormat[] = EXPORT_FORMATS

test('what screens know of the formats is what the exporters say', () => {
  expect(formats.map(({ id }) => id)).toEqual(EXPORTERS.map(({ id }) => id))
  for (const { id, arranges, variants = [], printed, quotesInContext } of EXPORTERS) {
    expect(formats.find((each) => each.id === id)?.printed).toBe(printed)
    const known = formats.find((each) => each.id === id)?.variants ?? []
    expect(known.flatMap((variant) => variant.id ?? [])).toEqual(variants)
    expect(known.some((variant) => variant.quotesInContext)).toBe(quotesInContext ?? false)
    expect(new Set(known.flatMap((variant) => variant.arranges))).toEqual(new Set(arranges))
  }
})

test('what screens know of the files that formats keep is what the exporters say', () => {
  const keeping = EXPORTERS.filter(({ keepsOriginals }) => keepsOriginals)
  expect(KEEPING_ORIGINALS).toEqual(keeping.map(({ id }) => id))
})

test('every format and every variant has a name in words', () => {
  const say = translator('en')
  for (const { id, variants } of formats) {
    const words = ['name', 'about', ...variants.flatMap((variant) => variant.id ?? [])]
    for (const word of words) expect(say(`exportFormats.${id}.${word}` as MessageKey)).not.toContain('exportFormats')
  }
})
