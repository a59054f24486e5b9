import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomProject } from '../exchange/random-project'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from './exporter'
import { webAnnotation } from './web-annotation'

const schema = JSON.parse(readFileSync(new URL('./fixtures/web-annotation.schema.json', import.meta.url), 'utf8'))
const isValid = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(schema)
const options: ExportOptions = { arrange: 'document', language: 'en', now: Date.UTC(2026, 10, 25), timeZone: 'UTC' }

interface Written {
  readonly total: number
  readonly first: { readonly items: { readonly id: string; readonly target: { readonly selector?: object[] } }[] }
}
const written = (from: ProjectSnapshot): Written => {
  const [file] = webAnnotation.write(from, options) as ExportedFile[]
  return JSON.parse(new TextDecoder().decode(file?.bytes)) as Written
}

test('what goes out is what the Web Annotation Data Model demands, whatever is in the project', () => {
  fc.assert(
    fc.property(randomProject({ lost: true, illegal: true }), (project) => {
      const collection = written(project)
      expect(isValid(collection), JSON.stringify(isValid.errors)).toBe(true)
      expect(collection.total).toBe(collection.first.items.length)
      const ids = collection.first.items.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 40 },
  )
})

test('the schema refuses what the data model does not allow', () => {
  const snapshot = JSON.parse(readFileSync(new URL('./fixtures/snapshot.json', import.meta.url), 'utf8'))
  const sound = JSON.stringify(written(snapshot))
  expect(isValid(JSON.parse(sound))).toBe(true)
  for (const [from, to] of [
    ['"exact":', '"exacts":'],
    ['"start":', '"start":-'],
    ['"purpose":"tagging"', '"purpose":"naming"'],
    ['"urn:uuid:', '"no iri '],
    ['"type":"Annotation"', '"type":"Note"'],
    ['"first":', '"second":'],
    [/("created":"[^"]*)Z"/, '$1"'],
  ] as const) {
    const broken = sound.replace(from, to)
    expect(broken).not.toBe(sound)
    expect(isValid(JSON.parse(broken)), String(from)).toBe(false)
  }
})
