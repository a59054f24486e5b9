import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedText, findDuplicates } from './duplicates'

/** A text of sentences that no other seed has. */
function textOf(seed: number, sentences: number): string {
  let state = seed * 2654435761 + 1
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 8
  }
  const sentence = () => `${Array.from({ length: 20 }, () => String.fromCharCode(0x4e00 + (next() % 3000))).join('')}。`
  return Array.from({ length: sentences }, sentence).join('\n')
}
const kinds = (...texts: string[]) =>
  findDuplicates(texts.map((text, i) => ({ id: String(i), text }))).map(({ document, of, kind }) => [
    document,
    of,
    kind,
  ])

test('the same text is recognised, whatever its script, width, case and punctuation are', () => {
  expect(kinds('红旗渠精神，代代相传！ＡＢＣ１２', textOf(1, 5), '紅旗渠精神 代代相傳 abc12')).toEqual([
    ['2', '0', 'same'],
  ])
  expect(kinds('红旗渠精神代代相传', '红旗渠精神代代相守')).toEqual([])
  expect(kinds('头版', '头版', '')).toEqual([])
})

test('a text that was edited is nearly the same, and says how much of it', () => {
  const text = textOf(1, 60).split('\n')
  const edited = [...text.slice(0, 20), textOf(2, 2), ...text.slice(22), textOf(3, 1)].join('\n')
  const [found] = findDuplicates([
    { id: 'a', text: textOf(9, 60) },
    { id: 'b', text: text.join('\n') },
    { id: 'c', text: edited },
  ])
  expect(found).toMatchObject({ document: 'c', of: 'b', kind: 'nearly' })
  expect(found?.share).toBeGreaterThan(0.85)
  expect(found?.share).toBeLessThan(1)
})

test('an excerpt is within the whole, and the whole is around an excerpt that was there before', () => {
  const whole = textOf(1, 100)
  const part = whole.split('\n').slice(30, 60).join('\n')
  expect(kinds(whole, part)).toEqual([['1', '0', 'within']])
  expect(kinds(part, whole)).toEqual([['1', '0', 'around']])
})

test('texts that share half of their words are two texts', () => {
  const common = textOf(1, 40)
  expect(kinds(`${common}\n${textOf(2, 40)}`, `${common}\n${textOf(3, 40)}`)).toEqual([])
})

test('of several earlier texts the most alike is named, and those that were not asked for are not answered', () => {
  const text = textOf(1, 80).split('\n')
  const documents = [
    { id: 'a', text: [...text.slice(0, 70), textOf(2, 10)].join('\n') },
    { id: 'b', text: [...text.slice(0, 78), textOf(3, 2)].join('\n') },
    { id: 'c', text: text.join('\n') },
    { id: 'd', text: text.join(' ') },
  ]
  expect(findDuplicates(documents, new Set(['c', 'd'])).map(({ document, of, kind }) => [document, of, kind])).toEqual([
    ['c', 'b', 'nearly'],
    ['d', 'c', 'same'],
  ])
})

test('what is debris of the page around a text is not compared', () => {
  const block = (text: string) => ({ kind: 'paragraph', text }) as const
  expect(comparedText([block('首页 > 新闻'), { ...block('分享'), debris: 'share' }, block('正文')])).toBe(
    '首页 > 新闻\n正文',
  )
})

test('a text is the same as itself, and a part that is cut out of it is never more than it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 1, max: 60 }),
      (seed, from, count) => {
        const text = textOf(seed, 60)
        expect(kinds(text, ` ${text}`)).toEqual([['1', '0', 'same']])
        const part = text
          .split('\n')
          .slice(from, from + count)
          .join('\n')
        for (const [, , kind] of kinds(text, part)) expect(['same', 'nearly', 'within']).toContain(kind)
      },
    ),
    { numRuns: 40 },
  )
})
