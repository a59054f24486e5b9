import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, plainText } from '#shared/model/document'
import { BLOCKS_PER_SECTION, positionsOf, proseDocument } from './positions'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constant(''),
  fc.constant('𠮷野家😃'),
  fc.constantFrom('强首府', 'a\ud83d', '\udc00b'),
)
const block = text.map((raw): Block => ({ kind: 'paragraph', text: raw.replaceAll('\n', ' ') }))
const blocks = fc.oneof(
  fc.array(block, { minLength: 1, maxLength: 6 }),
  fc.array(block, { minLength: BLOCKS_PER_SECTION - 1, maxLength: 2 * BLOCKS_PER_SECTION + 2 }),
)

test('offset -> position -> offset is the identity for every offset of any document', () => {
  fc.assert(
    fc.property(blocks, (source) => {
      const positions = positionsOf(source)
      const length = plainText(source).length
      expect(positions.length).toBe(length)
      for (let offset = 0; offset <= length; offset += 1) {
        if (positions.toOffset(positions.toPos(offset)) !== offset) expect.fail(`offset ${offset} drifts`)
      }
    }),
  )
})

test('the text between two positions of the ProseMirror document is the text between their offsets', () => {
  fc.assert(
    fc.property(blocks, fc.nat(), fc.nat(), (source, a, b) => {
      const positions = positionsOf(source)
      const doc = proseDocument(source)
      const whole = plainText(source)
      const start = Math.min(a, b) % (whole.length + 1)
      const end = start + ((Math.max(a, b) - start) % (whole.length - start + 1))
      expect(doc.textBetween(positions.toPos(start), positions.toPos(end), '\n')).toBe(whole.slice(start, end))
      expect(doc.content.size).toBeGreaterThan(positions.toPos(whole.length))
      doc.check()
    }),
  )
})

test('marks change no position', () => {
  const marked: Block[] = [
    {
      kind: 'paragraph',
      text: '坚持“强广西必须强首府”理念',
      marks: [
        { start: 2, end: 11, kind: 'strong' },
        { start: 5, end: 13, kind: 'link', href: 'https://example.org' },
      ],
    },
    { kind: 'paragraph', text: 'b' },
  ]
  const doc = proseDocument(marked)
  expect(doc.textContent).toBe(`${marked[0]?.text}b`)
  expect(doc.textBetween(positionsOf(marked).toPos(15), positionsOf(marked).toPos(16), '\n')).toBe('b')
})

test('a position between two blocks is the beginning of the block after it', () => {
  const two: Block[] = [
    { kind: 'paragraph', text: 'ab' },
    { kind: 'paragraph', text: 'cd' },
  ]
  expect(positionsOf(two).toOffset(5)).toBe(3)
  expect(positionsOf(two).toOffset(0)).toBe(0)
  expect(positionsOf(two).toOffset(99)).toBe(5)
})
