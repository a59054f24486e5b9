import type { WordsAsked } from '#shared/corpus/comparing/jobs'

/** What can be counted. */
export const UNITS = ['word', 'words2', 'words3', 'character', 'characters2', 'characters3', 'characters4'] as const
export type Unit = (typeof UNITS)[number]

/** What is asked of the corpus for it. */
export const unitOf = (unit: Unit): Pick<WordsAsked, 'unit' | 'n'> => ({
  unit: unit.startsWith('word') ? 'word' : 'character',
  n: Number(/\d$/.exec(unit)?.[0] ?? 1),
})
