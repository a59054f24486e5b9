import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, blockStarts, plainText } from '#shared/model/document'
import { type MoveText, type MoveUnit, moved } from './units'

const blocks: Block[] = [
  { kind: 'heading', level: 1, text: '讲话' },
  { kind: 'paragraph', text: '第一句。第二句！“第三句？”' },
  { kind: 'paragraph', text: '' },
  { kind: 'heading', level: 2, text: '一、要点' },
  { kind: 'paragraph', text: '末句。' },
]
const text: MoveText = { blocks, starts: blockStarts(blocks), language: 'zh-Hans' }
const whole = plainText(blocks)
const words = (start: number, end: number, unit: MoveUnit, by: 1 | -1): string | null => {
  const range = moved(text, { start, end }, unit, by)
  return range && whole.slice(range.start, range.end)
}

test('a move on from the caret takes the sentence there, then the next, then that of the next paragraph', () => {
  expect(words(3, 3, 'sentence', 1)).toBe('第一句。')
  expect(words(3, 7, 'sentence', 1)).toBe('第二句！')
  expect(words(7, 11, 'sentence', 1)).toBe('“第三句？”')
  expect(words(11, 17, 'sentence', 1)).toBe('一、要点')
  expect(words(whole.length - 3, whole.length, 'sentence', 1)).toBeNull()
})

test('a caret at the end of what was coded moves on to what follows, also over a space', () => {
  expect(words(7, 7, 'sentence', 1)).toBe('第二句！')
  expect(words(17, 17, 'sentence', 1)).toBe('一、要点')
  expect(words(17, 17, 'paragraph', 1)).toBe('一、要点')
  const english: Block[] = [{ kind: 'paragraph', text: 'One is here. Two is there.' }]
  const given: MoveText = { blocks: english, starts: blockStarts(english), language: 'en' }
  expect(moved(given, { start: 12, end: 12 }, 'sentence', 1)).toEqual({ start: 13, end: 26 })
  expect(moved(given, { start: 26, end: 26 }, 'sentence', 1)).toBeNull()
})

test('what is selected over several paragraphs is moved on from its end', () => {
  expect(words(0, 7, 'sentence', 1)).toBe('第二句！')
})

test('a move back takes the sentence before, also that of the paragraph before', () => {
  expect(words(7, 11, 'sentence', -1)).toBe('第一句。')
  expect(words(3, 7, 'sentence', -1)).toBe('讲话')
  expect(words(0, 2, 'sentence', -1)).toBeNull()
})

test('paragraphs that are empty are passed over, and headings are found in both directions', () => {
  expect(words(3, 17, 'paragraph', 1)).toBe('一、要点')
  expect(words(20, 20, 'paragraph', -1)).toBe('第一句。第二句！“第三句？”')
  expect(words(5, 5, 'paragraph', 1)).toBe('第一句。第二句！“第三句？”')
  expect(words(5, 5, 'heading', 1)).toBe('一、要点')
  expect(words(5, 5, 'heading', -1)).toBe('讲话')
})

test('blocks that are folded are passed over', () => {
  const folded: MoveText = { ...text, isFolded: (offset) => offset > 2 && offset < 19 }
  expect(moved(folded, { start: 0, end: 2 }, 'sentence', 1)).toEqual({ start: 19, end: 23 })
  expect(moved(folded, { start: 19, end: 23 }, 'paragraph', -1)).toEqual({ start: 0, end: 2 })
})

test('a heading that runs into a paragraph is found too, as its words', () => {
  const outline = [{ start: 4, end: 8, level: 2 }]
  const given: MoveText = {
    ...text,
    blocks: [blocks[0] as Block, { ...(blocks[1] as Block), outline }, ...blocks.slice(2)],
  }
  const move = (at: number, by: 1 | -1) => {
    const range = moved(given, { start: at, end: at }, 'heading', by)
    return range && whole.slice(range.start, range.end)
  }
  expect([move(0, 1), move(3, 1), move(7, 1)]).toEqual(['第二句！', '第二句！', '一、要点'])
  expect([move(19, -1), move(9, -1), move(7, -1)]).toEqual(['第二句！', '第二句！', '讲话'])
})

test('moving on by any unit always ends, and never goes back', () => {
  const block = fc.record({
    kind: fc.constantFrom('paragraph' as const, 'heading' as const),
    text: fc.string({ unit: fc.constantFrom('句', '。', 'a', '.', ' ', '”') }),
  })
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 8 }),
      fc.constantFrom<MoveUnit>('sentence', 'paragraph'),
      (given, unit) => {
        const any: MoveText = { blocks: given, starts: blockStarts(given), language: 'zh-Hans' }
        let at = { start: 0, end: 0 }
        for (let steps = 0; steps < 400; steps += 1) {
          const next = moved(any, at, unit, 1)
          if (!next) return
          expect(next.start).toBeGreaterThanOrEqual(at.end)
          expect(next.end).toBeGreaterThan(next.start)
          at = next
        }
        expect.fail('it never ends')
      },
    ),
  )
})
