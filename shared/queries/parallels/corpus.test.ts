import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastOf } from '../steps'
import { makeParallelCorpus, type ParallelCorpus } from './corpus'
import type { Parallel, ParallelOptions } from './parallel'

const texts = (...all: string[]) => all.map((text, i) => ({ id: `${i}`, text }))
const found = (corpus: ParallelCorpus, options: ParallelOptions = {}): readonly Parallel[] =>
  lastOf(corpus.find(options)).parallels
/** What was found, in an order of its own: two of the same length may come in any. */
const sorted = (all: readonly Parallel[]) => all.map((each) => JSON.stringify(each)).sort()

const sign = fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃辰宿列张')
const prose = fc.array(sign, { minLength: 5, maxLength: 120 }).map((all) => all.join(''))

test('texts that come one after another are compared as those that came at once', () => {
  fc.assert(
    fc.property(fc.array(prose, { minLength: 2, maxLength: 12 }), (all) => {
      const atOnce = makeParallelCorpus()
      lastOf(atOnce.add(texts(...all)))
      const oneByOne = makeParallelCorpus()
      for (const each of texts(...all)) lastOf(oneByOne.add([each]))
      expect(sorted(found(oneByOne, { shortest: 5 }))).toEqual(sorted(found(atOnce, { shortest: 5 })))
    }),
    { numRuns: 60 },
  )
})

test('what is found of one text is what it shares with those before and those behind it', () => {
  fc.assert(
    fc.property(fc.array(prose, { minLength: 2, maxLength: 6 }), fc.nat({ max: 5 }), (all, wanted) => {
      const text = wanted % all.length
      const corpus = makeParallelCorpus()
      lastOf(corpus.add(texts(...all)))
      const pairs = (some: readonly Parallel[]) =>
        new Set(some.map(({ places: [one, other] }) => `${one.text} ${other.text}`))
      const withIt = found(corpus, { shortest: 5 }).filter(({ places }) => places.some((place) => place.text === text))
      expect(pairs(found(corpus, { shortest: 5, of: [{ text }] }))).toEqual(pairs(withIt))
    }),
    { numRuns: 100 },
  )
})

const SHARED = '要坚持以人民为中心的发展思想着力解决群众急难愁盼问题'

test('a text that is removed is compared no more, and its place is not taken', () => {
  const corpus = makeParallelCorpus()
  lastOf(corpus.add(texts(`甲${SHARED}`, `乙${SHARED}`, `丙${SHARED}`)))
  corpus.remove(1)
  expect(found(corpus).map(({ places }) => places.map(({ text }) => text))).toEqual([[0, 2]])
})

test('a stretch of a text is compared without what stands around it', () => {
  const corpus = makeParallelCorpus()
  lastOf(corpus.add(texts(`开头。${SHARED}`, `另一开头。${SHARED}，完`)))
  const [parallel] = found(corpus, { of: [{ text: 0, start: 3, end: 15 }], shortest: 5 })
  expect(parallel?.places[0]).toMatchObject({ text: 0, start: 3 })
  expect(found(corpus, { of: [{ text: 0, start: 0, end: 2 }], shortest: 5 })).toEqual([])
})

test('with a limit the longest are kept, and the others counted', () => {
  const corpus = makeParallelCorpus()
  const all = ['天地玄黄宇宙洪荒日月', '盈昃辰宿列张寒来暑往秋收冬藏', '闰余成岁律吕调阳']
  lastOf(corpus.add(texts(all.join('甲'), ...all.map((each, i) => `${'乙丙丁'[i]}${each}`))))
  const { parallels, more } = lastOf(corpus.find({ shortest: 5, limit: 1 }))
  expect([parallels.map(({ letters }) => letters), more]).toEqual([[14], 2])
})

test('it says how far it is, and can be given up', () => {
  const corpus = makeParallelCorpus()
  const adding = corpus.add(texts(...Array.from({ length: 40 }, (_, i) => `${i}${SHARED}`)))
  lastOf(adding)
  const steps = corpus.find({})
  expect(Array.from({ length: 3 }, () => steps.next().value)).toEqual([0, 8 / 40, 16 / 40])
})
