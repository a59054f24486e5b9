import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hit } from '../../queries/find'
import { fold } from '../../queries/fold'
import { VARIANTS } from '../../queries/fold-table'
import { matchText } from '../../queries/search/match'
import { parseQuery } from '../../queries/search/parse-query'
import type { SearchQuery } from '../../queries/search/query'
import { ProblemError } from '../../result'
import type { Corpus } from '../corpus'
import { trialCorpus } from '../trial-corpus'
import type { Found } from './found'
import { searchJobs } from './jobs'
import { chosenPlaces } from './lines'
import { lineOrder } from './order'
import { searchCorpus } from './search-corpus'

const said = (found: Found | null): string[] =>
  Array.from({ length: found?.length ?? 0 }, (_, place) => {
    const { id, text } = (found as Found).source(place)
    return `${id}: ${text.slice((found as Found).start(place), (found as Found).end(place))}`
  })

const asked = async (corpus: Corpus, typed: string, more = {}) =>
  said(await searchCorpus(corpus, { query: parseQuery(typed), ...more }))

test('words are found in all documents, in both scripts, and never across two', async () => {
  const corpus = trialCorpus(['會議強調高質量發展', '推动高质量发展', '高质量', '发展'])
  expect(await asked(corpus, '高质量发展')).toEqual(['0: 高質量發展', '1: 高质量发展'])
  expect(await asked(corpus, '高质量发展', { options: { script: false } })).toEqual(['1: 高质量发展'])
  expect(await asked(corpus, '高质量 NOT 发展')).toEqual(['2: 高质量'])
  expect(await asked(corpus, '高*展 OR /^会./')).toEqual(['0: 會議', '0: 高質量發展', '1: 高质量发展'])
})

test('a search keeps to documents, to stretches, and out of debris unless that is asked for', async () => {
  const corpus = trialCorpus(['发展与发展', '发展'])
  const { document } = corpus.get('1') ?? {}
  if (!document) throw new Error('The document was expected to be there.')
  corpus.put([{ document, text: '发展', debris: [{ start: 0, end: 2 }] }])
  expect(await asked(corpus, '发展')).toEqual(['0: 发展', '0: 发展'])
  expect(await asked(corpus, '发展', { debris: true })).toHaveLength(3)
  expect(await asked(corpus, '发展', { documents: ['1'], debris: true })).toEqual(['1: 发展'])
  const within = new Map([['0', [{ start: 3, end: 5 }]]])
  const found = await searchCorpus(corpus, { query: parseQuery('发展'), within })
  expect([found?.length, found?.start(0)]).toEqual([1, 3])
})

test('notes, themes and what is known about documents are searched where that is asked for', async () => {
  const corpus = trialCorpus(['无', '也无'], (at) => ({ title: `發展 ${at}`, metadata: { source: '发展报' } }))
  const beside = [{ kind: 'note', id: 'n', title: '关于发展', text: '發展的笔记' }] as const
  expect(await asked(corpus, '发展')).toEqual([])
  expect(await asked(corpus, '发展', { beside })).toEqual(['n: 發展'])
  expect(await asked(corpus, '发展', { metadata: true, documents: ['1'] })).toEqual(['1: 發展', '1: 发展'])
})

test('what is too much, or takes too long, is left out and said', async () => {
  const corpus = trialCorpus(['发展'.repeat(100), 'a'.repeat(40_000)])
  const query = parseQuery('发展')
  expect(await searchCorpus(corpus, { query }, { limit: 5 })).toMatchObject({ length: 5, stopped: 'limit' })
  expect(await searchCorpus(corpus, { query: parseQuery('/a*b/') }, { patience: 20 })).toMatchObject({
    length: 0,
    stopped: 'patience',
  })
  expect(await searchCorpus(corpus, { query: parseQuery('/a*a*b/') })).toMatchObject({ unsearched: 1 })
  await expect(searchCorpus(corpus, { query: parseQuery('/(a+)+/') })).rejects.toThrow(ProblemError)
})

test('a search that is ended has no answer, and one whose corpus changes begins again', async () => {
  const corpus = trialCorpus(['aa', 'a发展'])
  const query = parseQuery('/a*发展/')
  expect(await searchCorpus(corpus, { query }, { turn: 0, breathe: async () => false })).toBeNull()
  let changes = 1
  const breathe = async (): Promise<boolean> => {
    if (changes-- > 0) corpus.remove(['1'])
    return true
  }
  expect(await searchCorpus(corpus, { query }, { turn: 0, breathe })).toMatchObject({ length: 0 })
})

const variants = VARIANTS.trim()
  .split(/\s+/)
  .filter((all) => all.length > 2)
const character = fc.oneof(
  fc.constantFrom(...variants.slice(0, 3)).chain((all) => fc.constantFrom(...all)),
  fc.constantFrom('a', 'Ａ', '“', '"', ' ', '。', '\n', '𠮷', '⾸', '１'),
)
const text = fc.array(character, { maxLength: 14 }).map((all) => all.join(''))
const words = fc.array(character, { minLength: 1, maxLength: 2 }).map((all) => all.join(''))
const part: fc.Arbitrary<SearchQuery> = fc.oneof(
  { weight: 4, arbitrary: words.map((text) => ({ kind: 'phrase', text }) as const) },
  words.map((each) => ({ kind: 'wildcard', text: `${each}?` }) as const),
  fc.constantFrom('[a-c].', '。.?', '.a').map((source) => ({ kind: 'regex', source }) as const),
)
const { query } = fc.letrec<{ query: SearchQuery }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    part,
    fc.tuple(tie('query'), tie('query')).map((all) => ({ kind: 'and', all }) as const),
    fc.tuple(tie('query'), tie('query')).map((any) => ({ kind: 'or', any }) as const),
    tie('query').map((of) => ({ kind: 'not', of }) as const),
    fc
      .tuple(tie('query'), tie('query'), fc.nat(3), fc.constantFrom('characters', 'sentences', 'paragraphs'))
      .map(([one, other, within, unit]) => ({ kind: 'near', one, other, within, unit }) as const),
  ),
}))
const options = fc.record(
  {
    script: fc.boolean(),
    width: fc.boolean(),
    case: fc.boolean(),
    quotes: fc.boolean(),
    wholeWords: fc.boolean(),
  },
  { requiredKeys: [] },
)

test('the corpus finds in each text exactly what a search of that text by itself finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 5 }), query, options, async (texts, asked, options) => {
      const expected: string[] = []
      texts.forEach((text, at) => {
        for (const { start, end } of matchText(text, asked, options).hits) expected.push(`${at} ${start} ${end}`)
      })
      const found = (await searchCorpus(trialCorpus(texts), { query: asked, options })) as Found
      const got = Array.from(
        { length: found.length },
        (_, place) => `${found.source(place).id} ${found.start(place)} ${found.end(place)}`,
      )
      expect(got).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

/** Where words stand, tried unit by unit with every variant of each: slow and plain. */
function plainly(text: string, words: string): Hit[] {
  const alike = (one: string, other: string): boolean =>
    one === other || variants.some((all) => all.includes(one) && all.includes(other))
  const hits: Hit[] = []
  for (let at = 0; at + words.length <= text.length; ) {
    const fits = [...words].every((each, i) => alike(each, text.charAt(at + i)))
    if (fits) hits.push({ start: at, end: at + words.length })
    at += fits ? words.length : 1
  }
  return hits
}

test('words are found where a plain search over all their variants finds them, and their fold is the fold of the hit', async () => {
  const ideograph = fc.constantFrom(...variants.slice(0, 6)).chain((all) => fc.constantFrom(...all))
  const written = (most: number) => fc.array(ideograph, { minLength: 1, maxLength: most }).map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(written(20), { maxLength: 4 }), written(2), async (texts, words) => {
      const found = (await searchCorpus(trialCorpus(texts), { query: { kind: 'phrase', text: words } })) as Found
      const expected = texts.flatMap((text, at) => plainly(text, words).map(({ start }) => `${at} ${start}`))
      const places = Array.from({ length: found.length }, (_, place) => place)
      expect(places.map((place) => `${found.source(place).id} ${found.start(place)}`)).toEqual(expected)
      for (const place of places) {
        const { text } = found.source(place)
        expect(fold(text.slice(found.start(place), found.end(place)))).toBe(fold(words))
      }
    }),
  )
})

test('lines are ordered by what stands left or right, by title and by date, and else as they stand', async () => {
  const texts = ['乙发展丙', '甲发展乙', '丙發展甲']
  const dates = ['2021', '2019-05', undefined]
  const corpus = trialCorpus(texts, (at) => ({
    title: `第 ${10 - at} 篇`,
    order: 3 - at,
    metadata: dates[at] === undefined ? {} : { date: dates[at] },
  }))
  const found = (await searchCorpus(corpus, { query: parseQuery('发展') })) as Found
  const rank = (source: number): number => 3 - source
  const ids = (order: Parameters<typeof lineOrder>[1]) =>
    [...lineOrder(found, order, 'zh-Hans', rank)].map((place) => found.source(place).id).join('')
  expect(ids('text')).toBe('210')
  // By pinyin: 丙 bǐng, 甲 jiǎ, 乙 yǐ.
  expect(ids('left')).toBe('210')
  expect(ids('right')).toBe('021')
  expect(ids('document')).toBe('210')
  expect(ids('date')).toBe('102')
})

test('the jobs answer with counts, lines and chosen places; an older search is answered with nothing', async () => {
  const corpus = trialCorpus(['發展，再發展', '发展'], () => ({ title: '公报' }))
  const jobs = searchJobs(corpus)
  const question = { query: parseQuery('发展') }
  expect(await jobs.warm()).toEqual({ ok: true, value: undefined })
  const answer = await jobs.ask(question)
  if (!answer.ok || !answer.value) throw new Error('An answer was expected.')
  expect(answer.value).toMatchObject({ lines: 3, matched: 2, stopped: null, unsearched: 0 })
  expect(answer.value.counts.map(({ id, count }) => [id, count])).toEqual([
    ['0', 2],
    ['1', 1],
  ])
  const { run } = answer.value
  const wanted = { run, order: 'text', locale: 'zh', from: 1, until: 3 } as const
  expect(await jobs.lines(wanted, 2)).toMatchObject({
    value: [
      { place: 1, id: '0', left: '，再', found: '發展', right: '', title: '公报' },
      { place: 2, id: '1', left: '', found: '发展' },
    ],
  })
  expect(await jobs.numbers(wanted)).toEqual({ ok: true, value: Uint32Array.of(1, 2) })
  expect(await jobs.places(run, { all: true, except: new Set([0]) })).toEqual({
    ok: true,
    value: [
      { document: '0', starts: Uint32Array.of(4), ends: Uint32Array.of(6) },
      { document: '1', starts: Uint32Array.of(0), ends: Uint32Array.of(2) },
    ],
  })
  await jobs.ask({ query: parseQuery('再') })
  expect(await jobs.lines(wanted, 2)).toEqual({ ok: true, value: [] })
  expect(await jobs.ask({ query: { kind: 'regex', source: '(' } })).toMatchObject({ ok: false })
  await jobs.warm()
  expect(await jobs.count(question)).toMatchObject({ ok: true, value: [{ count: 2 }, { count: 1 }] })
})

test('chosen places are those of documents only', async () => {
  const corpus = trialCorpus(['发展'])
  const beside = [{ kind: 'theme', id: 't', title: '发展', text: '发展' }] as const
  const found = (await searchCorpus(corpus, { query: parseQuery('发展'), beside })) as Found
  expect(found.length).toBe(2)
  expect(chosenPlaces(found, { all: true, except: new Set() })).toHaveLength(1)
  expect(chosenPlaces(found, { all: false, except: new Set([1]) })).toEqual([])
})

test('lines sorted by what stands around them are as a slow sort has them, and alike ones as they stand', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('发', '展', '發', '乙', '甲', '丙', '\n', 'a'), maxLength: 40 }), {
        maxLength: 5,
      }),
      fc.constantFrom('left' as const, 'right' as const),
      async (texts, order) => {
        const found = (await searchCorpus(trialCorpus(texts), { query: parseQuery('发') })) as Found
        const collator = new Intl.Collator('zh')
        const key = (place: number): string => {
          const { folded } = found.source(place)
          const before = (folded.slice(0, found.start(place)).split('\n').at(-1) ?? '').slice(-12)
          const after = (folded.slice(found.end(place)).split('\n')[0] ?? '').slice(0, 12)
          return order === 'left' ? [...before].reverse().join('') : after
        }
        const compare = (one: string, other: string): number => {
          for (let i = 0; i < Math.min(one.length, other.length); i++) {
            const apart = collator.compare(one.charAt(i), other.charAt(i))
            if (apart !== 0) return apart
          }
          return one.length - other.length
        }
        const slow = Array.from({ length: found.length }, (_, place) => place).sort(
          (one, other) => compare(key(one), key(other)) || one - other,
        )
        expect([...lineOrder(found, order, 'zh', (source) => source)]).toEqual(slow)
      },
    ),
  )
})
