import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codebookCsv } from '../exporters/codebook-csv'
import { codebookEntries } from '../exporters/codebook-entries'
import { emptyProject } from '../exporters/empty-project'
import type { ProjectSnapshot } from '../exporters/exporter'
import type { SourceFile } from '../importers/importer'
import { applied } from './applied'
import { codebookTable } from './codebook-table'
import type { Incoming } from './incoming'
import { readerOf } from './index'
import { merging } from './merging'
import { randomProject } from './random-project'
import { readingInto } from './round-trip.fixture'

const empty = emptyProject({ id: '0193a000-0000-7000-8000-000000000001', name: 'New', created: 1 })
const file = (words: string, name = 'codes.csv'): SourceFile => ({ name, bytes: new TextEncoder().encode(words) })
function taken(from: SourceFile, into: ProjectSnapshot = empty) {
  const incoming = codebookTable.read(from, readingInto(into)) as Incoming
  const summary = { key: 'changes.nothing' } as const
  return { incoming, ...merging({ into, incoming, taken: new Set(), now: 5, summary }) }
}
const pathsIn = (snapshot: ProjectSnapshot): unknown[] =>
  codebookEntries(snapshot).map(({ path, description }) => [path.join(' / '), description])

test('codebooks of Taguette, QualCoder and MAXQDA are known by their first rows, other lists are not', () => {
  for (const [words, paths] of [
    [
      'tag,description,number of highlights\r\n民生,"谁, 何时",3\r\n民生.读书,,0\r\n',
      [
        ['民生', '谁, 何时'],
        ['民生.读书', ''],
      ],
    ],
    [
      'code1\ncategory1>>category2>>code2,"a memo; of two, parts"\n',
      [
        ['code1', ''],
        ['category1', ''],
        ['category1 / category2', ''],
        ['category1 / category2 / code2', 'a memo; of two, parts'],
      ],
    ],
    [
      'Code;Memo\nA > B;said\nA\\C;\n',
      [
        ['A', ''],
        ['A / B', 'said'],
        ['A / C', ''],
      ],
    ],
  ] as const) {
    expect(readerOf(file(words))?.id).toBe('codebook')
    expect(pathsIn(applied(empty, taken(file(words)))).toSorted()).toEqual(paths.map((each) => [...each]).toSorted())
  }
  for (const words of ['name,description\na,b\n', 'title,text\na>>b,c\nd,e,f\n', 'code,memo,author\na,b,c\n'])
    expect(readerOf(file(words))).toBeUndefined()
  expect(readerOf(file('code1\na>>b\n', 'codes.txt'))).toBeUndefined()
})

test('a code whose name is only what parts names gives way to what is under it, and that is told', () => {
  const { incoming } = taken(file('A>>B,\n/>>C,\n'))
  expect(incoming.records.themes?.map(({ name }) => name)).toEqual(['A', 'B', 'C'])
  expect(incoming.report.repaired.map(({ key }) => key)).toEqual(['codebook.slash'])
})

test('the codebook of a project makes the same themes elsewhere, and none where it came from', () => {
  fc.assert(
    fc.property(randomProject(), fc.constantFrom('en', 'zh-Hans', 'zh-Hant'), (snapshot, language) => {
      fc.pre(snapshot.themes.length > 0)
      const { bytes } = codebookCsv(snapshot, { language })
      const book = { name: 'codes.csv', bytes }
      expect(taken(book, snapshot).changes.created).toEqual({})
      const once = taken(book)
      expect(pathsIn(applied(empty, once)).map((each) => (each as string[])[0])).toEqual(
        pathsIn(snapshot).map((each) => (each as string[])[0]),
      )
      expect(taken(book).incoming.records).toEqual(once.incoming.records)
    }),
    { numRuns: 20 },
  )
})
