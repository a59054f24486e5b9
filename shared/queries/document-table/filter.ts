import { numberOf } from '../../editing/attribute-values'
import type { SourceDocument } from '../../model/document'
import { fold } from '../fold'
import { type CellValue, cellOf, cellWords, type TableFacts } from './cells'
import type { Column, ColumnId } from './columns'

/** Which values of a column are wanted; what is absent asks for nothing. */
export interface ColumnFilter {
  /** Every word of it must stand in the cell, blind to script, width and case. */
  readonly words?: string
  /** The value must be one of these, in words; empty for cells without one. */
  readonly values?: readonly string[]
  /** Numbers and dates: the first and the last that are wanted. A date may be part of one: to 2021 is to its end. */
  readonly from?: string
  readonly to?: string
}

/** What each column is filtered by; a column that is not there is not. */
export type Filters = { readonly [C in ColumnId]?: ColumnFilter }

/** Whether a filter asks for anything. */
export const asks = ({ words = '', values, from = '', to = '' }: ColumnFilter = {}): boolean =>
  words.trim() !== '' || values !== undefined || from.trim() !== '' || to.trim() !== ''

const wordsOf = (typed: string): string[] => fold(typed).split(/\s+/).filter(Boolean)

const isFrom = (value: string | number, from: string): boolean =>
  typeof value === 'number' ? value >= (numberOf(from) ?? -Infinity) : value.slice(0, from.length) >= from

const isTo = (value: string | number, to: string): boolean =>
  typeof value === 'number' ? value <= (numberOf(to) ?? Infinity) : value.slice(0, to.length) <= to

function fits(value: CellValue, { words = '', values, from = '', to = '' }: ColumnFilter): boolean {
  if (values) {
    const has = typeof value === 'object' && value.length > 0 ? value : [cellWords(value)]
    if (!has.some((each) => values.includes(cellWords(each)))) return false
  }
  const wanted = wordsOf(words)
  if (wanted.length > 0) {
    const folded = fold(cellWords(value))
    if (!wanted.every((word) => folded.includes(word))) return false
  }
  if (from.trim() === '' && to.trim() === '') return true
  if (value === undefined || typeof value === 'object') return false
  return (from.trim() === '' || isFrom(value, from.trim())) && (to.trim() === '' || isTo(value, to.trim()))
}

/** What documents are asked for. */
export interface Wanted {
  /** Those that are shown: what is not seen filters nothing. */
  readonly columns: readonly Column[]
  readonly filters: Filters
  readonly typed: string
}

/** Tells whether all filters of the columns let a document through, and every word of `typed` stands in its cells. */
export function filterOf(wanted: Wanted, facts: TableFacts): (document: SourceDocument) => boolean {
  const active = wanted.columns.flatMap((column) => {
    const filter = wanted.filters[column.id]
    return filter && asks(filter) ? [{ column, filter }] : []
  })
  const words = wordsOf(wanted.typed)
  return (document) => {
    if (!active.every(({ column, filter }) => fits(cellOf(document, column, facts), filter))) return false
    if (words.length === 0) return true
    const text = fold(wanted.columns.map((column) => cellWords(cellOf(document, column, facts))).join('\n'))
    return words.every((word) => text.includes(word))
  }
}

/** The documents that `filterOf` lets through, in their order. */
export const filtered = (documents: readonly SourceDocument[], wanted: Wanted, facts: TableFacts): SourceDocument[] =>
  documents.filter(filterOf(wanted, facts))

/** A value that cells of a column have, in words (empty: none), and in how many documents. */
export interface ValueCount {
  readonly words: string
  readonly count: number
}

/** The values of a column, the commonest first. */
export function valuesIn(documents: readonly SourceDocument[], column: Column, facts: TableFacts): ValueCount[] {
  const counts = new Map<string, number>()
  for (const document of documents) {
    const value = cellOf(document, column, facts)
    const all = typeof value === 'object' && value.length > 0 ? value : [cellWords(value)]
    for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1)
  }
  return [...counts]
    .map(([words, count]) => ({ words, count }))
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))
}
