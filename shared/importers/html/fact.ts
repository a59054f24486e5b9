import { type Evidence, METADATA_FIELDS } from '../../model/document'

/** What a page can say about itself, beside its text. */
export const PAGE_FIELDS = [...METADATA_FIELDS, 'tags', 'language', 'description'] as const
export type PageField = (typeof PAGE_FIELDS)[number]

/** Something a page says about itself, and where. */
export interface Fact {
  readonly field: PageField
  /** White space collapsed and trimmed; never empty. */
  readonly value: string
  /** How far it is believed before others of the same field: the lowest rank first. */
  readonly rank: number
  readonly evidence: Evidence
}

/** A quotation of markup is cut off after so many UTF-16 units. */
const LONGEST_QUOTE = 300

/** What is quoted as evidence, on one line, cut off where it is too long to be read. */
export function quoted(words: string): string {
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > LONGEST_QUOTE ? `${[...line.slice(0, LONGEST_QUOTE)].slice(0, -1).join('')}…` : line
}

/** Whether a field may have several values. */
export const isOfMany = (field: PageField): boolean =>
  field === 'author' || field === 'editor' || field === 'reporter' || field === 'tags'

/** Several values in one line, each once: Chinese and Japanese names with 、 between them, others with a comma. */
export const together = (values: readonly string[]): string =>
  [...new Set(values)].join(values.every((value) => /[\p{sc=Han}\p{sc=Kana}]/u.test(value)) ? '、' : ', ')
