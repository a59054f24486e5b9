import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ProjectSnapshot } from '../exporters/exporter'
import { isEmpty } from '../model/changes'
import { plainText } from '../model/document'
import type { Problem } from '../result'
import { applied } from './applied'
import { hypothesis } from './hypothesis'
import type { Incoming } from './incoming'
import { readerOf } from './index'
import { merging } from './merging'
import { emptied, readingInto } from './round-trip.fixture'

const FILE = {
  name: 'h.json',
  bytes: new Uint8Array(readFileSync(new URL('./fixtures/hypothesis.json', import.meta.url))),
}
const read = (into: ProjectSnapshot, file = FILE): Incoming => hypothesis.read(file, readingInto(into)) as Incoming
const of = (value: unknown, into: ProjectSnapshot = reading): Incoming =>
  read(into, { name: 'x.json', bytes: new TextEncoder().encode(JSON.stringify(value)) })
const keysOf = (problems: readonly Problem[]): string[] => problems.map(({ key }) => key)
const summary = { key: 'changes.nothing' } as const

const project = { id: '0193a000-0000-7000-8000-000000000001', name: 'Reading', created: 1 }
const TEXT = '关于读书。\n𠮷野家 is read slowly.\nAnd read again, slowly.'
const reading: ProjectSnapshot = {
  ...emptied({ project }),
  documents: [
    {
      ...{ id: '0193a000-0000-7000-8000-000000000002', project: project.id, title: 'On Reading' },
      metadata: { url: 'https://www.example.org/reading' },
      ...{
        language: 'en',
        format: 'html',
        fileName: 'r.html',
        content: 'c',
        length: TEXT.length,
        order: 0,
        created: 1,
      },
    },
  ],
  contents: [{ id: 'c', project: project.id, blocks: TEXT.split('\n').map((text) => ({ kind: 'paragraph', text })) }],
}

test('the answer of the API is recognised, and set on the documents with its addresses', () => {
  expect(readerOf(FILE)?.id).toBe('hypothesis')
  const { records, contents, report } = read(reading)
  const [first] = records.highlights ?? []
  expect(first?.document).toBe(reading.documents[0]?.id)
  expect(first?.passage).toMatchObject({ start: TEXT.indexOf('slowly'), quote: 'slowly' })
  expect(first?.created).toBe(Date.UTC(2024, 2, 5, 8, 0, 1, 334))
  expect(records.coders?.map(({ name }) => name)).toEqual(['李明', 'wang', 'I'])
  expect(records.documents?.map(({ title, metadata }) => [title, metadata.url])).toEqual([
    ['Elsewhere', 'https://example.org/elsewhere'],
  ])
  expect(plainText(contents[0]?.blocks ?? [])).toBe('Early\nwords come\nand then later words 𠮷 end.')
  expect(report).toMatchObject({ origin: 'Hypothesis' })
  expect(keysOf(report.missing)).toEqual(['exchange.furtherRows', 'exchange.replyToMissing', 'exchange.quotedOnly'])
  expect(keysOf(report.unrepresented)).toEqual(['exchange.groupsOfReaders', 'exchange.wholeSource'])
  expect(keysOf(report.repaired)).toEqual(['exchange.badDate'])
})

test('tags are themes, words are notes, and replies speak of the passage', () => {
  const { records } = read(reading)
  const names = new Map(records.themes?.map(({ id, name }) => [id, name]))
  const [first] = records.highlights ?? []
  expect(
    records.taggings?.filter(({ highlight }) => highlight === first?.id).map(({ theme }) => names.get(theme)),
  ).toEqual(['Speed', 'Care', 'Reply'])
  expect(new Set(records.taggings?.map(({ coder }) => coder)).size).toBe(2)
  expect(records.notes?.map(({ about, text }) => [about.kind, text])).toEqual([
    ['highlight', 'Why *slowly*? $x^2$'],
    ['highlight', 'Because of the reader.'],
    ['document', 'A page note'],
    ['highlight', 'First'],
    ['document', 'To nobody'],
  ])
  expect(records.notes?.[0]?.modified).toBe(Date.UTC(2024, 2, 6, 8, 0, 1, 334))
})

test('taken in again, after the passages were worked on, it changes nothing', () => {
  const taken = merging({ into: reading, incoming: read(reading), taken: new Set(), now: 5, summary })
  const after = applied(reading, taken)
  const worked = { ...after, highlights: after.highlights.map((each) => ({ ...each, star: true as const })) }
  const again = merging({ into: worked, incoming: read(worked), taken: new Set(), now: 9, summary })
  expect(again.changes).toSatisfy(isEmpty)
})

test('what the client exports and a list of annotations are read too', () => {
  const { rows } = JSON.parse(new TextDecoder().decode(FILE.bytes)) as { rows: object[] }
  const exported = { export_date: '2024-03-07', export_userid: 'liming', client_version: '1.1', annotations: rows }
  expect(of(exported).records).toEqual(read(reading).records)
  expect(of(rows).records).toEqual(read(reading).records)
})

test('a mark on a picture is told, and its words are a note on the document', () => {
  const target = [{ selector: [{ type: 'FragmentSelector', value: 'xywh=0,0,1,1' }] }]
  const { records, report } = of([{ id: 'x', uri: 'http://example.org/reading', text: 'See', target }])
  expect(keysOf(report.unrepresented)).toEqual(['exchange.noWords'])
  expect(records.notes?.map(({ about }) => about.kind)).toEqual(['document'])
})

test.each([
  ['{"rows": []}', 'exchange.noAnnotations'],
  ['{"rows": [1, null, {}]}', 'exchange.noAnnotations'],
  ['{"rows": [', 'exchange.notJson'],
])('%s is refused with a sentence', (text, key) => {
  expect(() => read(reading, { name: 'x.json', bytes: new TextEncoder().encode(text) })).toThrow(key)
})
