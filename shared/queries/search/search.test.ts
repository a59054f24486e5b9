import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProblemError } from '../../result'
import { fold } from '../fold'
import { concordance, ordered } from './concordance'
import { matchText } from './match'
import { parseQuery } from './parse-query'
import { formatQuery, type SearchQuery } from './query'

const TEXT =
  '會議強調高質量發展。要抓住机遇，推动高质量发展！\n安全是发展的前提。Growth, and growth again.\n发展是安全的保障。'
const found = (typed: string, text = TEXT) => {
  const { matches, hits } = matchText(text, parseQuery(typed))
  return matches ? hits.map(({ start, end }) => text.slice(start, end)) : null
}

test('words are found in both scripts, at their exact places', () => {
  expect(found('高质量发展')).toEqual(['高質量發展', '高质量发展'])
  expect(found('高質量發展')).toEqual(['高質量發展', '高质量发展'])
  expect(found('"growth again"')).toEqual(['growth again'])
  expect(matchText(TEXT, parseQuery('高质量发展'), { script: false }).hits).toHaveLength(1)
})

test('AND, OR and NOT choose texts, and all words that are asked for are shown', () => {
  expect(found('机遇 AND 保障')).toEqual(['机遇', '保障'])
  expect(found('机遇 保障')).toEqual(['机遇', '保障'])
  expect(found('机遇 AND 稳定')).toBeNull()
  expect(found('稳定 OR 保障')).toEqual(['保障'])
  expect(found('机遇 -保障')).toBeNull()
  expect(found('机遇 NOT 稳定')).toEqual(['机遇'])
  expect(found('（稳定 OR 前提） AND “机遇”')).toEqual(['机遇', '前提'])
})

test('NEAR counts characters, sentences or paragraphs', () => {
  expect(found('安全 NEAR/1 发展')).toEqual(['安全', '发展', '发展', '安全'])
  expect(found('安全 NEAR/0 发展')).toBeNull()
  expect(found('强调 NEAR/0s 机遇')).toBeNull()
  expect(found('强调 NEAR/1s 机遇')).toEqual(['強調', '机遇'])
  expect(found('机遇 NEAR/1p 前提')).toEqual(['机遇', '前提'])
  expect(found('机遇 NEAR/1p 保障')).toBeNull()
  expect(found('机遇 NEAR/2p 保障')).toEqual(['机遇', '保障'])
})

test('wildcards stand for characters of one sentence', () => {
  expect(found('推?高')).toEqual(['推动高'])
  expect(found('抓住*发展')).toEqual(['抓住机遇，推动高质量发展'])
  expect(found('强调*机遇')).toBeNull()
  expect(found('what\\?', 'what? whatever')).toEqual(['what?'])
})

test('regular expressions are found, and those that could run for ever are refused with a sentence', () => {
  expect(found('/发展.{0,3}前提/')).toEqual(['发展的前提'])
  expect(found('/a\\/b/', 'x a/b')).toEqual(['a/b'])
  const key = (typed: string) => {
    try {
      return found(typed)
    } catch (error) {
      return error instanceof ProblemError ? error.problem.key : error
    }
  }
  expect(key('/(a+)+b/')).toBe('find.endless')
  expect(key('/(/')).toBe('find.invalid')
  expect(key('(机遇')).toBe('search.notUnderstood')
  expect(key('机遇 AND')).toBe('search.notUnderstood')
  expect(key('"机遇')).toBe('search.unclosed')
  expect(key('   ')).toBe('search.empty')
  expect(key('('.repeat(5000))).toBe('search.notUnderstood')
})

test('a concordance shows what stands around, within the paragraph, and is ordered by either side', () => {
  const lines = concordance(TEXT, matchText(TEXT, parseQuery('发展')).hits, 4)
  expect(lines.map(({ left, found, right }) => `${left}[${found}]${right}`)).toEqual([
    '調高質量[發展]。要抓住',
    '动高质量[发展]！',
    '安全是[发展]的前提。',
    '[发展]是安全的',
  ])
  expect(ordered(lines, 'right', 'zh').at(-1)?.right).toBe('是安全的')
  expect(concordance('𠮷发展𠮷', [{ start: 2, end: 4 }], 1)[0]).toMatchObject({ left: '', right: '' })
})

const leaf: fc.Arbitrary<SearchQuery> = fc.oneof(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .filter((text) => text.trim() !== '')
    .map((text) => ({ kind: 'phrase' as const, text })),
  fc.constantFrom('发*展', '?x', 'a\\*b?', '"*', '\\\\?').map((text) => ({ kind: 'wildcard' as const, text })),
  fc.constantFrom('a/b', '[一二]{2}', '\\d+', '\\\\/', '"').map((source) => ({ kind: 'regex' as const, source })),
)
const queries = fc.letrec<{ query: SearchQuery }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((all) => ({ kind: 'and' as const, all })),
    fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((any) => ({ kind: 'or' as const, any })),
    tie('query').map((of) => ({ kind: 'not' as const, of })),
    fc
      .tuple(tie('query'), tie('query'), fc.nat(99), fc.constantFrom('characters', 'sentences', 'paragraphs'))
      .map(([one, other, within, unit]) => ({ kind: 'near' as const, one, other, within, unit }) as SearchQuery),
  ),
})).query

test('every query is read back from its line of text', () => {
  fc.assert(
    fc.property(queries, (query) => {
      expect(parseQuery(formatQuery(query))).toEqual(query)
    }),
    { numRuns: 500 },
  )
})

const variants = fc.constantFrom(
  '发',
  '發',
  '展',
  '质',
  '質',
  'a',
  'A',
  'ａ',
  '“',
  '「',
  '。',
  '\n',
  '𠮷',
  '里',
  '裡',
  '裏',
)
const rows = fc.array(variants, { maxLength: 60 }).map((all) => all.join(''))

test('a folded search finds what a slow reference finds, and every place folds to what was asked for', () => {
  fc.assert(
    fc.property(rows, fc.array(variants, { minLength: 1, maxLength: 3 }), (text, wanted) => {
      const word = wanted.join('')
      fc.pre(word.trim() !== '' && !word.includes('\n'))
      const places: number[] = []
      for (let at = 0; at + word.length <= text.length; at++) {
        if ([...Array(word.length).keys()].every((i) => fold(text[at + i] ?? '') === fold(word[i] ?? ''))) {
          places.push(at)
          at += word.length - 1
        }
      }
      const { hits } = matchText(text, { kind: 'phrase', text: word })
      expect(hits.map(({ start }) => start)).toEqual(places)
      for (const { start, end } of hits) expect(fold(text.slice(start, end))).toBe(fold(word))
    }),
    { numRuns: 500 },
  )
})

const corpus = new URL('../../../../shared/corpus/', import.meta.url)
test.skipIf(!existsSync(corpus))('the real files are searched across scripts (needs ../shared/corpus)', () => {
  const spellings = new Set<string>()
  for (const name of readdirSync(corpus)) {
    const text = readFileSync(new URL(name, corpus), 'utf8')
    for (const { start, end } of matchText(text, parseQuery('高质量发展')).hits) spellings.add(text.slice(start, end))
  }
  expect([...spellings].sort()).toEqual(['高质量发展', '高質量發展'].sort())
})
