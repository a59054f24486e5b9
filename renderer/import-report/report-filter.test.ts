import { expect, test } from 'vitest'
import type { SourceDocument } from '#shared/model/document'
import type { ImportOutcome } from '../actions/import-outcome'
import { chosen, counted } from './report-filter'

const document = (id: string, more: Partial<SourceDocument> = {}): SourceDocument => ({
  id,
  project: 'p',
  title: `第${id}篇`,
  metadata: { date: '2020' },
  language: 'zh-Hans',
  format: 'text',
  fileName: `${id}.txt`,
  content: `c${id}`,
  length: 1,
  order: 0,
  created: 1,
  ...more,
})
const whole = (id: string, more: Partial<ImportOutcome> = {}): ImportOutcome => ({
  name: `${id}.txt`,
  document: document(id),
  remarks: [],
  ...more,
})
const remark = { key: 'import.images', params: { count: 1 } } as const

const OUTCOMES = [
  whole('1'),
  whole('2', { remarks: [remark], debris: new Map([['share', 2]]) }),
  whole('3', { document: document('3', { metadata: {}, encoding: { label: 'big5', by: 'detection' } }) }),
  { name: 'Empty.txt', document: null, remarks: [remark] },
  whole('4', { comments: 2 }),
]
const DUPLICATES = new Map([['4', { document: '4', of: '1', kind: 'same', share: 1 } as const]])
const names = (...given: Parameters<typeof chosen>) => chosen(...given).map(({ name }) => name)

test('a report counts what can be looked at alone, and offers nothing that is empty', () => {
  expect(counted(OUTCOMES, DUPLICATES).map(({ filter, count }) => [filter, count])).toEqual([
    ['all', 5],
    ['failed', 1],
    ['duplicates', 1],
    ['remarks', 2],
    ['debris', 1],
    ['comments', 1],
    ['undated', 1],
  ])
  expect(counted([whole('1')], new Map())).toEqual([{ filter: 'all', count: 1 }])
})

test('what failed stands first, and the others in their order', () => {
  expect(names(OUTCOMES, 'all', '', DUPLICATES)).toEqual(['Empty.txt', '1.txt', '2.txt', '3.txt', '4.txt'])
})

test('a guessed encoding counts as a remark, and a failure does not', () => {
  expect(names(OUTCOMES, 'remarks', '', DUPLICATES)).toEqual(['2.txt', '3.txt'])
})

test('words are looked for in titles and names of files, whatever their case', () => {
  expect(names(OUTCOMES, 'all', ' EMPTY ', DUPLICATES)).toEqual(['Empty.txt'])
  expect(names(OUTCOMES, 'all', '第3', DUPLICATES)).toEqual(['3.txt'])
  expect(names(OUTCOMES, 'failed', '第3', DUPLICATES)).toEqual([])
})
