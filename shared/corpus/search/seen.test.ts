import { expect, test } from 'vitest'
import { parseQuery } from '../../queries/search/parse-query'
import type { Corpus } from '../corpus'
import { trialCorpus } from '../trial-corpus'
import type { Found } from './found'
import { searchJobs } from './jobs'
import { searchCorpus } from './search-corpus'
import { freshIn, type Seen, seenIn } from './seen'

const QUESTION = { query: parseQuery('发展') }
const find = async (corpus: Corpus): Promise<Found> => (await searchCorpus(corpus, QUESTION)) as Found

/** The words around each place that was not looked at. */
async function fresh(corpus: Corpus, seen: Seen): Promise<string[]> {
  const found = await find(corpus)
  return Array.from(freshIn(found, seen), (place) => {
    const { id, text } = found.source(place)
    return `${id}: ${text.slice(Math.max(0, found.start(place) - 2), found.end(place))}`
  })
}

const FIRST = '高質量發展是首要任務，全會又講了許多別的話。安全發展。'

test('places that were looked at are known again; new ones come with documents, and with texts that changed', async () => {
  const corpus = trialCorpus([FIRST, '推动发展'])
  const seen = seenIn(await find(corpus))
  expect(seen).toHaveLength(3)
  expect(await fresh(corpus, seen)).toEqual([])
  expect(await fresh(corpus, new Float64Array())).toHaveLength(3)

  const longer = trialCorpus([`会议指出，一切如常。${FIRST}繁榮發展。`, '推动发展', '继续发展'])
  expect(await fresh(longer, seen)).toEqual(['0: 繁榮發展', '2: 继续发展'])
})

test('of places with the same words around them, those are new that are more than before', async () => {
  const twice = '一切的一切都是为了发展，一切的一切都是为了发展，一切的一切都是为了发展，一切的一切都是'
  const seen = seenIn(await find(trialCorpus([twice])))
  expect(await fresh(trialCorpus([`${twice}为了发展，一切的一切都是`]), seen)).toHaveLength(1)
})

test('the worker marks the lines that are new, and shows only them where that is wanted', async () => {
  const corpus = trialCorpus(['一切为了发展', '推动发展'])
  const jobs = searchJobs(corpus)
  const before = await jobs.ask(QUESTION)
  if (!before.ok || !before.value) throw new Error('An answer was expected.')
  const seen = await jobs.seen(before.value.run)
  if (!seen.ok || !seen.value) throw new Error('What was seen was expected.')
  corpus.put(trialCorpus(['', '', '继续发展']).documents.slice(2))
  expect(await jobs.countFresh(QUESTION, seen.value)).toEqual({ ok: true, value: 1 })
  const now = await jobs.ask(QUESTION)
  if (!now.ok || !now.value) throw new Error('An answer was expected.')
  const { run } = now.value
  expect(await jobs.mark(run, seen.value)).toEqual({ ok: true, value: 1 })
  const wanted = { run, order: 'text', locale: 'zh', from: 0, until: 9 } as const
  const lines = await jobs.lines(wanted, 4)
  expect(lines.ok && lines.value.map(({ id, isFresh = false }) => [id, isFresh])).toEqual([
    ['0', false],
    ['1', false],
    ['2', true],
  ])
  expect(await jobs.lines({ ...wanted, fresh: true }, 4)).toMatchObject({ value: [{ id: '2', place: 2 }] })
  expect(await jobs.mark(before.value.run, seen.value)).toEqual({ ok: true, value: 0 })
})
