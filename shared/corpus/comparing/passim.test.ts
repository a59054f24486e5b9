import { expect, test } from 'vitest'
import type { Result } from '../../result'
import { trialCorpus } from '../trial-corpus'
import { passimJobs } from './passim'

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error('An answer was expected.')
  return result.value
}
const lines = (...records: object[]): Uint8Array =>
  new TextEncoder().encode(records.map((record) => JSON.stringify(record)).join('\n'))

const corpus = trialCorpus(['甲市強調，要堅持高質量發展不動摇。', '乙县提出，要坚持高质量发展不动摇。'], (at) => ({
  fileName: `${at}.txt`,
}))
const jobs = passimJobs(corpus)

test('the corpus goes to passim with ids, titles and folded texts of the same length', async () => {
  const sent = new TextDecoder()
    .decode(value(await jobs.passimCorpus()))
    .trim()
    .split('\n')
  const records = sent.map((line) => JSON.parse(line))
  expect(records.map(({ id, text }) => [id, text.length])).toEqual([
    ['0', 17],
    ['1', 17],
  ])
  expect(records[0].text).toContain('坚持高质量发展')
})

test('what passim found comes back as parallels, by ids or names of files, in several parts; the rest is counted', async () => {
  const found = value(
    await jobs.passimParallels([
      lines(
        { id: '0', cluster: 1, begin: 6, end: 16, text: '坚持高质量发展不动摇' },
        { id: 'x', cluster: 1, begin: 0, end: 2 },
      ),
      lines({ id: '1.txt', cluster: 1, begin: 6, end: 16, text: '坚持高质量发展不动摇' }),
      new TextEncoder().encode('{no record'),
    ]),
  )
  expect(found).toMatchObject({ unread: 1, strangers: 1, displaced: 0, large: 0 })
  expect(found.parallels).toHaveLength(1)
  expect(found.parallels[0]?.places.map(({ document, words }) => [document, words])).toEqual([
    ['0', '堅持高質量發展不動摇'],
    ['1', '坚持高质量发展不动摇'],
  ])
})
