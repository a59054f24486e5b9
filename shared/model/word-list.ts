import type { CoderId, Id, ProjectId, Time } from './ids'

/** `lexicon`: words that are never parted when words are counted; `stops`: words that are counted but not listed. */
export const WORD_LISTS = ['lexicon', 'stops'] as const
export type WordListKind = (typeof WORD_LISTS)[number]

/** A list of the researcher's own for counting words. All lists of a kind that a project has hold together. */
export interface WordList {
  readonly id: Id
  readonly project: ProjectId
  readonly kind: WordListKind
  /** As they were written, in that order, each once. */
  readonly words: readonly string[]
  readonly coder: CoderId
  readonly created: Time
}

/** The words of all lists of a kind, each once. */
export const wordsIn = (lists: readonly WordList[], kind: WordListKind): string[] => [
  ...new Set(lists.flatMap((list) => (list.kind === kind ? list.words : []))),
]
