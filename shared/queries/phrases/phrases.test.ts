import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../fold'
import { clausesOf } from './clauses'
import { type SetPhrase, setPhrases } from './phrases'

const texts = (...all: string[]) => all.map((text, i) => ({ id: `${i}`, text }))
const phrases = (found: readonly SetPhrase[]) => found.map(({ phrase }) => phrase)

const FIRST = '会议强调，要全面贯彻新发展理念，切实提高政治站位。全市上下大胆闯、大胆试、大胆干。'
const SECOND = '會議指出,要全面貫徹新發展理念,切實提高政治站位。各縣要“大膽闖,大膽試”,守住底線。'
const THIRD = '我们坚持新发展理念不动摇，坚持底线思维。新发展理念是行动的先导。'

test('an expression that recurs is found without a list of words, whatever its script and its marks', () => {
  const found = setPhrases(texts(FIRST, SECOND, THIRD))
  expect(phrases(found)).toEqual(['新发展理念', '全面贯彻新发展理念', '切实提高政治站位'])
  const [shorter, longer] = found
  expect(longer).toMatchObject({ texts: 2, alone: 2 })
  expect(longer?.spellings).toEqual([
    { text: '全面贯彻新发展理念', count: 1 },
    { text: '全面貫徹新發展理念', count: 1 },
  ])
  expect(shorter).toMatchObject({ texts: 3, alone: 2 })
  expect(shorter?.places).toHaveLength(4)
})

test('what stands only inside a longer expression is not listed, and words that only bind are cut off its ends', () => {
  const found = setPhrases(
    texts('为了营商环境持续优化的目标。', '这是营商环境持续优化的成果。', '看营商环境持续优化的成效'),
  )
  expect(phrases(found)).toEqual(['营商环境持续优化'])
})

test('words between spaces are never cut in two', () => {
  const found = setPhrases(
    texts(
      'He spoke of our community of shared future again.',
      'A community of shared futures? The community of shared future!',
    ),
  )
  expect(phrases(found)).toEqual(['community of shared future'])
  expect(found[0]?.places.map(({ text }) => text)).toEqual([0, 1])
})

test('a phrase crosses no stop, and list commas and quotation marks part nothing', () => {
  const found = setPhrases(texts('甲：“稳中求进”工作总基调。', '坚持稳中求进工作总基调', '稳中求进。工作总基调'))
  expect(found.find(({ phrase }) => phrase.includes('工作总基调'))?.spellings.map(({ text }) => text)).toEqual([
    '稳中求进”工作总基调',
    '稳中求进工作总基调',
  ])
})

const piece = fc.constantFrom(
  '高质量',
  '高質量',
  '发展',
  '發展',
  '的',
  '，',
  '。',
  '\n',
  '强',
  '首府',
  '𠮷',
  ' ',
  'new ',
  'era',
  '一',
)
const words = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''))

test('every place holds the phrase, and every text that folds to it is among the places', () => {
  const key = (text: string) => String.fromCharCode(...clausesOf(text).units)
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 5 }), (all) => {
      const given = texts(...all)
      const folded = all.map((text) => key(text))
      for (const { phrase, places, spellings, texts: spread, alone } of setPhrases(given, { shortest: 2 })) {
        const wanted = key(phrase)
        expect(places.length).toBeGreaterThanOrEqual(2)
        expect(spread).toBe(new Set(places.map(({ text }) => text)).size)
        expect(spread).toBeGreaterThanOrEqual(2)
        expect(alone).toBeLessThanOrEqual(places.length)
        expect(spellings.reduce((sum, { count }) => sum + count, 0)).toBe(places.length)
        for (const { text, start, end } of places) expect(key(all[text]?.slice(start, end) ?? '')).toBe(wanted)
        if (/[a-z ]/.test(fold(phrase))) continue // Inside words it does not count.
        const recount = folded.reduce((sum, text) => {
          let [count, at] = [0, text.indexOf(wanted)]
          for (; at !== -1; at = text.indexOf(wanted, at + 1)) count++
          return sum + count
        }, 0)
        expect(places.length).toBe(recount)
      }
    }),
    { numRuns: 300 },
  )
})

test('a thousand texts with boilerplate in common are gone through', () => {
  const boilerplate = '本网所有内容凡注明来源的均为合作媒体所有未经许可不得转载。'.repeat(3)
  const many = Array.from(
    { length: 1000 },
    (_, i) => `第${i}篇说的是${String.fromCharCode(0x4e00 + i).repeat(5)}。${boilerplate}`,
  )
  expect(setPhrases(texts(...many))[0]?.texts).toBe(1000)
})

const corpus = new URL('../../../../shared/corpus/', import.meta.url)
test.skipIf(!existsSync(corpus))(
  'the set phrases of the real files are found across scripts (needs ../shared/corpus)',
  () => {
    const real = readdirSync(corpus).map((name) => readFileSync(new URL(name, corpus), 'utf8'))
    const found = setPhrases(texts(...real)).map(({ phrase }) => fold(phrase))
    for (const wanted of ['全面貫徹新發展理念', '切實提高政治站位', '高质量发展', '构建新发展格局'])
      expect(found).toContain(fold(wanted))
  },
)
