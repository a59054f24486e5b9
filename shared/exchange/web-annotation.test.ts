import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from '../exporters/exporter'
import { webAnnotation as exporter } from '../exporters/web-annotation'
import { isEmpty } from '../model/changes'
import { plainText } from '../model/document'
import { type Problem, ProblemError } from '../result'
import type { Incoming } from './incoming'
import { merging } from './merging'
import { randomProject } from './random-project'
import { cameBack, carried, emptied, readingInto } from './round-trip.fixture'
import { webAnnotation } from './web-annotation'

const options: ExportOptions = { arrange: 'document', language: 'en', now: Date.UTC(2026, 10, 25), timeZone: 'UTC' }
const written = (from: ProjectSnapshot): Uint8Array =>
  (exporter.write(from, options) as ExportedFile[])[0]?.bytes as Uint8Array
const read = (bytes: Uint8Array, into: ProjectSnapshot, name = 'a.jsonld'): Incoming =>
  webAnnotation.read({ name, bytes }, readingInto(into)) as Incoming
const of = (value: unknown, into: ProjectSnapshot = reading): Incoming =>
  read(new TextEncoder().encode(JSON.stringify(value)), into)
const keysOf = (problems: readonly Problem[]): string[] => problems.map(({ key }) => key)
const quotes = ({ records }: Incoming): string[] => (records.highlights ?? []).map(({ passage }) => passage.quote)
const summary = { key: 'changes.nothing' } as const

/** A project with one document, of which the address is known. */
const project = { id: '0193a000-0000-7000-8000-000000000001', name: 'Reading', created: 1 }
const TEXT = '关于读书。\n𠮷野家 is read slowly.\nAnd   read again, slowly.'
const reading: ProjectSnapshot = {
  ...emptied({ project }),
  documents: [
    {
      ...{ id: '0193a000-0000-7000-8000-000000000002', project: project.id, title: 'On Reading' },
      metadata: { url: 'https://www.example.org/reading/' },
      ...{ language: 'en', format: 'plain-text', fileName: 'reading.txt', content: 'c', length: TEXT.length },
      ...{ order: 0, created: 1 },
    },
  ],
  contents: [{ id: 'c', project: project.id, blocks: TEXT.split('\n').map((text) => ({ kind: 'paragraph', text })) }],
}

/** The documents of a project, which the annotations of it are set on. */
const documentsOf = (before: ProjectSnapshot): ProjectSnapshot => ({
  ...emptied(before),
  documents: before.documents,
  contents: before.contents,
})

test('annotations of a random project come back to its documents, field by field, save what the table of losses says', () => {
  fc.assert(
    fc.property(randomProject({ lost: true }), (before) => {
      const bytes = written(before)
      expect(webAnnotation.recognises({ name: 'any', bytes })).toBe(true)
      const incoming = read(bytes, documentsOf(before))
      expect(cameBack('web-annotation', incoming, before)).toEqual(carried('web-annotation', before))
      expect(incoming.report).toMatchObject({ name: before.project.name, unrepresented: [], missing: [] })
      expect(incoming.contents).toEqual([])
    }),
    { numRuns: Number(process.env.REFI_ROUND_TRIPS ?? 30) },
  )
})

test('annotations that come back into their own project change nothing', () => {
  fc.assert(
    fc.property(randomProject({ lost: true }), (before) => {
      const incoming = read(written(before), before)
      expect(merging({ into: before, incoming, taken: new Set(), now: 5, summary }).changes).toSatisfy(isEmpty)
    }),
    { numRuns: 20 },
  )
})

test('in a project without the documents each is made of what is quoted of it, and every passage stands in one', () => {
  const before = JSON.parse(
    readFileSync(new URL('../exporters/fixtures/snapshot.json', import.meta.url), 'utf8'),
  ) as ProjectSnapshot
  const { records, contents, report } = read(written(before), emptied({ project }))
  const marked = before.documents.filter(({ id }) => before.highlights.some(({ document }) => document === id))
  expect(records.documents?.map(({ title }) => title)).toEqual(marked.map(({ title }) => title))
  expect(keysOf(report.missing)).toEqual(marked.map(() => 'exchange.quotedOnly'))
  const texts = new Map(records.documents?.map(({ id, content }) => [id, contents.find((each) => each.id === content)]))
  for (const { document, passage, lost } of records.highlights ?? []) {
    expect(lost).toBeUndefined()
    const text = plainText(texts.get(document)?.blocks ?? [])
    expect(text.slice(passage.start, passage.end)).toBe(passage.quote)
  }
  expect(records.highlights?.length).toBe(before.highlights.length)
  expect(records.taggings?.length).toBe(before.taggings.length)
})

const source = 'http://example.org/reading#top'
const selecting = (...selector: object[]): object => ({
  source,
  selector: selector.length === 1 ? selector[0] : selector,
})
const quote = (exact: string, prefix = '', suffix = ''): object => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
})
const annotation = (more: object): object => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  ...more,
})

test('annotations of other programs are set on the document with their address', () => {
  const incoming = of([
    annotation({ id: 'http://x/1', target: selecting({ type: 'TextPositionSelector', start: 6, end: 9 }) }),
    annotation({ id: 'http://x/2', target: selecting(quote('slowly', 'read ', '.\n')) }),
    annotation({ id: 'http://x/3', target: selecting(quote('And read\n\n again')) }),
    annotation({ id: 'http://x/4', target: { source, selector: { type: 'FragmentSelector', value: 'char=0,2' } } }),
    annotation({
      ...{ id: 'http://x/5' },
      target: selecting({
        type: 'XPathSelector',
        value: '/p[2]',
        refinedBy: { type: 'TextPositionSelector', start: 0, end: 2 },
      }),
    }),
    annotation({ id: 'http://x/6', target: selecting(quote('nowhere at all, never written')) }),
  ])
  expect(quotes(incoming)).toEqual(['𠮷野家', 'slowly', 'And   read again', '关于', 'nowhere at all, never written'])
  expect(incoming.records.highlights?.map(({ lost }) => lost !== undefined)).toEqual([false, false, false, false, true])
  expect(incoming.records.documents).toEqual([])
  expect(keysOf(incoming.report.unrepresented)).toEqual(['exchange.noWords'])
  expect(keysOf(incoming.report.repaired)).toEqual(['exchange.notInText'])
})

test('bodies become themes and notes by their purpose, or by what the annotation was made for', () => {
  const bodies = [
    { type: 'TextualBody', purpose: 'tagging', value: ' Reading  slowly ' },
    { type: 'SpecificResource', purpose: 'classifying', source: { id: 'http://themes/1', label: 'Manner / Speed' } },
    { type: 'SpecificResource', purpose: 'identifying', source: 'http://www.wikidata.org/entity/Close_reading' },
    { type: 'TextualBody', format: 'text/html', value: '<p>One &amp; two</p><p>three</p>' },
    { type: 'TextualBody', purpose: 'replying', value: 'No.', creator: 'https://orcid.org/0000-0001' },
    'http://example.org/essay',
  ]
  const target = selecting(quote('slowly', 'read ', '.\n'))
  const creator = { id: 'http://people/wang', name: ['Wang'], nickname: 'wang fang' }
  const { records } = of({
    ...{ type: 'AnnotationPage' },
    items: [
      annotation({
        id: 'http://x/1',
        motivation: 'commenting',
        creator,
        created: '2015-01-28T12:00:00Z',
        target,
        body: bodies,
      }),
      annotation({ id: 'http://x/2', motivation: 'tagging', target, body: { type: 'TextualBody', value: 'Speed' } }),
      annotation({ id: 'http://x/3', target, bodyValue: 'Only words' }),
      annotation({ id: 'http://x/4', target: source, bodyValue: 'About all of it' }),
    ],
  })
  expect(records.themes?.map(({ name, parent }) => [name, parent === null])).toEqual([
    ['Reading slowly', true],
    ['Manner', true],
    ['Speed', false],
    ['Close reading', true],
  ])
  expect(records.taggings?.length).toBe(4)
  expect(records.taggings?.at(-1)?.theme).toBe(records.themes?.[2]?.id)
  expect(records.notes?.map(({ text, about }) => [about.kind, text])).toEqual([
    ['highlight', 'One & two\n\nthree'],
    ['highlight', 'No.'],
    ['highlight', '<http://example.org/essay>'],
    ['highlight', 'Only words'],
    ['document', 'About all of it'],
  ])
  expect(records.coders?.map(({ name }) => name)).toEqual(['wang fang', 'https://orcid.org/0000-0001', 'I'])
  expect(records.highlights?.[0]?.created).toBe(Date.UTC(2015, 0, 28, 12))
})

test('the same file taken in twice meets itself', () => {
  const page = {
    type: 'AnnotationPage',
    items: [annotation({ target: 'urn:x', bodyValue: 'A' }), annotation({ target: selecting(quote('slowly')) })],
  }
  const ids = (): (string | undefined)[] => Object.values(of(page).records).flatMap((list) => list.map(({ id }) => id))
  expect(ids()).toEqual(ids())
})

test('annotations that name no text, as of Recogito, are of the only text that there is', () => {
  const incoming = of([annotation({ body: [], target: { selector: [quote('读书')] } })])
  expect(quotes(incoming)).toEqual(['读书'])
  expect(incoming.records.documents).toEqual([])
  expect(incoming.records.highlights?.[0]?.document).toBe(reading.documents[0]?.id)
})

test('annotations that stand on a line each are read like a list', () => {
  const lines = ['读书', 'slowly.'].map((exact) =>
    JSON.stringify(annotation({ target: selecting(quote(exact, exact === '读书' ? '' : 'again, ')) })),
  )
  const incoming = read(new TextEncoder().encode(`${lines.join('\r\n')}\n`), reading)
  expect(quotes(incoming)).toEqual(['读书', 'slowly.'])
})

test('expanded JSON-LD, prefixes, Open Annotation and ranges of positions say the same as the Web Annotation context', () => {
  const OA = 'http://www.w3.org/ns/oa#'
  const address = 'https://www.example.org/reading/'
  const expanded = [
    {
      '@id': 'http://ex.org/1',
      '@type': [`${OA}Annotation`],
      [`${OA}motivatedBy`]: [{ '@id': `${OA}commenting` }],
      [`${OA}hasTarget`]: [
        {
          [`${OA}hasSource`]: [{ '@id': address }],
          [`${OA}hasSelector`]: [{ '@type': [`${OA}TextQuoteSelector`], [`${OA}exact`]: [{ '@value': '读书' }] }],
        },
      ],
      [`${OA}hasBody`]: [
        {
          '@type': [`${OA}TextualBody`],
          [`${OA}hasPurpose`]: [{ '@id': `${OA}tagging` }],
          'http://www.w3.org/1999/02/22-rdf-syntax-ns#value': [{ '@value': 'slow' }],
        },
      ],
    },
  ]
  const open = {
    '@context': 'http://iiif.io/api/presentation/2/context.json',
    ...{ '@id': 'http://ex.org/2', '@type': 'oa:Annotation', motivation: ['oa:commenting'] },
    resource: [
      { '@type': 'dctypes:Text', format: 'text/html', chars: '<p>old</p>' },
      { '@type': 'oa:Tag', chars: 'slow' },
    ],
    on: { '@type': 'oa:SpecificResource', full: address, selector: { '@type': 'oa:TextQuoteSelector', exact: '读书' } },
  }
  const edge = (start: number) => ({ type: 'TextPositionSelector', start, end: start })
  const selector = { type: 'RangeSelector', startSelector: edge(2), endSelector: edge(4) }
  const range = { type: 'Annotation', target: { source: address, selector } }
  for (const [value, themes, notes] of [
    [expanded, ['slow'], []],
    [open, ['slow'], ['old']],
    [range, [], []],
  ] as const) {
    const incoming = of(value)
    expect(quotes(incoming)).toEqual(['读书'])
    expect(incoming.records.themes?.map(({ name }) => name)).toEqual(themes)
    expect(incoming.records.notes?.map(({ text }) => text)).toEqual(notes)
    expect(incoming.report).toMatchObject({ repaired: [], unrepresented: [], missing: [] })
  }
  expect(keysOf(of({ type: 'Annotation', body: 'http://ex.org/about-nothing' }).report.unrepresented)).toEqual([
    'exchange.noTarget',
  ])
})

test('a page that is not in the file, and a target that is none, are told', () => {
  const { report } = of({ type: 'AnnotationCollection', label: 'L', first: 'http://x/page1' })
  expect(keysOf(report.missing)).toEqual(['exchange.missingPage'])
  const two = {
    ...reading,
    documents: reading.documents.flatMap((each) => [each, { ...each, id: `${each.id.slice(0, -1)}3` }]),
  }
  expect(keysOf(of([annotation({ target: { selector: quote('a') } })], two).report.unrepresented)).toEqual([
    'exchange.noTarget',
  ])
})

test.each([
  ['{"type": "Annotation",', 'exchange.notJson'],
  ['{"a": 1}', 'exchange.noAnnotations'],
  ['[1, "x"]', 'exchange.noAnnotations'],
  ['"x"', 'exchange.noAnnotations'],
])('%s is refused with a sentence', (text, key) => {
  expect(() => read(new TextEncoder().encode(text), reading)).toThrow(expect.objectContaining({ message: key }))
  expect(() => read(new TextEncoder().encode(text), reading)).toThrow(ProblemError)
})

test('what is nested without end is read as far as makes sense', () => {
  const deep = (open: string, close: string, inside: string): string =>
    open.repeat(20_000) + inside + close.repeat(20_000)
  const selector = deep('{"type":"XPathSelector","refinedBy":', '}', '{"type":"TextQuoteSelector","exact":"slowly"}')
  const text = `[{"type":"Annotation","target":{"source":"${source}","selector":${selector}}}]`
  expect(keysOf(read(new TextEncoder().encode(text), reading).report.unrepresented)).toEqual(['exchange.noWords'])
  expect(() => read(new TextEncoder().encode(deep('[', ']', '')), reading)).not.toThrow(RangeError)
})
