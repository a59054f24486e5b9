import { expect, test } from 'vitest'
import type { SourceDocument } from '#shared/model/document'
import type { Line } from '#shared/queries/tables/table'
import { groupingsOf, groupNameOf } from './row-groups'

const line = (id: string, name: string | null, more: Partial<Line> = {}): Line => ({
  id,
  name,
  documents: null,
  passages: [],
  ...more,
})

test('themes are grouped by their branch, documents by what they have, days by their year or month', () => {
  const metadata = { date: '2021-03-05', source: '明報' }
  const known = { id: 'd', metadata, language: 'zh-Hant', attributes: { kind: '社論' } } as unknown as SourceDocument
  const documents = new Map([['d', known]])
  const name = (grouping: Parameters<typeof groupNameOf>[0], of: Line) => groupNameOf(grouping, documents, 'live')(of)
  expect(name('branch', line('t', '修辞 / 比喻 / 港口'))).toBe('修辞')
  expect(name('branch', line('l', '文采', { live: true }))).toBe('live')
  expect(
    ['year', 'month', 'source', 'author', 'language', 'attribute:kind'].map((each) =>
      name(each as 'year', line('d', '文')),
    ),
  ).toEqual(['2021', '2021-03', '明報', null, 'zh-Hant', '社論'])
  expect([
    name('year', line('2021-03', '2021-03')),
    name('month', line('', null)),
    name('month', line('2021', '2021')),
  ]).toEqual(['2021', null, null])
  expect(groupingsOf('coders', [])).toEqual([])
  expect(groupingsOf('documents', [{ id: 'kind' }]).at(-1)).toBe('attribute:kind')
})
