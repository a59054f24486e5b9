import type { DocumentId } from '../../model/ids'
import type { AnnotatedPassage } from '../annotations/annotations'
import { inTextOrder } from '../annotations/marks'
import type { Line, Table } from './table'

/** Lines of a table that are put together in one. */
export interface Joined {
  readonly id: string
  /** null: those without a value. */
  readonly name: string | null
  /** Their indexes in the table. */
  readonly of: readonly number[]
}

const inOrder = (a: AnnotatedPassage, b: AnnotatedPassage): number =>
  a.document.order - b.document.order ||
  (a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : inTextOrder(a, b))

/** The passages of several lists, each once, in the order of the documents and of the text. */
export function passagesIn(lists: readonly (readonly AnnotatedPassage[])[]): readonly AnnotatedPassage[] {
  const some = lists.filter(({ length }) => length > 0)
  if (some.length < 2) return some[0] ?? []
  return [...new Set(some.flat())].sort(inOrder)
}

function documentsIn(lines: readonly Line[]): ReadonlySet<DocumentId> | null {
  const sets = lines.flatMap(({ documents }) => (documents ? [documents] : []))
  return sets.length < lines.length ? null : new Set(sets.flatMap((each) => [...each]))
}

function lineOf({ id, name, of }: Joined, lines: readonly Line[]): Line {
  const own = of.flatMap((i) => lines[i] ?? [])
  let passages: readonly AnnotatedPassage[] | null = null
  return {
    id,
    name,
    documents: documentsIn(own),
    get passages() {
      passages ??= passagesIn(own.map((each) => each.passages))
      return passages
    },
  }
}

/** Each line by itself. */
export const alone = (lines: readonly Line[]): Joined[] => lines.map(({ id, name }, i) => ({ id, name, of: [i] }))

/**
 * A table whose rows and columns are lines of another put together: a passage that belongs to several of them counts
 * once, so that what is measured in it is true of them together, which a sum of their numbers is not. Cells are put
 * together when they are asked for.
 */
export function joinedTable(table: Table, rows: readonly Joined[], columns: readonly Joined[]): Table {
  const cells = (of: Table['cell']): Table['cell'] => {
    const known = new Map<number, readonly AnnotatedPassage[]>()
    return (row, column) => {
      const key = row * columns.length + column
      const there = known.get(key)
      if (there) return there
      const across = columns[column]?.of ?? []
      const found = passagesIn((rows[row]?.of ?? []).flatMap((i) => across.map((j) => of(i, j))))
      known.set(key, found)
      return found
    }
  }
  const cell = cells(table.cell)
  return {
    rows: rows.map((each) => lineOf(each, table.rows)),
    columns: columns.map((each) => lineOf(each, table.columns)),
    cell,
    back: table.back === table.cell ? cell : cells(table.back),
  }
}

/** Lines, by their indexes in the order in which they come, put together by what `groupOf` says of each; groups come as their first lines do. */
export function groupedBy(
  order: readonly number[],
  lines: readonly Line[],
  groupOf: (line: Line) => string | null,
): Joined[] {
  const groups = new Map<string | null, number[]>()
  for (const i of order) {
    const line = lines[i]
    if (!line) continue
    const name = groupOf(line)
    const group = groups.get(name)
    if (group) group.push(i)
    else groups.set(name, [i])
  }
  return [...groups].map(([name, of]) => ({ id: name ?? '', name, of }))
}
