import { expect, test } from 'vitest'
import { type DatedDocument, firstAppearance, phraseHistory } from './first-appearance'

const each = (documents: readonly DatedDocument[]) => [documents, Uint32Array.from(documents.keys())] as const

test('a phrase appears first in the earliest document, and is counted month by month', () => {
  const documents = [{ id: 'b', date: '2021-03-02' }, { id: 'a', date: '2020-12-31' }, { id: 'c' }, { id: 'd' }]
  const places = Uint32Array.of(0, 0, 1, 2, 2)
  expect(firstAppearance(documents, places)).toEqual({ document: 'a', date: '2020-12-31' })
  expect(firstAppearance(documents, Uint32Array.of(2, 3))).toBeUndefined()
  const found = phraseHistory(documents, places)
  expect(found.first).toEqual({ document: 'a', date: '2020-12-31' })
  expect(found.undated).toBe(2)
  expect(found.periods.map(({ period, count }) => `${period} ${count}`)).toEqual([
    '2020-12 1',
    '2021-01 0',
    '2021-02 0',
    '2021-03 2',
  ])
})

test('over many years, or where a month is not known, it is counted year by year', () => {
  expect(
    phraseHistory(
      ...each([
        { id: 'a', date: '2019' },
        { id: 'b', date: '2021-05' },
      ]),
    ).periods,
  ).toEqual([
    { period: '2019', count: 1 },
    { period: '2020', count: 0 },
    { period: '2021', count: 1 },
  ])
  expect(
    phraseHistory(
      ...each([
        { id: 'a', date: '1990-01' },
        { id: 'b', date: '2021-05' },
      ]),
    ).periods,
  ).toHaveLength(32)
  expect(phraseHistory(...each([{ id: 'a' }]))).toEqual({ periods: [], undated: 1 })
})
