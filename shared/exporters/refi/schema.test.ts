import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { concatenated } from '../../concatenated'
import { randomProject } from '../../exchange/random-project'
import { plainText } from '../../model/document'
import type { ExportedFile, Exporter, ExportOptions, ProjectSnapshot } from '../exporter'
import { qdc } from '../qdc'
import { qdpx } from '../qdpx'
import { joined } from './joined'
import { originalsOf } from './originals'
import { projectXml } from './project'
import { schemaFaults } from './schema-faults'

const snapshot = JSON.parse(
  readFileSync(new URL('../fixtures/snapshot.json', import.meta.url), 'utf8'),
) as ProjectSnapshot
const schemas = new URL('../../../../shared/refi/', import.meta.url)
const hasSchemas = existsSync(new URL('Project.xsd', schemas))
const schema = (name: 'Project' | 'Codebook'): string => readFileSync(new URL(`${name}.xsd`, schemas), 'utf8')
const options: ExportOptions = {
  arrange: 'document',
  language: 'zh-Hans',
  now: Date.UTC(2026, 10, 22, 5, 6, 23),
  timeZone: 'Asia/Shanghai',
}
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const written = (exporter: Exporter, from: ProjectSnapshot): Uint8Array =>
  (exporter.write(from, options) as ExportedFile[])[0]?.bytes as Uint8Array
const qdeOf = (from: ProjectSnapshot): string =>
  decode(concatenated(projectXml(joined(from), originalsOf(from), options)))

/** How many random projects are held against the schema; REFI_PROJECTS asks for more. */
const RUNS = Number(process.env.REFI_PROJECTS ?? 500)
/** So many are handed to the validator in one call. */
const BATCH = 100

test('the golden project is a QDPX archive of its text files and project.qde', async () => {
  const files = unzipSync(written(qdpx, snapshot))
  expect(Object.keys(files)).toEqual(['project.qde', ...snapshot.documents.map(({ id }) => `sources/${id}.txt`)])
  for (const { id, content } of snapshot.documents) {
    const blocks = snapshot.contents.find((each) => each.id === content)?.blocks ?? []
    expect(decode(files[`sources/${id}.txt`])).toBe(plainText(blocks))
  }
  await expect(decode(files['project.qde'])).toMatchFileSnapshot('../fixtures/project.qde.xml')
})

test('the golden codebook is a QDC file', async () => {
  await expect(decode(written(qdc, snapshot))).toMatchFileSnapshot('../fixtures/codebook.qdc.xml')
})

test('the same project makes the same bytes', () => {
  expect(written(qdpx, snapshot)).toEqual(written(qdpx, snapshot))
})

test('positions are code points, the end exclusive', () => {
  fc.assert(
    fc.property(randomProject(), (project) => {
      const files = unzipSync(written(qdpx, project))
      const points = new Map(project.documents.map(({ id }) => [id, [...decode(files[`sources/${id}.txt`])]]))
      const qde = decode(files['project.qde'])
      for (const { id, document, passage } of project.highlights) {
        const [, start, end] =
          new RegExp(`guid="${id}"[^>]* startPosition="(\\d+)" endPosition="(\\d+)"`).exec(qde) ?? []
        const text = points.get(document)?.slice(Number(start), Number(end)).join('')
        expect(text).toBe(passage.quote)
      }
    }),
    { numRuns: 30 },
  )
})

test.skipIf(!hasSchemas)('the golden files are valid', async () => {
  expect(await schemaFaults(schema('Project'), [qdeOf(snapshot)])).toEqual([])
  expect(await schemaFaults(schema('Codebook'), [decode(written(qdc, snapshot))])).toEqual([])
})

test.skipIf(!hasSchemas)('the validator refuses what the schema does not allow', async () => {
  const broken = qdeOf(snapshot).replace('isCodable="true"', 'isCodable="perhaps"')
  expect((await schemaFaults(schema('Project'), [broken]))[0]).toContain('isCodable')
})

test.skipIf(!hasSchemas)(`${RUNS} random projects are valid, whatever is in their words`, async () => {
  const projects = fc.sample(randomProject({ illegal: true, lost: true }), RUNS)
  for (let at = 0; at < projects.length; at += BATCH) {
    const batch = projects.slice(at, at + BATCH)
    expect(await schemaFaults(schema('Project'), batch.map(qdeOf))).toEqual([])
    const codebooks = batch.filter(({ themes }) => themes.length > 0).map((each) => decode(written(qdc, each)))
    expect(await schemaFaults(schema('Codebook'), codebooks)).toEqual([])
  }
})
