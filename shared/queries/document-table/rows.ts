import type { SourceDocument } from '../../model/document'
import { type CellValue, cellOf, cellWords, type TableFacts } from './cells'
import type { Column, ColumnId } from './columns'
import { type Filters, filterOf } from './filter'

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

/** Documents in the order of a column. Of a list that differs little from the last one only the difference is sorted. */
class Order {
  private last: readonly SourceDocument[] = []
  private readonly compare: Compare

  constructor(
    readonly column: Column,
    readonly descending: boolean,
    readonly facts: TableFacts,
  ) {
    this.compare = byColumn(column, descending, facts)
  }

  /** Those that have the same value stay in the order in which they are given. */
  of(documents: readonly SourceDocument[]): SourceDocument[] {
    const places = new Map(documents.map((document, at) => [document, at]))
    const known = this.last.filter((document) => places.has(document))
    const before = new Set(known)
    const sorted = [...known, ...documents.filter((document) => !before.has(document))].sort(
      (a, b) => this.compare(a, b) || (places.get(a) ?? 0) - (places.get(b) ?? 0),
    )
    this.last = sorted
    return sorted
  }
}

function grouped(
  documents: readonly SourceDocument[],
  order: Order,
  { facts, folded }: Pick<Given, 'facts' | 'folded'>,
): DocumentRow[] {
  const sections = new Map<string, SourceDocument[]>()
  const sectionsOf = (document: SourceDocument): readonly string[] => {
    const value = cellOf(document, order.column, facts)
    return typeof value === 'object' && value.length > 0 ? value : [cellWords(value)]
  }
  for (const document of order.of(documents)) for (const words of sectionsOf(document)) sections.set(words, [])
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

/** What the table shows. */
export interface Found {
  readonly rows: readonly DocumentRow[]
  /** How many documents are in the rows, each counted once, folded ones too. */
  readonly count: number
}

type Ask = Pick<TableView, 'sort' | 'groupBy' | 'filters' | 'typed'>

/**
 * Finds the rows of the table in a view: filtered, sorted, and under a head for each value of the column by which they
 * stand together. A document that has several values there stands under each of them. `documents` are in library order.
 * What was found last is remembered: where one record of 10,000 is another since then, that one alone is looked at.
 */
export function rowFinder(): (documents: readonly SourceDocument[], view: Ask, given: Given) => Found {
  let asked: readonly unknown[] = []
  let passed = new WeakMap<SourceDocument, boolean>()
  let orders: readonly Order[] = []

  const passing = (documents: readonly SourceDocument[], view: Ask, { columns, facts }: Given): SourceDocument[] => {
    const now = [view.filters, view.typed, columns, facts]
    if (now.some((each, at) => each !== asked[at])) passed = new WeakMap()
    asked = now
    const passes = filterOf({ ...view, columns }, facts)
    return documents.filter((document) => {
      const known = passed.get(document) ?? passes(document)
      passed.set(document, known)
      return known
    })
  }
  const orderBy = (column: Column, descending: boolean, facts: TableFacts): Order =>
    orders.find((each) => each.column === column && each.descending === descending && each.facts === facts) ??
    new Order(column, descending, facts)

  return (documents, view, given) => {
    const { facts, all } = given
    const found = passing(documents, view, given)
    const columnOf = (id: ColumnId | undefined): Column | undefined => all.find((each) => each.id === id)
    const [sorted, together] = [columnOf(view.sort?.column), columnOf(view.groupBy ?? undefined)]
    const order = sorted && orderBy(sorted, view.sort?.descending ?? false, facts)
    const sections = together && orderBy(together, false, facts)
    orders = [order, sections].flatMap((each) => each ?? [])
    const inOrder = order ? order.of(found) : found
    const rows = sections ? grouped(inOrder, sections, given) : inOrder.map((document) => rowOf(document))
    return { rows, count: found.length }
  }
}
