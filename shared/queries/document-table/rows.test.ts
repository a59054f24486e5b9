import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourceDocument } from '../../model/document'
import { groupsByDocument, type TableFacts } from './cells'
import { allColumns, type Column, type ColumnId, shownColumns } from './columns'
import { valuesIn } from './filter'
import { rowFinder, type TableView, USUAL_VIEW } from './rows'
import { trialAttribute, trialDocument } from './trial-documents'

const SCORE = trialAttribute('得分', 'number')
const GENRE = trialAttribute('体裁', 'choice', ['消息', '通讯', '评论'])
const COLUMNS = allColumns([SCORE, GENRE])
const column = (id: ColumnId): Column => COLUMNS.find((each) => each.id === id) as Column
const score: ColumnId = 'attribute 得分'
const genre: ColumnId = 'attribute 体裁'

const DOCUMENTS: readonly SourceDocument[] = [
  trialDocument('a', {
    title: '強首府',
    metadata: { date: '2020-11-12', source: '广西日报' },
    attributes: { 得分: 10, 体裁: '通讯' },
    length: 300,
  }),
  trialDocument('b', { title: '安心居', metadata: { date: '2021' }, attributes: { 得分: 9 }, length: 20 }),
  trialDocument('c', { title: '北部湾', metadata: { source: '右江日报' }, attributes: { 体裁: '消息' } }),
]
const FACTS: TableFacts = {
  groups: groupsByDocument([
    { id: 'g', project: 'p', name: '广西', parent: null, documents: ['a', 'b'], order: 0, created: 1 },
    { id: 'h', project: 'p', name: '右江', parent: 'g', documents: ['a'], order: 0, created: 1 },
  ]),
  highlights: new Map([['b', 7]]),
}
const rows = (view: Partial<TableView>, folded: readonly string[] = []) =>
  rowFinder()(
    DOCUMENTS,
    { ...USUAL_VIEW, ...view },
    { columns: COLUMNS, all: COLUMNS, facts: FACTS, folded: new Set(folded) },
  ).rows
const keys = (view: Partial<TableView>, folded?: readonly string[]) =>
  rows(view, folded)
    .map(({ key }) => key)
    .join(' ')
const by = (id: ColumnId, descending = false): Partial<TableView> => ({ sort: { column: id, descending } })

test('rows stand in library order, or as their values are: words by pinyin, numbers, dates, choices as offered', () => {
  expect(keys({})).toBe('a b c')
  expect(keys(by('title'))).toBe('b c a')
  expect(keys(by('title', true))).toBe('a c b')
  expect(keys(by(score))).toBe('b a c')
  expect(keys(by('date', true))).toBe('b a c')
  expect(keys(by(genre))).toBe('c a b')
  expect(keys(by('highlights', true))).toBe('b a c')
})

test('what is typed is looked for in all cells, blind to script', () => {
  expect(keys({ typed: '强首府' })).toBe('a')
  expect(keys({ typed: '日報 右' })).toBe('a c')
  expect(keys({ typed: '日報 通訊' })).toBe('a')
  expect(keys({ typed: '没有' })).toBe('')
})

test.each<[string, TableView['filters'], string]>([
  ['words', { source: { words: '日報' } }, 'a c'],
  ['a value', { [genre]: { values: ['消息'] } }, 'c'],
  ['no value', { [genre]: { values: ['', '消息'] } }, 'b c'],
  ['one of several values', { groups: { values: ['广西 / 右江'] } }, 'a'],
  ['numbers from', { [score]: { from: '9.5' } }, 'a'],
  ['numbers to', { length: { to: '20' } }, 'b c'],
  ['dates to the end of what is named', { date: { from: '2020-11', to: '2021' } }, 'a b'],
  ['dates to a month', { date: { to: '2020-11' } }, 'a'],
  ['two columns', { source: { words: '日报' }, [score]: { from: '1' } }, 'a'],
  ['nothing', { source: { words: ' ', from: '' } }, 'a b c'],
])('documents are filtered by %s', (_, filters, found) => {
  expect(keys({ filters })).toBe(found)
})

test('a column that is not shown filters nothing', () => {
  const given = { columns: [column('title')], all: COLUMNS, facts: FACTS, folded: new Set<string>() }
  const view = { ...USUAL_VIEW, filters: { [genre]: { values: ['消息'] } } }
  expect(rowFinder()(DOCUMENTS, view, given).count).toBe(3)
})

test('documents stand under the values they share, those without one last, and can be folded away', () => {
  expect(keys({ groupBy: genre, ...by('title') })).toBe('group 消息 c 消息 group 通讯 a 通讯 group  b')
  expect(keys({ groupBy: 'groups' })).toBe('group 广西 a 广西 b 广西 group 广西 / 右江 a 广西 / 右江 group  c')
  expect(keys({ groupBy: genre }, ['消息', ''])).toBe('group 消息 group 通讯 a 通讯 group ')
  expect(rows({ groupBy: 'groups' })[0]).toEqual({ kind: 'group', key: 'group 广西', words: '广西', count: 2 })
})

test('the values of a column are counted, the commonest first', () => {
  expect(valuesIn(DOCUMENTS, column('groups'), FACTS)).toEqual(
    [
      { words: '', count: 1 },
      { words: '广西', count: 2 },
      { words: '广西 / 右江', count: 1 },
    ].sort((a, b) => b.count - a.count),
  )
})

test('columns that were chosen are shown as they were, and attributes made since after them', () => {
  const ids = (chosen: ColumnId[] | null, known: ColumnId[]) => shownColumns(COLUMNS, chosen, known).map(({ id }) => id)
  expect(ids(null, [])).toEqual(['title', 'date', 'source', 'author', 'groups', 'length', 'highlights', score, genre])
  expect(ids(['date', 'title'], [score, genre])).toEqual(['date', 'title'])
  expect(ids(['date', 'attribute gone', score], [score])).toEqual(['date', score, genre])
})

test('no view loses a document that is not filtered, and none shows one twice that has one value', () => {
  const columns = fc.constantFrom(...COLUMNS.map(({ id }) => id))
  const views = fc.record({
    sort: fc.option(fc.record({ column: columns, descending: fc.boolean() })),
    groupBy: fc.option(columns),
  })
  fc.assert(
    fc.property(views, (view) => {
      const shown = rows(view).flatMap((row) => (row.kind === 'document' ? [row.document.id] : []))
      expect(new Set(shown).size).toBe(3)
      if (view.groupBy !== 'groups') expect(shown).toHaveLength(3)
    }),
  )
})

test('what is remembered from view to view and from change to change finds the same as looking at all anew', () => {
  const titles = fc.constantFrom('安', '北', '安心', '強', '')
  const changes = fc.array(
    fc.oneof(
      fc.record({ rename: fc.nat(7), title: titles }),
      fc.record({ remove: fc.nat(7) }),
      fc.record({ add: fc.nat(7), title: titles }),
      fc.record({
        sort: fc.option(fc.record({ column: fc.constantFrom<ColumnId>('title', 'source'), descending: fc.boolean() })),
        groupBy: fc.constantFrom<ColumnId | null>(null, 'title', 'groups'),
        typed: fc.constantFrom('', '安'),
      }),
    ),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(changes, (all) => {
      const find = rowFinder()
      const given = { columns: COLUMNS, all: COLUMNS, facts: FACTS, folded: new Set<string>() }
      let view = USUAL_VIEW
      let documents = [...DOCUMENTS]
      let made = 0
      for (const change of all) {
        if ('rename' in change) {
          const { rename, title } = change
          documents = documents.map((each, at) => (at === rename ? { ...each, title } : each))
        } else if ('remove' in change) documents = documents.filter((_, at) => at !== change.remove)
        else if ('add' in change)
          documents.splice(change.add, 0, trialDocument(`new ${made++}`, { title: change.title }))
        else view = { ...view, ...change }
        expect(find([...documents], view, given)).toEqual(rowFinder()(documents, view, given))
      }
    }),
  )
})
