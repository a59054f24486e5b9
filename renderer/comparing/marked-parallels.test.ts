import { expect, test } from 'vitest'
import type { Travelling } from '#shared/corpus/comparing/jobs'
import { sharedStretches } from './marked-parallels'

const parallel = (here: [number, number], other: string, kind: Travelling['kind'] = 'borrowing'): Travelling => ({
  kind,
  letters: 9,
  likeness: 1,
  texts: 2,
  places: [
    { document: other, start: 0, end: 9, words: '' },
    { document: 'd', start: here[0], end: here[1], words: '' },
  ],
})

test('stretches that overlap are one mark, with each other document once; set phrases have none', () => {
  const all = [
    parallel([30, 40], 'c'),
    parallel([0, 10], 'a'),
    parallel([5, 12], 'b'),
    parallel([6, 9], 'a'),
    parallel([50, 60], 'a', 'phrase'),
  ]
  expect(sharedStretches(all, 'd')).toEqual([
    { start: 0, end: 12, documents: new Set(['a', 'b']) },
    { start: 30, end: 40, documents: new Set(['c']) },
  ])
  expect(sharedStretches(all, 'e')).toEqual([])
})
