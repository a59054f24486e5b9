import type { Relation } from '../../model/annotation-query'
import type { AnnotatedPassage, Annotations } from '../annotations/annotations'
import { relatedTo } from '../annotations/relations'
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

/** The table that is asked for. */
export function tableOf({ rows, columns, meeting, passages: wanted }: TableQuestion, annotations: Annotations): Table {
  const [down, across] = [membersOf(rows, annotations), membersOf(columns, annotations)]
  const passages = wanted ? annotations.passages.filter((each) => wanted.has(each)) : annotations.passages
  const lines = (members: readonly Member[], of: (passage: AnnotatedPassage) => readonly number[]): Line[] => {
    const own = members.map((): AnnotatedPassage[] => [])
    for (const passage of passages) for (const i of of(passage)) own[i]?.push(passage)
    return members.map((member, i) => ({ ...member, passages: own[i] ?? [] }))
  }
  const made = { rows: lines(down.members, down.of), columns: lines(across.members, across.of) }
  const cells = new Cells(across.members.length)
  if (meeting.kind === 'both') {
    for (const passage of passages) {
      const at = across.of(passage)
      for (const row of down.of(passage)) for (const column of at) cells.add(row, column, passage)
    }
    return { ...made, cell: cells.at, back: cells.at }
  }
  const back = new Cells(across.members.length)
  const opposite = OPPOSITES[meeting.relation]
  fill(made.rows, made.columns, meeting, annotations, (row, column, passage) => cells.add(row, column, passage))
  fill(made.columns, made.rows, { ...meeting, relation: opposite }, annotations, (column, row, passage) =>
    back.add(row, column, passage),
  )
  return { ...made, cell: cells.at, back: back.at }
}

const OPPOSITES: Readonly<Record<Relation, Relation>> = {
  same: 'same',
  overlaps: 'overlaps',
  inside: 'around',
  around: 'inside',
  before: 'after',
  after: 'before',
}

function byDocument(passages: readonly AnnotatedPassage[]): Map<string, AnnotatedPassage[]> {
  const all = new Map<string, AnnotatedPassage[]>()
  for (const each of passages) {
    const own = all.get(each.document.id)
    if (own) own.push(each)
    else all.set(each.document.id, [each])
  }
  return all
}

function fill(
  rows: readonly Line[],
  columns: readonly Line[],
  { relation, within, unit }: Meeting & { kind: 'related' },
  { records }: Annotations,
  add: (row: number, column: number, passage: AnnotatedPassage) => void,
): void {
  for (const [column, { passages }] of columns.entries()) {
    for (const [document, others] of byDocument(passages)) {
      const reach = { within, unit, boundaries: records.boundaries?.get(document) }
      const isRelated = relatedTo(
        others.map(({ highlight }) => highlight.passage),
        relation,
        reach,
      )
      for (const [row, line] of rows.entries()) {
        for (const passage of ownIn(line, document)) {
          if (isRelated(passage.highlight.passage)) add(row, column, passage)
        }
      }
    }
  }
}

const known = new WeakMap<Line, Map<string, AnnotatedPassage[]>>()

function ownIn(line: Line, document: string): readonly AnnotatedPassage[] {
  const all = known.get(line) ?? byDocument(line.passages)
  known.set(line, all)
  return all.get(document) ?? NONE
}
