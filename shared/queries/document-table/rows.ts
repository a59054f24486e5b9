import type { SourceDocument } from '../../model/document'
import { type CellValue, cellOf, cellWords, type TableFacts } from './cells'
import type { Column, ColumnId } from './columns'
import { type Filters, filtered } from './filter'

/** How the table of documents is looked at; it is remembered for each project. */
export interface TableView {
  /** The columns that are shown, in their order; null until they are chosen. */
  readonly columns: readonly ColumnId[] | null
  /** Every column there was when they were chosen: one that is new is shown. */
  readonly known: readonly ColumnId[]
  /** null: in the library's own order. */
  readonly sort: { readonly column: ColumnId; readonly descending: boolean } | null
  /** The column by whose values documents stand together; null: none. */
  readonly groupBy: ColumnId | null
  readonly filters: Filters
  /** What must stand in any of the shown cells. */
  readonly typed: string
}

export const USUAL_VIEW: TableView = { columns: null, known: [], sort: null, groupBy: null, filters: {}, typed: '' }

/** A row of the table: a document, or the head of those that share a value. */
export type DocumentRow =
  | { readonly kind: 'document'; readonly key: string; readonly document: SourceDocument }
  | {
      readonly kind: 'group'
      readonly key: string
      /** The value that they share, in words; empty for those that have none. */
      readonly words: string
      readonly count: number
    }

type Compare = (a: SourceDocument, b: SourceDocument) => number

/** Chinese by pinyin, whichever the script, and numbers within words as numbers. */
const collator = new Intl.Collator('zh', { numeric: true })

/** Orders by the values of a column: choices as they are offered, documents without a value last. */
function byColumn(column: Column, descending: boolean, facts: TableFacts): Compare {
  const choices = column.attribute?.choices ?? []
  const keyOf = (value: CellValue): string | number | undefined => {
    if (value === undefined || typeof value === 'number') return value
    const words = cellWords(value)
    if (words === '') return undefined
    return column.attribute?.type === 'choice' ? choices.indexOf(words) : words
  }
  const keys = new Map<SourceDocument, string | number | undefined>()
  const key = (document: SourceDocument): string | number | undefined => {
    if (!keys.has(document)) keys.set(document, keyOf(cellOf(document, column, facts)))
    return keys.get(document)
  }
  const sign = descending ? -1 : 1
  return (first, second) => {
    const [a, b] = [key(first), key(second)]
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * (column.kind === 'date' ? compareDates(String(a), String(b)) : collator.compare(String(a), String(b)))
  }
}

const compareDates = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function grouped(documents: readonly SourceDocument[], column: Column, given: Given): DocumentRow[] {
  const { facts, folded } = given
  const sections = new Map<string, SourceDocument[]>()
  const inOrder = [...documents].sort(byColumn(column, false, facts))
  const sectionsOf = (document: SourceDocument): readonly string[] => {
    const value = cellOf(document, column, facts)
    return typeof value === 'object' && value.length > 0 ? value : [cellWords(value)]
  }
  for (const document of inOrder) for (const words of sectionsOf(document)) sections.set(words, [])
  for (const document of documents) for (const words of sectionsOf(document)) sections.get(words)?.push(document)
  return [...sections].flatMap(([words, members]): DocumentRow[] => [
    { kind: 'group', key: `group ${words}`, words, count: members.length },
    ...(folded.has(words) ? [] : members.map((document) => rowOf(document, words))),
  ])
}

const rowOf = (document: SourceDocument, section = ''): DocumentRow => ({
  kind: 'document',
  key: section === '' ? document.id : `${document.id} ${section}`,
  document,
})

interface Given {
  /** The columns that are shown. */
  readonly columns: readonly Column[]
  /** Every column there is. */
  readonly all: readonly Column[]
  readonly facts: TableFacts
  /** The values whose documents are folded away. */
  readonly folded: ReadonlySet<string>
}

/**
 * The rows of the table in this view: filtered, sorted, and under a head for each value of the column by which they
 * stand together. A document that has several values there stands under each of them. `documents` are in library order.
 */
export function documentRows(
  documents: readonly SourceDocument[],
  view: Pick<TableView, 'sort' | 'groupBy' | 'filters' | 'typed'>,
  given: Given,
): DocumentRow[] {
  const found = filtered(documents, { ...view, columns: given.columns }, given.facts)
  const columnOf = (id: ColumnId | undefined): Column | undefined => given.all.find((each) => each.id === id)
  const sorted = columnOf(view.sort?.column)
  if (sorted) found.sort(byColumn(sorted, view.sort?.descending ?? false, given.facts))
  const together = view.groupBy === null ? undefined : columnOf(view.groupBy)
  return together ? grouped(found, together, given) : found.map((document) => rowOf(document))
}
