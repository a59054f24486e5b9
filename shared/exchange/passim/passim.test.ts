import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../queries/fold'
import { readPassimClusters } from './read-clusters'
import { writePassimCorpus } from './write-corpus'

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

const TEXTS = [
  {
    id: 'jia',
    title: '甲市会议',
    date: '2021-02-01',
    series: '甲报',
    text: '会议😃强调，要坚持以人民为中心的发展思想。',
  },
  {
    id: 'yi',
    title: '乙縣大會',
    date: '2021-06-01',
    series: '乙報',
    text: '大會指出，必須堅持以人民為中心的發展理念。',
  },
  { id: 'bing', text: '本区粮食丰收。' },
]

test('a corpus is written as passim reads it: a record a line', () => {
  expect([...writePassimCorpus(TEXTS)].join('')).toBe(fixture('input.json.txt'))
})

test('folded texts have the positions of the true ones', () => {
  for (const line of writePassimCorpus(TEXTS, fold)) {
    const { id, text } = JSON.parse(line)
    expect(text.length).toBe(TEXTS.find((each) => each.id === id)?.text.length)
  }
})

test('clusters are read as parallels, the end of a passage in code points', () => {
  const { parallels, unread, strangers, displaced } = readPassimClusters(fixture('out.json.txt').split('\n'), TEXTS)
  expect(parallels).toHaveLength(1)
  const [parallel] = parallels
  expect(parallel?.places.map(({ text, start, end }) => TEXTS[text]?.text.slice(start, end))).toEqual([
    '坚持以人民为中心的发展思想',
    '堅持以人民為中心的發展理念',
  ])
  expect(parallel).toMatchObject({ letters: 11, texts: 2, kind: 'borrowing' })
  expect(parallel?.likeness).toBeCloseTo(22 / 26)
  // A line that is none, a document that was not given, and words that do not stand there.
  expect([unread, strangers, displaced]).toEqual([1, ['ding'], 1])
})

test('whatever stands in the lines, nothing is thrown, and every place lies in its text', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constantFrom('jia', 'yi', '😃', '发展'), fc.constant(null))
  const record = fc.record({ id: value, cluster: value, begin: value, end: value, text: value, date: value })
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          record.map((each) => JSON.stringify(each)),
        ),
      ),
      (lines) => {
        for (const { places } of readPassimClusters(lines, TEXTS).parallels) {
          for (const { text, start, end } of places) {
            expect(start).toBeLessThan(end)
            expect(end).toBeLessThanOrEqual(TEXTS[text]?.text.length ?? 0)
          }
        }
      },
    ),
  )
})
