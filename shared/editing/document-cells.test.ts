import { expect, test } from 'vitest'
import { invert, isEmpty, merge } from '../model/changes'
import { trialAttribute, trialDocument } from '../queries/document-table/trial-documents'
import { problemOf } from '../trial-problem'
import { type CellField, type WrittenCell, writeCells } from './document-cells'

const SCORE = trialAttribute('得分', 'number')
const GENRE = trialAttribute('体裁', 'choice', ['消息', '通讯'])
const DOCUMENTS = [
  trialDocument('a', {
    metadata: { date: '2020', evidence: { date: { by: 'text', quote: '2020年' }, source: { by: 'text' } } },
  }),
  trialDocument('b', { attributes: { 得分: 3 } }),
]
const write = (...cells: [document: string, field: CellField, written: string][]) =>
  writeCells({
    documents: DOCUMENTS,
    cells: cells.map(([document, field, written]): WrittenCell => ({ document, field, written })),
  })
const metadata = (field: 'date' | 'source' | 'url' | 'place'): CellField => ({ kind: 'metadata', field })
const attribute = (of: typeof SCORE): CellField => ({ kind: 'attribute', attribute: of })
test('cells of all kinds are written in one step, each document once', () => {
  const set = write(
    ['a', { kind: 'title' }, '  红旗渠 '],
    ['a', metadata('date'), '2020年11月12日'],
    ['a', attribute(SCORE), '1,200'],
    ['b', attribute(GENRE), '通讯'],
    ['b', attribute(SCORE), ' '],
    ['b', { kind: 'language' }, 'ZH-hant'],
    ['gone', attribute(SCORE), '1'],
  )
  expect(set.updated.documents?.map(({ after }) => [after.title, after.metadata.date, after.attributes])).toEqual([
    ['红旗渠', '2020-11-12', { 得分: 1200 }],
    ['b', undefined, { 体裁: '通讯' }],
  ])
  expect(set.updated.documents?.[1]?.after.language).toBe('zh-Hant')
  expect(set.summary).toEqual({ key: 'changes.wroteCells', params: { count: 2 } })
  expect(isEmpty(merge(set, invert(set)))).toBe(true)
})

test('a field of the origin that the researcher writes has them as its evidence; one that is emptied has none', () => {
  const [changed] = write(['a', metadata('date'), '2021']).updated.documents ?? []
  expect(changed?.after.metadata).toEqual({
    date: '2021',
    evidence: { date: { by: 'reader' }, source: { by: 'text' } },
  })
  const [emptied] = write(['a', metadata('date'), '']).updated.documents ?? []
  expect(emptied?.after.metadata).toEqual({ evidence: { source: { by: 'text' } } })
})

test('what cannot be so is refused in a sentence, and what is so already changes nothing', () => {
  expect(problemOf(() => write(['a', { kind: 'title' }, ' ']))).toBe('changes.problems.nameEmpty')
  expect(problemOf(() => write(['a', metadata('date'), '上周']))).toBe('changes.problems.notADate')
  expect(problemOf(() => write(['a', { kind: 'language' }, '中文']))).toBe('changes.problems.notALanguage')
  expect(problemOf(() => write(['b', attribute(SCORE), '7'], ['a', attribute(SCORE), '很高']))).toBe(
    'changes.problems.valueNotNumber',
  )
  expect(problemOf(() => write(['a', attribute(GENRE), '评论']))).toBe('changes.problems.valueNotChoice')
  expect(
    isEmpty(write(['b', attribute(SCORE), '3'], ['a', metadata('date'), '2020'], ['a', { kind: 'title' }, 'a'])),
  ).toBe(true)
})

test('a step says what it did: one value for many, one title, one document, or so many', () => {
  const key = (...cells: Parameters<typeof write>) => write(...cells).summary.key
  expect(key(['a', attribute(SCORE), '5'], ['b', attribute(SCORE), '5'])).toBe('changes.setValue')
  expect(key(['b', attribute(SCORE), ''])).toBe('changes.clearedValue')
  expect(key(['a', { kind: 'title' }, '新题'])).toBe('changes.renamedDocument')
  expect(key(['a', metadata('source'), '广西日报'])).toBe('changes.correctedMetadata')
  expect(key(['a', attribute(SCORE), '5'], ['b', attribute(SCORE), '6'])).toBe('changes.wroteCells')
})
