import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../fold'
import { lastOf } from '../steps'
import { logDice, logLikelihood, logRatio, mutualInformation } from './association'
import { collocatesOf } from './collocates'
import { type CountOptions, countWords } from './frequencies'
import { keyWords } from './keyness'
import { keyOf } from './keys'
import { type CountedText, lexiconOf, listed, type TokenOptions, tokensOf } from './tokens'

const texts = (...all: string[]) => all.map((text) => ({ text }))
/** The tokens of a text one by one. */
function each(text: string, options: TokenOptions) {
  const { length, starts, ends, paragraphs } = tokensOf({ text }, options)
  return Array.from({ length }, (_, i) => {
    const [start, end] = [starts[i] as number, ends[i] as number]
    return { start, end, key: keyOf(text, start, end), paragraph: paragraphs[i] as number }
  })
}
const words = (text: string, options: Partial<CountOptions> = {}) =>
  each(text, { unit: 'word', ...options }).map(({ start, end }) => text.slice(start, end))

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
  expect(words(text).join('')).toBe(text)
})

test('stretches of several words end where a mark or a paragraph ends', () => {
  const text = '甲乙，丙丁戊\n己庚'
  const pairs = each(text, { unit: 'character', n: 2 }).map(({ key }) => key)
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
      const perText = all.map((text) => each(text, { unit: 'word' }).map(({ key }) => key))
      expect(tokens).toBe(perText.flat().length)
      const sizes = perText.map((keys) => keys.length)
      const smallest = Math.min(...sizes.filter((size) => size > 0))
      for (const { key, count, dispersion: spread } of rows) {
        const counts = perText.map((keys) => keys.filter((other) => other === key).length)
        expect(count).toBe(counts.reduce((sum, some) => sum + some, 0))
        const apart = counts.map((some, i) => Math.abs(some / count - (sizes[i] as number) / tokens))
        const slow = apart.reduce((sum, some) => sum + some, 0) / 2 / (1 - smallest / tokens)
        expect(spread).toBeCloseTo(smallest === tokens ? 0 : slow, 10)
      }
    }),
  )
})

test('dispersion is 0 where each text has its share and 1 where the shortest has all', () => {
  const { rows } = lastOf(countWords(texts('甲乙乙乙', '丙甲甲乙乙乙乙乙'), { unit: 'character' }))
  expect(rows.find(({ word }) => word === '甲')).toMatchObject({ texts: 2, dispersion: 0 })
  const apart = lastOf(countWords(texts('丁', '乙乙乙'), { unit: 'character' }))
  expect(apart.rows.find(({ word }) => word === '丁')).toMatchObject({ texts: 1, dispersion: 1 })
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
      const perText = all.map((text) => each(text, { unit: 'character' }))
      const near = perText.flatMap((tokens) =>
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
        expect(row.count).toBe(perText.flat().filter((token) => token.key === row.key).length)
      }
    }),
  )
})

test('key words tell which group has more, and how sure that is', () => {
  const some = texts('发展'.repeat(50))
  const rows = lastOf(keyWords(some, texts('稳定'.repeat(30), '发展'.repeat(10)), { unit: 'character' }))
  expect(rows.map(({ word, count: many, otherCount }) => [word, many, otherCount])).toEqual(
    expect.arrayContaining([
      ['发', 50, 10],
      ['稳', 0, 30],
    ]),
  )
  expect(rows.find(({ word }) => word === '发')?.logRatio).toBeGreaterThan(1)
  expect(rows.find(({ word }) => word === '稳')?.logRatio).toBeLessThan(-1)
})

test('of key words the surest are listed, each with its counts in both groups', () => {
  fc.assert(
    fc.property(fc.array(prose, { maxLength: 3 }), fc.array(prose, { maxLength: 3 }), (some, others) => {
      const options = { unit: 'character' as const, n: 2 }
      const [one, other] = [some, others].map((all) => lastOf(countWords(texts(...all), options)))
      const counts = (found = one) => new Map(found?.rows.map(({ key, count }) => [key, count]))
      const [mine, theirs] = [counts(one), counts(other)]
      const all = lastOf(keyWords(texts(...some), texts(...others), options))
      expect(new Set(all.map(({ key }) => key))).toEqual(new Set([...mine.keys(), ...theirs.keys()]))
      for (const { key, count, otherCount } of all)
        expect([count, otherCount]).toEqual([mine.get(key) ?? 0, theirs.get(key) ?? 0])
      const surest = lastOf(keyWords(texts(...some), texts(...others), { ...options, limit: 3 }))
      expect(surest.map(({ logLikelihood }) => logLikelihood)).toEqual(
        all.slice(0, 3).map(({ logLikelihood }) => logLikelihood),
      )
    }),
  )
})

test('a text whose words are parted already is not parted again', () => {
  let asked = 0
  const counted: CountedText = {
    text: '改革开放',
    bounds() {
      asked++
      return Uint8Array.of(0b10_00_00_01)
    },
  }
  const { rows } = lastOf(countWords([counted], { unit: 'word' }))
  expect(rows.map(({ word }) => word)).toEqual(['改革开放'])
  expect(asked).toBeGreaterThan(0)
  expect(
    lastOf(countWords([counted], { unit: 'word', lexicon: lexiconOf(['革开']) }))
      .rows.map(({ word }) => word)
      .sort(),
  ).toEqual(['改', '放', '革开'].sort())
})

test('words between spaces are counted as one with one space between, whatever stands there', () => {
  const { rows } = lastOf(countWords(texts('New  Era new era 新 时代 新时代'), { unit: 'word', n: 2 }))
  expect(rows.find(({ key }) => key === 'new era')).toMatchObject({ count: 2, word: 'New  Era' })
  expect(rows.map(({ key }) => key)).toContain(fold('era新'))
})

test('when there are too many different ones, what is listed is exact, and what is missing stands seldom', () => {
  fc.assert(
    fc.property(fc.array(prose, { maxLength: 6 }), fc.integer({ min: 1, max: 8 }), (all, most) => {
      const options = { unit: 'character' as const, n: 2 }
      const exact = lastOf(countWords(texts(...all), options))
      const { rows, short, tokens } = lastOf(countWords(texts(...all), options, most))
      expect([exact.short, tokens]).toEqual([0, exact.tokens])
      const found = new Map(rows.map((row) => [row.key, row]))
      for (const row of exact.rows) {
        const listed = found.get(row.key)
        if (listed) expect({ ...listed, word: row.word }).toEqual(row)
        else expect(row.count).toBeLessThanOrEqual(short)
      }
      expect(rows.length).toBeLessThanOrEqual(most)
    }),
  )
})

test('thousands of different words are told apart, and where few are held the frequent ones are counted exactly', () => {
  const many = Array.from({ length: 5000 }, (_, i) => String.fromCharCode(0x4e00 + i))
  const text = many.map((each, i) => (i % 50 === 0 ? `${each}龘` : each)).join('')
  const counted = lastOf(countWords(texts(text, text), { unit: 'character' }))
  const folded = new Map<string, number>()
  for (const each of fold(text + text)) folded.set(each, (folded.get(each) ?? 0) + 1)
  expect(new Map(counted.rows.map(({ key, count }) => [key, count]))).toEqual(folded)
  const few = lastOf(countWords(texts(text, text), { unit: 'character' }, 300))
  expect(few.short).toBeGreaterThan(0)
  expect(few.rows[0]).toMatchObject({ key: fold('龘'), count: folded.get(fold('龘')), texts: 2 })
})
