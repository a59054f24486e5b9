import type { SourceDocument } from '../../model/document'
import type { DocumentId } from '../../model/ids'
import type { AnnotatedPassage } from '../annotations/annotations'
import type { Member } from './axis'
import type { Table } from './table'

/** What is counted in the cells of a table. */
export const MEASURES = ['passages', 'characters', 'perThousand', 'coefficient'] as const
export type Measure = (typeof MEASURES)[number]

/**
 * How many characters (UTF-16 units) passages cover; where several lie over each other, once. They are in the order of
 * the documents and of the text.
 */
export function covered(passages: readonly AnnotatedPassage[]): number {
  let characters = 0
  let document: DocumentId | undefined
  let until = 0
  for (const { document: own, highlight } of passages) {
    const { start, end } = highlight.passage
    if (own.id !== document) {
      document = own.id
      until = 0
    }
    characters += Math.max(0, end - Math.max(start, until))
    until = Math.max(until, end)
  }
  return characters
}

/**
 * How much two themes meet, from 0 (never) to 1 (always), by the coefficient of Jaccard ("The distribution of the flora in
 * the alpine zone", New Phytologist 11, 1912): c = n12 / (n1 + n2 - n12), where n1 and n2 are their passages and n12
 * those that meet. Where passages meet by overlapping, one may meet several; n12 is then the smaller number of the two
 * sides, so that c stays within 1 and is the same both ways. 0 where there are none.
 */
export function jaccard(both: number, one: number, other: number): number {
  const either = one + other - both
  return either === 0 ? 0 : both / either
}

/** The length of the texts that two members have in common, in UTF-16 units. */
function lengthOf(row: Member, column: Member, documents: readonly SourceDocument[]): number {
  let length = 0
  for (const { id, length: own } of documents) {
    if ((row.documents?.has(id) ?? true) && (column.documents?.has(id) ?? true)) length += own
  }
  return length
}

/**
 * The number in each cell. `passages`: how many; `characters`: what they cover, see `covered`; `perThousand`: how many
 * in 1,000 characters of the texts that row and column are about; `coefficient`: see `jaccard`. `documents` are all.
 */
export function measured(
  table: Table,
  measure: Measure,
  documents: readonly SourceDocument[],
): (row: number, column: number) => number {
  const { rows, columns, cell, back } = table
  if (measure === 'passages') return (row, column) => cell(row, column).length
  if (measure === 'characters') return (row, column) => covered(cell(row, column))
  if (measure === 'coefficient') {
    return (row, column) => {
      const both = Math.min(cell(row, column).length, back(row, column).length)
      return jaccard(both, rows[row]?.passages.length ?? 0, columns[column]?.passages.length ?? 0)
    }
  }
  const lengths = new Map<string, number>()
  const length = (row: number, column: number): number => {
    const [down, across] = [rows[row], columns[column]]
    if (!down || !across) return 0
    const key = `${down.documents ? row : ''} ${across.documents ? column : ''}`
    const found = lengths.get(key) ?? lengthOf(down, across, documents)
    lengths.set(key, found)
    return found
  }
  return (row, column) => {
    const count = cell(row, column).length
    return count === 0 ? 0 : (count * 1000) / length(row, column)
  }
}
