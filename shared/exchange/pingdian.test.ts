import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from '../exporters/exporter'
import { pingdian as archive } from '../exporters/pingdian'
import { isEmpty } from '../model/changes'
import { packOriginal, unpackOriginal } from '../model/original'
import { ProblemError } from '../result'
import type { Incoming } from './incoming'
import { merging } from './merging'
import { pingdian } from './pingdian'
import { randomProject } from './random-project'
import { cameBack, carried, emptied, readingInto } from './round-trip.fixture'

const options: ExportOptions = { arrange: 'document', language: 'en', now: Date.UTC(2026, 10, 25), timeZone: 'UTC' }
const written = (from: ProjectSnapshot): Uint8Array =>
  (archive.write(from, options) as ExportedFile[])[0]?.bytes as Uint8Array
const read = (bytes: Uint8Array, into: ProjectSnapshot, name = 'p.pingdian'): Incoming =>
  pingdian.read({ name, bytes }, readingInto(into)) as Incoming
const [sample] = fc.sample(randomProject({ lost: true }), { numRuns: 1, seed: 11 }) as [ProjectSnapshot]

test('a random project goes out and comes back the same, every field of it, and once more changes nothing', () => {
  fc.assert(
    fc.property(randomProject({ lost: true, illegal: true }), (before) => {
      const bytes = written(before)
      expect(pingdian.recognises({ name: 'any', bytes })).toBe(true)
      const incoming = read(bytes, emptied(before))
      expect(cameBack('pingdian', incoming, before)).toEqual(carried('pingdian', before))
      expect(incoming.contents.map(({ id, blocks }) => ({ id, blocks }))).toEqual(
        before.contents.map(({ id, blocks }) => ({ id, blocks })),
      )
      expect(incoming.report).toMatchObject({ name: before.project.name, repaired: [], missing: [] })
      const summary = { key: 'changes.tookIn', params: { name: 'p' } } as const
      const again = merging({ into: before, incoming, taken: new Set(), now: 5, summary })
      expect(again.changes).toSatisfy(isEmpty)
    }),
    { numRuns: 25 },
  )
})

test('files come back byte for byte, and one that was changed is left out and told', () => {
  const file = new Uint8Array([0, 255, 1, 2, 3])
  const original = packOriginal(file)
  const contents = sample.contents.map((each) => ({ ...each, original: original.hash }))
  const bytes = written({ ...sample, contents, originals: [original] })
  const { originals } = read(bytes, emptied(sample))
  expect(originals.map(unpackOriginal)).toEqual([file])
  const files = { ...unzipSync(bytes), [`originals/${original.hash}`]: new Uint8Array([9]) }
  const changed = read(zipSync(files), emptied(sample))
  expect(changed.originals).toEqual([])
  expect(changed.report.repaired.map(({ key }) => key)).toEqual(['exchange.otherOriginal'])
})

const problemKey = (bytes: Uint8Array): unknown => {
  try {
    return read(bytes, emptied(sample)).report
  } catch (error) {
    return error instanceof ProblemError ? error.problem.key : error
  }
}
const withFile = (path: string, text: string): Uint8Array =>
  zipSync({ ...unzipSync(written(sample)), [path]: strToU8(text) })

test('an archive of a later version, or a damaged one, is refused with a sentence', () => {
  expect(problemKey(withFile('manifest.json', '{"format":"pingdian","version":2}'))).toBe('exchange.laterVersion')
  expect(problemKey(withFile('manifest.json', '{'))).toBe('exchange.damagedArchive')
  expect(problemKey(withFile('records/themes.json', '{"a":1}'))).toBe('exchange.damagedArchive')
  expect(problemKey(withFile('contents/x.json', '{"id":"x","blocks":[{"kind":"paragraph","text":"a\\nb"}]}'))).toBe(
    'exchange.damagedArchive',
  )
  expect(problemKey(new Uint8Array([0x50, 0x4b, 3, 4]))).toBe('import.zipDamaged')
})

test('records that are not whole, and those whose owners are missing, are left out and counted', () => {
  const bytes = withFile('records/themes.json', '[{"id":7},null]')
  const { records, report } = read(bytes, emptied(sample))
  expect(records.themes).toEqual([])
  expect(records.taggings).toEqual([])
  const lost = 2 + sample.taggings.length + sample.notes.filter(({ about }) => about.kind === 'theme').length
  expect(report.repaired).toEqual([{ key: 'exchange.leftOut', params: { count: lost } }])
})
