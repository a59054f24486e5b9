import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyProject } from '../exporters/empty-project'
import type { ProjectSnapshot } from '../exporters/exporter'
import type { SourceFile } from '../importers/importer'
import { isEmpty } from '../model/changes'
import { plainText } from '../model/document'
import type { Problem } from '../result'
import { applied } from './applied'
import { brat } from './brat'
import type { Incoming } from './incoming'
import { readerOf } from './index'
import { merging } from './merging'
import { readingInto } from './round-trip.fixture'

const empty = emptyProject({ id: '0193a000-0000-7000-8000-000000000001', name: 'New', created: 1 })
const file = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) })
const keysOf = (problems: readonly Problem[]): string[] => problems.map(({ key }) => key)

const TEXT = '𠮷田先生 founded Acme Corp\nin Osaka, and left it 😃 in 1999.\nHe may return.'
const ANN = `T1\tPerson 0 4\t𠮷田先生
T2\tOrganization 13 22\tAcme Corp
T3\tPlace 26 31\tOsaka
T4\tFound 5 12\tfounded
T5\tOrganization 18 22;23 31\tCorp in Osaka
T6\tLeave 37 41;47 54\tleft in 1999
E1\tFound:T4 Agent:T1 Thing:T2
E2\tLeave:T6 Agent:T1 Cause:E1
R1\tLocated Arg1:T2 Arg2:T3
*\tAlias T2 T5
A1\tNegation E2
A2\tConfidence T2 High
M1\tSpeculation R1
N1\tReference T3 Wikipedia:22094\tOsaka
#1\tAnnotatorNotes T1\tIs this *he*?
#2\tAnnotatorNotes R1\tlook again
#3\tNormalization T1\tQ42
nonsense
`

const read = (ann: string, text: string | undefined, into: ProjectSnapshot = empty): Incoming =>
  brat.read(file('speech.ann', ann), {
    ...readingInto(into),
    beside: text === undefined ? [] : [file('speech.txt', text)],
  }) as Incoming
const taken = (incoming: Incoming, into: ProjectSnapshot = empty) =>
  merging({ into, incoming, taken: new Set(), now: 5, summary: { key: 'changes.nothing' } })

test('a pair is recognised by its annotations, and one without any too', () => {
  expect(readerOf(file('speech.ann', ANN))?.id).toBe('brat')
  expect(readerOf(file('speech.ann', ''))?.id).toBe('brat')
  expect(readerOf(file('speech.ann', 'words'))).toBeUndefined()
  expect(readerOf(file('speech.txt', ANN))).toBeUndefined()
})

test('the text is the document, types are themes, and code points are counted', () => {
  const { records, contents } = read(ANN, TEXT)
  expect(records.documents?.map(({ title, fileName }) => [title, fileName])).toEqual([['speech', 'speech.txt']])
  expect(plainText(contents[0]?.blocks ?? [])).toBe(TEXT)
  expect(records.highlights?.map(({ passage }) => passage.quote)).toEqual([
    ...['𠮷田先生', 'Acme Corp', 'Osaka', 'founded', 'Corp\nin Osaka', 'left', 'in 1999'],
  ])
  for (const { passage } of records.highlights ?? []) expect(TEXT.slice(passage.start, passage.end)).toBe(passage.quote)
  const parents = new Map(records.themes?.map(({ id, name }) => [id, name]))
  expect(records.themes?.map(({ name, parent }) => [name, parent && parents.get(parent)])).toEqual([
    ...[
      ['Person', null],
      ['Organization', null],
      ['Confidence', null],
      ['High', 'Confidence'],
      ['Place', null],
    ],
    ...[
      ['Found', null],
      ['Leave', null],
      ['Negation', null],
    ],
  ])
})

test('relations, the parts of events and pieces are links; notes and entries of lists are notes', () => {
  const { records, report } = read(ANN, TEXT)
  const quotes = new Map(records.highlights?.map(({ id, passage }) => [id, passage.quote]))
  expect(records.links?.map(({ from, to, relation }) => [quotes.get(from), relation, quotes.get(to)])).toEqual([
    ['left', 'goes on', 'in 1999'],
    ['founded', 'Agent', '𠮷田先生'],
    ['founded', 'Thing', 'Acme Corp'],
    ['left', 'Agent', '𠮷田先生'],
    ['left', 'Cause', 'founded'],
    ['Acme Corp', 'Located', 'Osaka'],
    ['Acme Corp', 'Alias', 'Corp\nin Osaka'],
  ])
  expect(records.notes?.map(({ about, text }) => [quotes.get(about.id), text])).toEqual([
    ['𠮷田先生', 'Is this \\*he\\*?'],
    ['𠮷田先生', 'Normalization Q42'],
    ['Acme Corp', 'look again'],
    ['Osaka', 'Wikipedia:22094 Osaka'],
  ])
  expect(keysOf(report.unrepresented)).toEqual(['exchange.linesNotRead', 'exchange.attributeOfLink'])
  expect(keysOf(report.repaired)).toEqual([
    ...['exchange.attributeIsTheme', 'exchange.noteAtPassage', 'exchange.inPieces'],
  ])
  expect(report.missing).toEqual([])
})

test('line ends of two characters count as such, and as one where the words say so; units of UTF-16 too', () => {
  const windows = TEXT.replaceAll('\n', '\r\n')
  const at = (source: string, words: string, unit: 'points' | 'units'): string => {
    const start = source.indexOf(words)
    const count = (offset: number): number => (unit === 'units' ? offset : [...source.slice(0, offset)].length)
    return `T1\tX ${count(start)} ${count(start + words.length)}\t${words}`
  }
  for (const [ann, told] of [
    [at(windows, 'return', 'points'), []],
    [at(TEXT, 'return', 'points'), ['exchange.countsLineEndsOne']],
    [at(windows, 'return', 'units'), ['exchange.countsUtf16']],
  ] as const) {
    const { records, report } = read(ann, windows)
    expect(records.highlights?.[0]?.passage).toMatchObject({ quote: 'return', start: TEXT.indexOf('return') })
    expect(keysOf(report.repaired)).toEqual(told)
  }
})

test('words that stand elsewhere are looked for, and those that are nowhere come in as lost; both are told', () => {
  const { records, report } = read('T1\tX 0 5\tOsaka\nT2\tY 3 11;20 24\tno words here\n', TEXT)
  expect(records.highlights?.map(({ passage, lost }) => [passage.quote, lost !== undefined])).toEqual([
    ['Osaka', false],
    ['no words', true],
    ['here', true],
  ])
  expect(keysOf(report.repaired)).toEqual(['exchange.inPieces', 'exchange.notInText'])
})

test('without the text, passages are set on the document of the project, or on one made of what is quoted', () => {
  const quoted = read(ANN, undefined)
  expect(keysOf(quoted.report.missing)).toEqual(['exchange.quotedOnly'])
  const project = applied(empty, taken(read('', TEXT)))
  const [own] = project.documents
  const { records, contents } = read(ANN, undefined, project)
  expect(contents).toEqual([])
  expect(new Set(records.highlights?.map(({ document }) => document))).toEqual(new Set([own?.id]))
})

test('a pair that comes twice is met again, and one whose text was brought in before is set on that', () => {
  const once = applied(empty, taken(read(ANN, TEXT)))
  expect(isEmpty(taken(read(ANN, TEXT, once), once).changes)).toBe(true)
  const own = applied(empty, taken(read('', TEXT)))
  const [document] = own.documents
  const renamed = {
    ...own,
    documents: [{ ...document, id: '0193a000-0000-7000-8000-0000000000ff' }],
  } as ProjectSnapshot
  const { records } = read(ANN, TEXT, renamed)
  expect(records.documents).toEqual([])
  expect(records.highlights?.[0]?.document).toBe('0193a000-0000-7000-8000-0000000000ff')
})

test('several pairs come in together, each on its own text', () => {
  const incoming = brat.read(file('a.ann', 'T1\tX 0 1\t甲'), {
    ...readingInto(empty),
    beside: [file('b.ann', 'T1\tX 0 1\t乙'), file('b.txt', '乙'), file('a.txt', '甲')],
  }) as Incoming
  const titles = new Map(incoming.records.documents?.map(({ id, title }) => [id, title]))
  expect(incoming.records.highlights?.map(({ document, passage }) => [titles.get(document), passage.quote])).toEqual([
    ['a', '甲'],
    ['b', '乙'],
  ])
  expect(incoming.records.themes).toHaveLength(1)
})

test('whatever is marked in whatever text comes in at its place', () => {
  const words = fc.string({ unit: fc.constantFrom('甲', '𠮷', '😃', 'a', ' ', '\n'), minLength: 1, maxLength: 40 })
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 5 })
  fc.assert(
    fc.property(words, spans, (text, pairs) => {
      const points = [...text]
      const wanted = pairs
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
        .filter(([start, end]) => start < end && end <= points.length)
      const ann = wanted.map(
        ([start, end], at) => `T${at}\tX ${start} ${end}\t${points.slice(start, end).join('').replaceAll('\n', ' ')}`,
      )
      const { records } = read(ann.join('\n'), text)
      expect(records.highlights?.map(({ passage }) => passage.quote)).toEqual(
        wanted.map(([start, end]) => points.slice(start, end).join('')),
      )
    }),
    { numRuns: 60 },
  )
})
