import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProblemError } from '../result'
import { problemIn } from '../trial-problem'
import { expressionCost } from './expression-cost'
import { type FindOptions, find } from './find'
import { fold } from './fold'

const text = '強首府，就是强首府。\n「強首府」戰略，Strong CITY, strong cities; 1978與１９７８。\n𠮷野家'
const quotes = (wanted: string, options?: FindOptions): string[] =>
  find(text, wanted, options).hits.map(({ start, end }) => text.slice(start, end))

const problemOf = (wanted: string, of: string = text): string =>
  problemIn(() => find(of, wanted, { regex: true }))?.key ?? 'none'

test('every place is found at once, in the words that stand there', () => {
  expect(quotes('强首府')).toEqual(['強首府', '强首府', '強首府'])
  expect(quotes('强首府', { script: false })).toEqual(['强首府'])
  expect(quotes('“强首府”战略')).toEqual(['「強首府」戰略'])
  expect(quotes('STRONG')).toEqual(['Strong', 'strong'])
  expect(quotes('STRONG', { case: false })).toEqual([])
  expect(quotes('1978')).toEqual(['1978', '１９７８'])
  expect(quotes('')).toEqual([])
})

test('a whole word is one that no letter of its script continues', () => {
  expect(quotes('cit', { wholeWords: true })).toEqual([])
  expect(quotes('city', { wholeWords: true })).toEqual(['CITY'])
  expect(quotes('首府', { wholeWords: true })).toHaveLength(3)
  expect(quotes('1978', { wholeWords: true })).toEqual(['1978', '１９７８'])
})

test('a regular expression overlooks what plain words do, and does not cross paragraphs', () => {
  const regex = true
  expect(quotes('强.府', { regex })).toEqual(['強首府', '强首府', '強首府'])
  expect(quotes('^“强', { regex })).toEqual(['「強'])
  expect(quotes('\\d{4}', { regex })).toEqual(['1978', '１９７８'])
  expect(quotes('STR\\w+', { regex })).toEqual(['Strong', 'strong'])
  expect(quotes('\\W+cit', { regex })).toEqual([' CIT', ' cit'])
  expect(quotes('。.强', { regex, width: false })).toEqual([])
  expect(quotes('x*', { regex })).toEqual([])
  expect(quotes('，', { regex })).toHaveLength(3)
  expect(quotes('[𠮷].', { regex })).toEqual(['𠮷野'])
  expect(find('（a）(b)', '（.）', { regex }).hits).toHaveLength(2)
})

test('an expression that is not valid is named with its reason', () => {
  for (const wanted of ['(', '[', 'a**', '\\', 'a{2,1}']) expect(problemOf(wanted), wanted).toBe('find.invalid')
  try {
    find(text, '(强', { regex: true })
  } catch (error) {
    expect((error as ProblemError).problem.params).toEqual({ wanted: '(强', reason: 'Unterminated group' })
  }
})

test('an expression that could run for ever is refused before it runs', () => {
  for (const wanted of [
    '(a+)+$',
    '(a*)*b',
    '(?:a|a)*b',
    '(.*)*x',
    '([a-z]+)*$',
    '(x+x+)+y',
    '(a|ab|b)+c',
    '((a?)*)x',
  ]) {
    expect(problemOf(wanted), wanted).toBe('find.endless')
  }
  const long = 'a'.repeat(3000)
  expect(problemOf('.*a.*b.*c.*d', long)).toBe('find.costly')
  expect(problemOf('(a?){40}a{40}', long)).toBe('find.costly')
})

test('usual expressions are not refused', () => {
  for (const wanted of [
    '第[一二三]+届',
    '(甲|乙)*',
    '强.*府',
    '(?:首府|强)+',
    'a.*b.{0,20}c',
    '(?<=「)[^」]+',
    '\\p{Lu}\\w*',
  ]) {
    expect(problemOf(wanted), wanted).toBe('none')
  }
  expect(expressionCost('abc', 1000)).toBe(1)
  expect(expressionCost('a*b*', 1000)).toBe(1001 * 1001)
})

test('a slow expression ends with patience, and too many hits end at the limit', () => {
  const slow = 'a'.repeat(20_000)
  expect(find(slow, 'a*b', { regex: true, patience: 50 }).stopped).toBe('patience')
  expect(find('aaaa', 'a', { limit: 3 })).toEqual({
    hits: [0, 1, 2].map((start) => ({ start, end: start + 1 })),
    stopped: 'limit',
  })
  expect(find('aaa', 'a', { limit: 3 }).stopped).toBeNull()
})

test('what is found is what was wanted, folded, and nothing between the hits is', () => {
  const words = fc.string({ unit: fc.constantFrom('台', '臺', 'a', 'Ａ', '「', '“', '\n', '𠮷'), maxLength: 30 })
  fc.assert(
    fc.property(words, words, fc.boolean(), (each, wanted, script) => {
      const { hits } = find(each, wanted.slice(0, 2), { script })
      const key = fold(wanted.slice(0, 2), { script })
      let from = 0
      for (const { start, end } of hits) {
        expect(fold(each.slice(start, end), { script })).toBe(key)
        expect(fold(each.slice(from, start), { script }).includes(key)).toBe(false)
        from = end
      }
      if (key !== '') expect(fold(each.slice(from), { script }).includes(key)).toBe(false)
    }),
  )
})
