import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../fold'
import { lastOf } from '../steps'
import { logDice, logLikelihood, logRatio, mutualInformation } from './association'
import { collocatesOf } from './collocates'
import { dispersion } from './dispersion'
import { type CountOptions, countWords } from './frequencies'
import { keyWords } from './keyness'
import { lexiconOf, listed, ngramsOf, tokensOf } from './tokens'

const texts = (...all: string[]) => all.map((text) => ({ text }))
const words = (text: string, options: Partial<CountOptions> = {}) =>
  [...tokensOf(text, { unit: 'word', ...options })].map(({ start, end }) => text.slice(start, end))

test('words are parted paragraph by paragraph, and those of one’s own lexicon are never parted', () => {
  const text = '政府工作报告\n高质量发展，新发展理念。'
  expect(words(text).join('|')).not.toContain('高质量发展')
  const lexicon = lexiconOf(['高質量發展', ' 新发展理念 ', ''])
  expect(words(text, { lexicon }).slice(-2)).toEqual(['高质量发展', '新发展理念'])
})

test('a list of words is read line by line, with commas or remarks or without', () => {
  expect(listed('的, 了\n# 虚词\n 和 # 连词\n\n与、及')).toEqual(['的', '了', '和', '与', '及'])
})

test('a paragraph of any length is parted, and nothing of it is lost', () => {
  const text = '改革开放'.repeat(5000)
  expect([...tokensOf(text, { unit: 'word' })].reduce((sum, { start, end }) => sum + end - start, 0)).toBe(text.length)
})

test('stretches of several words end where a mark or a paragraph ends', () => {
  const text = '甲乙，丙丁戊\n己庚'
  const pairs = [...ngramsOf(text, tokensOf(text, { unit: 'character' }), 2)].map(({ key }) => key)
  expect(pairs).toEqual(['甲乙', '丙丁', '丁戊', '己庚'].map((each) => fold(each)))
})

const sign = fc.constantFrom(...'改革發展发展开放，。\n 𠮷aB１')
const prose = fc.array(sign, { maxLength: 60 }).map((all) => all.join(''))

test('characters are counted as often as a slow recount finds them', () => {
  fc.assert(
    fc.property(fc.array(prose, { maxLength: 5 }), (all) => {
      const { rows, tokens, types } = lastOf(countWords(texts(...all), { unit: 'character' }))
      const letters = all.flatMap((text) => Array.from(fold(text)).filter((each) => /[\p{L}\p{N}]/u.test(each)))
      expect([tokens, types]).toEqual([letters.length, new Set(letters).size])
      for (const { key, count, texts: spread } of rows) {
        expect(count).toBe(letters.filter((each) => each === key).length)
        expect(spread).toBe(all.filter((text) => Array.from(fold(text)).includes(key)).length)
      }
    }),
  )
})

test('words are counted as often as they are parted, and spread as DP says when it is reckoned text by text', () => {
  fc.assert(
    fc.property(fc.array(prose, { minLength: 2, maxLength: 5 }), (all) => {
      const { rows, tokens } = lastOf(countWords(texts(...all), { unit: 'word' }))
      const each = all.map((text) => [...tokensOf(text, { unit: 'word' })].map(({ key }) => key))
      expect(tokens).toBe(each.flat().length)
      const sizes = each.map((keys) => keys.length)
      const smallest = Math.min(...sizes.filter((size) => size > 0))
      for (const { key, count, dispersion: spread } of rows) {
        const counts = each.map((keys) => keys.filter((other) => other === key).length)
        expect(count).toBe(counts.reduce((sum, some) => sum + some, 0))
        const apart = counts.map((some, i) => Math.abs(some / count - (sizes[i] as number) / tokens))
        const slow = apart.reduce((sum, some) => sum + some, 0) / 2 / (1 - smallest / tokens)
        expect(spread).toBeCloseTo(smallest === tokens ? 0 : slow, 10)
      }
    }),
  )
})

test('dispersion is 0 where each text has its share and 1 where the shortest has all', () => {
  expect(dispersion([2, 4], [10, 20], { total: 30, smallest: 10 })).toBeCloseTo(0)
  expect(dispersion([3], [10], { total: 30, smallest: 10 })).toBeCloseTo(1)
})

test('stop words are counted among all, and not listed', () => {
  const { rows, tokens } = lastOf(countWords(texts('改革的改革'), { unit: 'character', stops: new Set([fold('的')]) }))
  expect([tokens, rows.map(({ word, count }) => [word, count])]).toEqual([
    5,
    [
      ['改', 2],
      ['革', 2],
    ],
  ])
})

test('the measures come to what their sources reckon', () => {
  // Rayson's log-likelihood wizard takes the two observed cells; with small shares the whole table comes to the same.
  expect(logLikelihood({ count: 100, size: 1e6, otherCount: 50, otherSize: 1e6 })).toBeCloseTo(16.99, 1)
  expect(logRatio({ count: 100, size: 1000, otherCount: 50, otherSize: 1000 })).toBeCloseTo(1)
  expect(logRatio({ count: 8, size: 1000, otherCount: 0, otherSize: 1000 })).toBeCloseTo(4)
  expect(mutualInformation(8, 2)).toBe(2)
  expect(logDice(10, 10, 10)).toBe(14)
  expect(logDice(5, 10, 10)).toBe(13)
})

test('collocates are counted as a slow look around each place finds them', () => {
  fc.assert(
    fc.property(fc.array(prose, { maxLength: 4 }), fc.integer({ min: 1, max: 4 }), (all, window) => {
      const key = fold('发')
      const found = lastOf(collocatesOf(texts(...all), key, { unit: 'character', window, fewest: 1 }))
      const each = all.map((text) => [...tokensOf(text, { unit: 'character' })])
      const near = each.flatMap((tokens) =>
        tokens.filter(
          (token, i) =>
            token.key !== key &&
            tokens.some(
              (other, j) => other.key === key && Math.abs(i - j) <= window && other.paragraph === token.paragraph,
            ),
        ),
      )
      expect(found.windows).toBe(near.length)
      for (const row of found.rows) {
        expect(row.near).toBe(near.filter((token) => token.key === row.key).length)
        expect(row.count).toBe(each.flat().filter((token) => token.key === row.key).length)
      }
    }),
  )
})

test('key words tell which group has more, and how sure that is', () => {
  const count = (...all: string[]) => lastOf(countWords(texts(...all), { unit: 'character' }))
  const rows = keyWords(count('发展'.repeat(50)), count('稳定'.repeat(30), '发展'.repeat(10)))
  expect(rows.map(({ word, count: many, otherCount }) => [word, many, otherCount])).toEqual(
    expect.arrayContaining([
      ['发', 50, 10],
      ['稳', 0, 30],
    ]),
  )
  expect(rows.find(({ word }) => word === '发')?.logRatio).toBeGreaterThan(1)
  expect(rows.find(({ word }) => word === '稳')?.logRatio).toBeLessThan(-1)
})

test('when there are too many different ones, no count is too high, none lacks more than is said, and the frequent stay', () => {
  fc.assert(
    fc.property(fc.array(prose, { maxLength: 6 }), fc.integer({ min: 1, max: 8 }), (all, most) => {
      const options = { unit: 'character' as const, n: 2 }
      const exact = lastOf(countWords(texts(...all), options))
      const { rows, short, tokens } = lastOf(countWords(texts(...all), options, most))
      expect([exact.short, tokens]).toEqual([0, exact.tokens])
      const counts = new Map(rows.map(({ key, count }) => [key, count]))
      for (const { key, count } of exact.rows) {
        const counted = counts.get(key) ?? 0
        expect(counted).toBeLessThanOrEqual(count)
        expect(counted).toBeGreaterThanOrEqual(count - short)
      }
      expect(rows.length).toBeLessThanOrEqual(most)
    }),
  )
})
