import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beside } from './beside'

test('what differs is marked on both sides, and another script is no difference', () => {
  const [one, other] = beside('推动高质量发展理念', '推動高質量發展思想')
  expect(one).toEqual([
    { words: '推动高质量发展', isSame: true },
    { words: '理念', isSame: false },
  ])
  expect(other.map(({ words }) => words)).toEqual(['推動高質量發展', '思想'])
})

test('both passages are there whole, and no pair of surrogates is parted', () => {
  const sign = fc.constantFrom('𠮷', '😃', '發', '发', 'a', '，', '\n')
  const passage = fc.array(sign, { maxLength: 30 }).map((all) => all.join(''))
  fc.assert(
    fc.property(passage, passage, (one, other) => {
      const sides = beside(one, other)
      expect(sides.map((side) => side.map(({ words }) => words).join(''))).toEqual([one, other])
      for (const { words } of sides.flat()) expect(() => encodeURIComponent(words)).not.toThrow()
    }),
  )
})
