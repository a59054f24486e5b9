import { expect, test, vi } from 'vitest'
import { paragraphs, trialDocument } from '../../editing/trial-texts'
import { fold } from '../../queries/fold'
import { Corpus, type CorpusDocument } from '../corpus'
import { comparingJobs } from './jobs'

const SHARED = '要坚持以人民为中心的发展思想，着力解决群众急难愁盼问题'
const SAME = '要堅持以人民為中心的發展思想，著力解決群眾急難愁盼問題'

function told(id: string, text: string): CorpusDocument {
  const { document } = trialDocument(paragraphs(text))
  return { document: { ...document, id, content: text }, text }
}

const value = <T>(result: { ok: boolean; value?: T | null }): T => {
  if (!result.ok || !result.value) throw new Error('An answer was expected.')
  return result.value
}

test('parallels follow the corpus: documents come, change and go', async () => {
  const corpus = new Corpus()
  corpus.put([told('a', `甲市。${SHARED}。`), told('b', `乙縣。${SAME}。`)])
  const jobs = comparingJobs(corpus)
  const ends = async () =>
    value(await jobs.parallels({})).parallels.map(({ places }) => places.map(({ document }) => document).join(' '))
  expect(await ends()).toEqual(['a b'])
  expect(value(await jobs.parallels({})).parallels[0]?.places[1].words).toBe(SAME)
  corpus.put([told('c', `${SHARED}，丙。`)])
  expect((await ends()).sort()).toEqual(['a b', 'a c', 'b c'])
  corpus.put([told('b', '乙县另有安排。')])
  corpus.remove(['a'])
  expect(await ends()).toEqual([])
  const of = value(await jobs.parallels({ of: { document: 'c', start: 0, end: 5 } }))
  expect(of.parallels).toEqual([])
})

test('what is debris of the page is neither counted nor compared', async () => {
  const corpus = new Corpus()
  const text = `${SHARED}\n本网所有内容未经许可不得转载`
  const end = text.length
  for (const id of ['a', 'b']) corpus.put([{ ...told(id, text), debris: [{ start: SHARED.length + 1, end }] }])
  const jobs = comparingJobs(corpus)
  const [parallel] = value(await jobs.parallels({})).parallels
  expect(parallel?.places.map(({ words }) => words)).toEqual([SHARED, SHARED])
  expect(value(await jobs.words({ unit: 'character' })).rows.map(({ word }) => word)).not.toContain('网')
})

test('words, collocates, key words, places and phrases are told of the wanted documents', async () => {
  const corpus = new Corpus()
  corpus.put([told('a', '发展很好，发展很快。切实提高政治站位'), told('b', '發展很慢。切實提高政治站位')])
  const jobs = comparingJobs(corpus)
  const counted = value(await jobs.words({ unit: 'character', n: 2, documents: ['a'] }))
  expect(counted.rows[0]).toMatchObject({ key: fold('发展'), count: 2 })
  const found = value(await jobs.places({ unit: 'character', n: 2, key: fold('发展') }))
  expect(found.places.map(({ document, found }) => `${document} ${found}`)).toEqual(['a 发展', 'a 发展', 'b 發展'])
  expect(value(await jobs.collocates({ unit: 'character', key: fold('发') })).count).toBe(3)
  const keys = value(await jobs.keyWords({ unit: 'character', documents: ['a'] }, ['b']))
  expect(keys.find(({ word }) => word === '快')).toMatchObject({ count: 1, otherCount: 0 })
  const { phrases, documents } = value(await jobs.phrases({}))
  const { texts, starts, ends } = phrases[0]?.places ?? expect.fail('A phrase was expected.')
  const places = Array.from(texts, (text, i) => ({
    document: documents[text] ?? '',
    start: starts[i] as number,
    end: ends[i] as number,
  }))
  expect(value(await jobs.around([...places, { document: 'gone', start: 0, end: 2 }]))).toEqual([
    { left: '发展很好，发展很快。', words: '切实提高政治站位', right: '' },
    { left: '發展很慢。', words: '切實提高政治站位', right: '' },
    { left: '', words: '', right: '' },
  ])
})

test('what is asked later takes the place of what was asked before', async () => {
  const corpus = new Corpus()
  corpus.put(Array.from({ length: 400 }, (_, i) => told(`${i}`, `${i}${SHARED}`.repeat(20))))
  const jobs = comparingJobs(corpus)
  const first = jobs.words({ unit: 'word' })
  const second = jobs.words({ unit: 'character' })
  expect(await first).toEqual({ ok: true, value: null })
  expect((await second).ok).toBe(true)
})

test('a text is parted into words once, and again when it changes', async () => {
  const corpus = new Corpus()
  corpus.put([told('a', '改革开放很好'), told('b', '改革很慢')])
  const jobs = comparingJobs(corpus)
  const part = vi.spyOn(Intl.Segmenter.prototype, 'segment')
  const count = async (n: number) => value(await jobs.words({ unit: 'word', n })).tokens
  const words = await count(1)
  expect(part).toHaveBeenCalledTimes(2)
  expect(value(await jobs.places({ unit: 'word', key: fold('改革') })).count).toBe(2)
  await count(2)
  expect(part).toHaveBeenCalledTimes(2)
  corpus.put([told('b', '改革很慢。')])
  expect(await count(1)).toBe(words)
  expect(part).toHaveBeenCalledTimes(3)
  part.mockRestore()
})
