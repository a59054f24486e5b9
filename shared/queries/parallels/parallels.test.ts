import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceFrom } from '../../importers/fuzz'
import { fold } from '../fold'
import { lettersOf } from './letters'
import type { Parallel } from './parallel'
import { findParallels } from './parallels'

const texts = (...all: string[]) => all.map((text, i) => ({ id: `${i}`, text }))
const quotes = (all: readonly string[], { places }: Parallel) =>
  places.map(({ text, start, end }) => all[text]?.slice(start, end))

const ORIGINAL = '要坚持以人民为中心的发展思想，着力解决群众急难愁盼问题，让改革发展成果更多更公平惠及全体人民。'
const CHANGED = '必須堅持以人民為中心的發展理念，著力解決百姓急難愁盼的問題，讓改革發展成果更多更公平地惠及全體市民。'

test('a passage with changed words is found across scripts, as one', () => {
  const all = [`甲市昨日开会。${ORIGINAL}会议还研究了其他事项。`, `乙縣動員大會舉行。${CHANGED}書記講了話。`]
  const found = findParallels(texts(...all))
  expect(found).toHaveLength(1)
  const [parallel] = found
  if (!parallel) throw new Error('A parallel was expected.')
  expect(quotes(all, parallel)).toEqual([
    '坚持以人民为中心的发展思想，着力解决群众急难愁盼问题，让改革发展成果更多更公平惠及全体',
    '堅持以人民為中心的發展理念，著力解決百姓急難愁盼的問題，讓改革發展成果更多更公平地惠及全體',
  ])
  expect(parallel.kind).toBe('borrowing')
  expect(parallel.likeness).toBeGreaterThan(0.8)
  expect(parallel.likeness).toBeLessThan(1)
})

test('in alphabets words are kept whole', () => {
  const all = [
    'We hold that the unexamined reading is not worth having, and said so.',
    'Some hold the unexamined reading is not worth having; others read on.',
  ]
  const found = findParallels(texts(...all))
  expect(found.map((each) => quotes(all, each)[1])).toEqual(['hold the unexamined reading is not worth having'])
})

test('what is short and stands in many texts is told apart as a set phrase', () => {
  const all = ['甲', '乙', '丙', '丁', '戊'].map((name) => `${name}地报告：全面贯彻新发展理念，${name.repeat(9)}。`)
  const found = findParallels(texts(...all))
  expect(found.map(({ kind, texts: spread }) => [kind, spread])).toEqual(found.map(() => ['phrase', 5]))
  expect(found).toHaveLength(10)
})

test('set phrases in a row are no borrowing, and the same words said by one alone are', () => {
  const [one, other] = ['持续优化营商环境', '一年接着一年干']
  const common = ['甲', '乙', '丙', '丁'].map((name) => `${name}${name}${one}，${name}地${other}。`)
  const found = findParallels(texts(...common, `戊${one}，己说${other}。`, `庚${one}${other}辛。`))
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['phrase']))
  const [rare] = findParallels(
    texts(`${one}，雨水打湿了旧皮箱，${other}。`, `${one}，雨水打湿了旧皮箱，${other}。`, ...common),
  )
  expect(rare).toMatchObject({ kind: 'borrowing', places: [{ text: 0 }, { text: 1 }] })
})

test('another way to align a passage that is found is no parallel of its own', () => {
  const all = [
    '国务院总理李克强代表国务院向大会作政府工作报告。报告指出，国内生产总值增长6%以上，城镇新增就业1100万人以上。',
    '会议批准了国务院总理李克强所作的政府工作报告。根据报告，2021年国内生产总值增长6%以上，城镇新增就业1100万人以上。',
  ]
  expect(findParallels(texts(...all))).toHaveLength(1)
})

test('words of an alphabet that share single letters are no part of a passage, and marks stand in pairs', () => {
  const english = [
    'At noon the Ministry of Foreign Affairs in Vienna has said, the talks go on.',
    'A note of the Ministry of Foreign Affairs in Vienna issued the day before.',
  ]
  const [ends] = findParallels(texts(...english))
  expect(ends && quotes(english, ends)[0]).toBe('the Ministry of Foreign Affairs in Vienna')
  const quoted = ['他们增强“四个意识”、做到“两个维护”。', '要增强“四個意識”，做到“兩個維護”，']
  const [pairs] = findParallels(texts(...quoted))
  expect(pairs && quotes(quoted, pairs)).toEqual(['增强“四个意识”、做到“两个维护”', '增强“四個意識”，做到“兩個維護”'])
})

const sign = fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏閏餘成歲律吕調陽雲騰致雨露結爲霜')
const prose = fc.array(sign, { minLength: 30, maxLength: 300 }).map((all) => all.join(''))

test('a text beside itself is one parallel, all of it', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const [first] = findParallels(texts(text, text))
      expect(first).toMatchObject({ letters: text.length, likeness: 1 })
      expect(first?.places.map(({ start, end }) => [start, end])).toEqual([
        [0, text.length],
        [0, text.length],
      ])
    }),
    { numRuns: 100 },
  )
})

test('places lie inside their texts, of two texts, and share at least as many letters as is said of runs', () => {
  fc.assert(
    fc.property(fc.array(prose, { minLength: 2, maxLength: 5 }), (all) => {
      for (const { places, letters, likeness } of findParallels(texts(...all), { shortest: 5 })) {
        const [one, other] = places
        expect(one.text).toBeLessThan(other.text)
        for (const { text, start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(all[text]?.length ?? 0)
          expect(lettersOf(all[text]?.slice(start, end) ?? '').length).toBeGreaterThanOrEqual(letters)
        }
        expect(likeness).toBeGreaterThanOrEqual(0.6)
        expect(likeness).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 100 },
  )
})

/** Texts of random characters, with one passage of each tenth planted in another, so many of its characters changed. */
function planted(changed: number) {
  const chance = chanceFrom(7)
  const letter = () => String.fromCharCode(0x4e00 + Math.floor(chance() * 2500))
  const letters = (count: number) => Array.from({ length: count }, letter).join('')
  const all = Array.from({ length: 60 }, () => letters(600))
  const plants: { readonly from: number; readonly to: number; readonly start: number }[] = []
  for (let i = 0; i < 30; i++) {
    const passage = letters(60)
    const copy = [...passage].map((each) => (chance() < changed ? letter() : each)).join('')
    all[i] = `${all[i]}${passage}${letters(40)}`
    const to = 30 + i
    plants.push({ from: i, to, start: all[to]?.length ?? 0 })
    all[to] = `${all[to]}${copy}${letters(40)}`
  }
  return { all, plants }
}

test.each([
  [0, 1, 1],
  [0.1, 1, 1],
  [0.2, 0.95, 1],
  [0.3, 0.7, 1],
])(
  'of planted borrowings with %d of their characters changed at least %d are found, and %d of what is found is planted',
  (changed, recall, precision) => {
    const { all, plants } = planted(changed)
    const found = findParallels(texts(...all), { shortest: 15, likeness: 0.5 })
    const isPlanted = ({ places: [one, other] }: Parallel) =>
      plants.some(({ from, to }) => one.text === from && other.text === to)
    const met = plants.filter(({ from, to }) =>
      found.some(({ places: [one, other] }) => one.text === from && other.text === to),
    )
    expect(met.length / plants.length).toBeGreaterThanOrEqual(recall)
    expect(found.filter(isPlanted).length / Math.max(1, found.length)).toBeGreaterThanOrEqual(precision)
  },
)

const corpus = new URL('../../../../shared/corpus/', import.meta.url)
test.skipIf(!existsSync(corpus))(
  'the parallels of the real files are found across scripts (needs ../shared/corpus)',
  () => {
    const real = readdirSync(corpus).map((name) => readFileSync(new URL(name, corpus), 'utf8'))
    const found = findParallels(texts(...real)).map((each) => fold(quotes(real, each)[0] ?? ''))
    expect(found).toContain(fold('全面貫徹新發展理念'))
    expect(found).toContain(fold('切實提高政治站位'))
  },
)
