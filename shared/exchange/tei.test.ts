import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from '../exporters/exporter'
import { tei as exporter } from '../exporters/tei'
import { isEmpty } from '../model/changes'
import type { Block } from '../model/document'
import { passageOf } from '../model/passage'
import type { Problem } from '../result'
import type { Incoming } from './incoming'
import { merging } from './merging'
import { randomProject } from './random-project'
import { cameBack, carried, emptied, readingInto } from './round-trip.fixture'
import { tei } from './tei'

const options: ExportOptions = { arrange: 'document', language: 'en', now: Date.UTC(2026, 10, 25), timeZone: 'UTC' }
const written = (from: ProjectSnapshot): Uint8Array =>
  (exporter.write(from, options) as ExportedFile[])[0]?.bytes as Uint8Array
const read = (bytes: Uint8Array, into: ProjectSnapshot, name = 'p.xml'): Incoming =>
  tei.read({ name, bytes }, readingInto(into)) as Incoming
const of = (text: string): Incoming => read(new TextEncoder().encode(text), empty)
const keysOf = (problems: readonly Problem[]): string[] => problems.map(({ key }) => key)
const project = { id: '0193a000-0000-7000-8000-000000000001', name: 'New', created: 1 }
const empty = emptied({ project })

/** The `xml:id`s of a well-formed file, and the local ones that its pointers name. Throws when it is not well-formed. */
function idsIn(bytes: Uint8Array): { readonly ids: string[]; readonly named: string[] } {
  const ids: string[] = []
  const named: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ attributes }) => {
    for (const { name, value } of Object.values(attributes)) {
      if (name === 'xml:id') ids.push(value)
      if (['target', 'ana', 'who'].includes(name)) {
        const bare = value.replace(/#string-range\(([^)]*)\)/g, (_, parts: string) =>
          parts
            .split(',')
            .filter((_part, at) => at % 3 === 0)
            .map((id) => `#${id}`)
            .join(' '),
        )
        named.push(...bare.split(' ').map((each) => each.slice(1)))
      }
    }
  })
  parser.write(new TextDecoder().decode(bytes)).close()
  return { ids, named }
}

test('what goes out is well-formed, its ids are names of XML and unique, and every pointer leads to one', () => {
  fc.assert(
    fc.property(randomProject({ lost: true, illegal: true }), (from) => {
      const { ids, named } = idsIn(written(from))
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/)
      const known = new Set(ids)
      expect(named.filter((id) => !known.has(id))).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('a random project goes out and comes back the same, field by field, save what the table of losses says', () => {
  fc.assert(
    fc.property(randomProject({ lost: true }), (before) => {
      const bytes = written(before)
      expect(tei.recognises({ name: 'any', bytes })).toBe(true)
      const incoming = read(bytes, emptied(before))
      expect(cameBack('tei', incoming, before)).toEqual(carried('tei', before))
      expect(incoming.report).toMatchObject({ name: before.project.name, missing: [], unrepresented: [] })
    }),
    { numRuns: Number(process.env.REFI_ROUND_TRIPS ?? 30) },
  )
})

test('a project that comes back into itself changes nothing', () => {
  fc.assert(
    fc.property(randomProject({ lost: true }), (before) => {
      const summary = { key: 'changes.nothing' } as const
      const incoming = read(written(before), before)
      expect(merging({ into: before, incoming, taken: new Set(), now: 5, summary }).changes).toSatisfy(isEmpty)
    }),
    { numRuns: 15 },
  )
})

test('headings, lists, quotations, tables and notes keep what they are, and a passage across them keeps its ends', () => {
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: '一、𠮷' },
    { kind: 'paragraph', text: '  two  spaces\tand a tab ' },
    { kind: 'heading', level: 3, text: '' },
    { kind: 'listItem', level: 1, marker: '1.', text: 'one' },
    { kind: 'listItem', level: 2, marker: '•', text: 'two' },
    { kind: 'quotation', level: 1, text: 'quoted' },
    { kind: 'heading', level: 2, text: 'Second' },
    { kind: 'tableRow', text: 'a\tb' },
    { kind: 'code', text: ' x = 1 ' },
    { kind: 'caption', text: 'Figure' },
    { kind: 'footnote', marker: '1', text: 'note' },
  ]
  const text = blocks.map((block) => block.text).join('\n')
  const own = { project: project.id, created: 1 }
  const coder = { id: '0193a000-0000-7000-8000-00000000000c', ...own, name: 'C' }
  const document = {
    ...{ id: '0193a000-0000-7000-8000-000000000002', ...own, title: 'T', metadata: {}, language: 'zh-Hans' },
    ...{ format: 'html', fileName: 't.html', content: 'c', length: text.length, order: 0 },
  }
  const highlight = {
    ...{ id: '0193a000-0000-7000-8000-000000000003', ...own, document: document.id, coder: coder.id },
    passage: passageOf(text, 2, text.indexOf('quoted') + 3),
  }
  const incoming = read(
    written({
      ...{ ...empty, coders: [coder], documents: [document], highlights: [highlight] },
      contents: [{ id: 'c', project: project.id, blocks }],
    }),
    empty,
  )
  expect(incoming.contents[0]?.blocks).toEqual(blocks)
  expect(incoming.records.highlights?.[0]?.passage).toEqual(highlight.passage)
})

const FOREIGN = readFileSync(new URL('./fixtures/speech.tei.xml', import.meta.url), 'utf8')

test('texts of others come in with their structure, and what points to them from elsewhere and from within', () => {
  const { records, contents, report } = of(FOREIGN)
  expect(records.documents?.map(({ title, language, metadata }) => [title, language, metadata])).toEqual([
    ['A Speech', 'zh-Hans', { author: 'Deng', date: '1978-12-13' }],
  ])
  expect(contents[0]?.blocks.map(({ kind, text, marker }) => [kind, text, marker])).toEqual([
    ['heading', '解放思想', undefined],
    ['paragraph', '今天，我主要讲一个问题，解放思想。', undefined],
    ['listItem', 'First item', '1.'],
    ['listItem', 'Second', '2.'],
    ['paragraph', 'The whole of it.', undefined],
    ['footnote', '在会上。', '1'],
  ])
  const themes = new Map(records.themes?.map(({ id, name }) => [id, name]))
  const given = (records.highlights ?? []).map(({ id, passage }) => [
    passage.quote.split('\n').length > 1 ? '…' : passage.quote,
    ...(records.taggings ?? []).filter(({ highlight }) => highlight === id).map(({ theme }) => themes.get(theme)),
  ])
  expect(given).toEqual([['今天', '强调'], ['whole'], ['The whole of it.'], ['…', '强调'], ['解放思想', '重复']])
  expect(records.notes?.map(({ text }) => text)).toEqual(['Which?', 'On all of it'])
  expect(new Set(records.coders?.map(({ name }) => name))).toEqual(new Set(['Wang', 'Li Ming', 'I']))
  expect(keysOf(report.missing)).toEqual(['exchange.noPointer'])
})

test('what is no TEI, is broken or declares entities is refused with a sentence', () => {
  expect(() => of('<TEI><text></TEI>')).toThrow('exchange.notXml')
  expect(() => of('<html/>')).toThrow('exchange.noTei')
  expect(() => of('<!DOCTYPE TEI [<!ENTITY a "b">]><TEI/>')).toThrow('exchange.doctype')
})

test('interpretations inside a text are no part of it, a pointer to nothing is told, and a text of TEI P4 is read', () => {
  const incoming = of(
    '<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI><teiHeader><classDecl><taxonomy><category xml:id="c"><catDesc>Joy</catDesc></category></taxonomy></classDecl></teiHeader><text><body><p>So <seg xml:id="s" ana="#c #gone">happy</seg>.</p><spanGrp><span from="#s" ana="#c">a note</span></spanGrp></body></text></TEI>',
  )
  expect(incoming.contents.map(({ blocks }) => blocks.map(({ text }) => text))).toEqual([['So happy.']])
  expect(incoming.records.notes?.map(({ text }) => text)).toEqual(['a note'])
  expect(keysOf(incoming.report.missing)).toEqual(['exchange.noPointer'])
  const old = of('<TEI.2><teiHeader/><text><body><p>Old words.</p></body></text></TEI.2>')
  expect(old.contents.map(({ blocks }) => blocks.map(({ text }) => text))).toEqual([['Old words.']])
})
