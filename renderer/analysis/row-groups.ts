import type { SourceDocument } from '#shared/model/document'
import type { AnnotatedPassage } from '#shared/queries/annotations/annotations'
import type { Arranged } from '#shared/queries/tables/arrange'
import { alone, groupedBy, type Joined, joinedTable } from '#shared/queries/tables/joined'
import { type Measure, measured } from '#shared/queries/tables/measure'
import type { Line, Table } from '#shared/queries/tables/table'
import type { AxisName } from './axes'

/** Rows that stand together under a head. */
export interface RowGroup {
  readonly id: string
  /** null: rows without what they are grouped by. */
  readonly name: string | null
  /** Its rows, by their indexes among those that are shown. */
  readonly indexes: readonly number[]
  /** The numbers of all its rows together, by the columns that are shown, and of the whole. */
  readonly values: readonly number[]
  readonly total: number
}

export interface RowGroups {
  readonly all: readonly RowGroup[]
  /** The passages of a group in a column, or in all that count as the whole (null). */
  readonly passages: (group: string, column: string | null) => readonly AnnotatedPassage[]
}

/** By what rows can be grouped, beside the project's own attributes (`attribute:ID`). */
export const GROUPINGS = ['branch', 'year', 'month', 'source', 'author', 'place', 'section', 'language'] as const
export type Grouping = (typeof GROUPINGS)[number] | `attribute:${string}`

/** By what the rows of an axis can be grouped; none for most. */
export function groupingsOf(rows: AxisName, attributes: readonly { readonly id: string }[]): readonly Grouping[] {
  switch (rows) {
    case 'themes':
      return ['branch']
    case 'documents':
      return [
        ...GROUPINGS.filter((each) => each !== 'branch'),
        ...attributes.map(({ id }) => `attribute:${id}` as const),
      ]
    case 'day':
      return ['year', 'month']
    case 'month':
      return ['year']
    default:
      return []
  }
}

/**
 * The name of the group of a row: of a theme the top of its branch (`live` for live themes), of a document what it has, of a
 * day or month the year. null where it has none.
 */
export function groupNameOf(
  grouping: Grouping,
  documents: ReadonlyMap<string, SourceDocument>,
  live: string,
): (line: Line) => string | null {
  return (line) => {
    if (grouping === 'branch') return line.live ? live : (line.name?.split(' / ')[0] ?? null)
    const document = documents.get(line.id)
    const date = document ? document.metadata.date : line.name
    if (grouping === 'year') return date?.slice(0, 4) ?? null
    if (grouping === 'month') return date && date.length >= 7 ? date.slice(0, 7) : null
    if (grouping === 'language') return document?.language ?? null
    if (grouping === 'source' || grouping === 'author' || grouping === 'place' || grouping === 'section') {
      return document?.metadata[grouping] ?? null
    }
    return document?.attributes?.[grouping.slice('attribute:'.length)]?.toString() ?? null
  }
}

export interface GroupingGiven {
  readonly table: Table
  readonly seen: Arranged
  readonly measure: Measure
  readonly isShare: boolean
  readonly documents: readonly SourceDocument[]
  /** The columns that are the whole. */
  readonly whole: Joined
  readonly groupOf: (line: Line) => string | null
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** The rows that are shown, in groups. What is measured of a group counts each passage once; shares are added up. */
export function rowGroups({ table, seen, measure, isShare, documents, whole, groupOf }: GroupingGiven): RowGroups {
  const joined = groupedBy(seen.rows, table.rows, groupOf)
  const together = joinedTable(table, joined, [...alone(table.columns), whole])
  const last = table.columns.length
  const valueAt = measured(together, measure, documents)
  const place = new Map(seen.rows.map((row, index) => [row, index]))
  const all = joined.map(({ id, name, of }, i): RowGroup => {
    const indexes = of.flatMap((row) => place.get(row) ?? [])
    return {
      id,
      name,
      indexes,
      values: seen.columns.map((column, j) =>
        isShare ? sum(indexes.map((index) => seen.values[index]?.[j] ?? 0)) : valueAt(i, column),
      ),
      total: isShare ? sum(indexes.map(seen.rowTotal)) : valueAt(i, last),
    }
  })
  return {
    all,
    passages: (group, column) => {
      const row = joined.findIndex(({ id }) => id === group)
      const at = column === null ? last : table.columns.findIndex(({ id }) => id === column)
      return row < 0 || at < 0 ? [] : together.cell(row, at)
    },
  }
}
