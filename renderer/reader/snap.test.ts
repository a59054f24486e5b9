import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, blockStarts, plainText } from '#shared/model/document'
import { snapped } from './snap'

const blocks: Block[] = [
  { kind: 'paragraph', text: 'The harbour takes in. It gives out.' },
  { kind: 'paragraph', text: '第一句话。第二句话！' },
]
const text = { blocks, starts: blockStarts(blocks), language: 'en' }
const plain = plainText(blocks)
const words = (start: number, end: number, snap: 'off' | 'words' | 'sentences'): string => {
  const range = snapped(text, plain, { start, end }, snap)
  return plain.slice(range.start, range.end)
}

test('a selection grows to the words at its ends, and lets go of spaces there', () => {
  expect(words(6, 14, 'words')).toBe('harbour takes')
  expect(words(3, 12, 'words')).toBe('harbour')
  expect(words(6, 14, 'off')).toBe('rbour ta')
})

test('a selection grows to the sentences at its ends, also over two paragraphs', () => {
  expect(words(6, 14, 'sentences')).toBe('The harbour takes in.')
  expect(words(25, 39, 'sentences')).toBe('It gives out.\n第一句话。')
})

test('a snapped selection holds every word of the selection, and snapping again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: plain.length - 1 }),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom('words' as const, 'sentences' as const),
      (start, length, snap) => {
        const range = { start, end: Math.min(plain.length, start + length) }
        const once = snapped(text, plain, range, snap)
        expect(plain.slice(once.start, once.end)).toContain(plain.slice(range.start, range.end).trim())
        expect(snapped(text, plain, once, snap)).toEqual(once)
      },
    ),
  )
})
