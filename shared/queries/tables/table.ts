import { grouped } from '../../grouped'
import type { Relation } from '../../model/annotation-query'
import type { AnnotatedPassage, Annotations } from '../annotations/annotations'
import { relatedTo, type Stretch } from '../annotations/relations'
import type { NearUnit } from '../search/query'
import { type Axis, type Member, membersOf } from './axis'

/** When a passage of a row counts in a column: when it belongs to both, or stands in a relation to one of the column's. */
export type Meeting =
  | { readonly kind: 'both' }
  | { readonly kind: 'related'; readonly relation: Relation; readonly within: number; readonly unit: NearUnit }

/** What a table is made of. `passages`: only these count, else all. */
export interface TableQuestion {
  readonly rows: Axis
  readonly columns: Axis
  readonly meeting: Meeting
  readonly passages?: ReadonlySet<AnnotatedPassage>
}

/** A row or column with all its passages, in the order of the documents and of the text. */
export interface Line extends Member {
  readonly passages: readonly AnnotatedPassage[]
}

/** A table of passages: what is counted in it is for `measure` to say. */
export interface Table {
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
  /** The passages of a row that count in a column, by the two indexes, in the order of the documents and of the text. */
  readonly cell: (row: number, column: number) => readonly AnnotatedPassage[]
  /** The same the other way round: the passages of the column that the row's stand in the relation to. */
  readonly back: (row: number, column: number) => readonly AnnotatedPassage[]
}

const NONE: readonly AnnotatedPassage[] = []

/** Cells by row and column, of which most are empty. */
class Cells {
  private readonly all = new Map<number, AnnotatedPassage[]>()

  constructor(private readonly columns: number) {}

  add(row: number, column: number, passage: AnnotatedPassage): void {
    const key = row * this.columns + column
    const there = this.all.get(key)
    if (there) there.push(passage)
    else this.all.set(key, [passage])
  }

  readonly at = (row: number, column: number): readonly AnnotatedPassage[] =>
    this.all.get(row * this.columns + column) ?? NONE
}

/** A passage with the rows and the columns that it belongs to, by their indexes. */
interface Sorted {
  readonly passage: AnnotatedPassage
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

/** The table that is asked for. */
export function tableOf({ rows, columns, meeting, passages: wanted }: TableQuestion, annotations: Annotations): Table {
  const down = membersOf(rows, annotations)
  const across = columns === rows ? down : membersOf(columns, annotations)
  const passages = wanted ? annotations.passages.filter((each) => wanted.has(each)) : annotations.passages
  const all = passages.map((passage): Sorted => {
    const own = down.of(passage)
    return { passage, rows: own, columns: across === down ? own : across.of(passage) }
  })
  const lines = (members: readonly Member[], of: (each: Sorted) => readonly number[]): Line[] => {
    const own = members.map((): AnnotatedPassage[] => [])
    for (const each of all) for (const i of of(each)) own[i]?.push(each.passage)
    return members.map((member, i) => ({ ...member, passages: own[i] ?? [] }))
  }
  const made = {
    rows: lines(down.members, (each) => each.rows),
    columns: lines(across.members, (each) => each.columns),
  }
  const cells = new Cells(across.members.length)
  if (meeting.kind === 'both') {
    for (const each of all) {
      for (const row of each.rows) for (const column of each.columns) cells.add(row, column, each.passage)
    }
    return { ...made, cell: cells.at, back: cells.at }
  }
  fill(all, meeting, annotations, (row, column, passage) => cells.add(row, column, passage))
  let back: Cells | null = null
  const turned = all.map((each): Sorted => ({ ...each, rows: each.columns, columns: each.rows }))
  return {
    ...made,
    cell: cells.at,
    // Only the coefficient asks for it.
    back: (row, column) => {
      if (!back) {
        const made = new Cells(across.members.length)
        const opposite = { ...meeting, relation: OPPOSITES[meeting.relation] }
        fill(turned, opposite, annotations, (column, row, passage) => made.add(row, column, passage))
        back = made
      }
      return back.at(row, column)
    },
  }
}

const OPPOSITES: Readonly<Record<Relation, Relation>> = {
  same: 'same',
  overlaps: 'overlaps',
  inside: 'around',
  around: 'inside',
  before: 'after',
  after: 'before',
}

/** Adds each passage, for every column of which one in the same document stands in the relation to it, to its rows there. */
function fill(
  all: readonly Sorted[],
  { relation, within, unit }: Meeting & { kind: 'related' },
  { records }: Annotations,
  add: (row: number, column: number, passage: AnnotatedPassage) => void,
): void {
  for (const [document, own] of grouped(all, ({ passage }) => passage.document.id)) {
    const reach = { within, unit, boundaries: records.boundaries?.get(document) }
    const others = new Map<number, Stretch[]>()
    for (const { passage, columns } of own) {
      for (const column of columns) {
        const there = others.get(column)
        if (there) there.push(passage.highlight.passage)
        else others.set(column, [passage.highlight.passage])
      }
    }
    for (const [column, stretches] of others) {
      const isRelated = relatedTo(stretches, relation, reach)
      for (const { passage, rows } of own) {
        if (rows.length === 0 || !isRelated(passage.highlight.passage)) continue
        for (const row of rows) add(row, column, passage)
      }
    }
  }
}
