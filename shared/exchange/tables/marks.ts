import type { ForeignPlace } from '../annotations/annotation'
import type { MarkRow } from './rows'

/** A passage as a table tells of it. */
export interface TableMark {
  /** Its first row. */
  readonly row: MarkRow
  readonly place: ForeignPlace
  /** Whether the table says that it is not in the text. */
  readonly isLost: boolean
  readonly taggings: readonly TableTagging[]
  /** Whether it is one passage and has all of its themes; of a table of taggings it may be parts of several. */
  readonly isWhole: boolean
}

/** A theme that a passage has. */
export interface TableTagging {
  /** `A / B`. */
  readonly path: string
  /** Absent where the table does not say who gave it. */
  readonly coder?: string
  readonly time: MarkRow['time']
}

const markOf = (row: MarkRow, taggings: readonly TableTagging[], isWhole: boolean): TableMark => ({
  ...{ row, isWhole, taggings },
  isLost: row.start === null && row.end === null,
  place: { exact: row.quote, prefix: row.before, suffix: row.after, start: row.start, end: row.end },
})

/** A table of passages has a row for each; `paths` are those that the project has, which may have `; ` in them. */
export const marksOfPassages = (rows: readonly MarkRow[], paths: ReadonlySet<string>): TableMark[] =>
  rows.map((row) =>
    markOf(
      row,
      pathsIn(row.themes, paths).map((path) => ({ path, time: row.time })),
      true,
    ),
  )

/** The paths in a cell, parted by `; `; of several ways to part it the one with the longest paths that are known. */
function pathsIn(cell: string, known: ReadonlySet<string>): string[] {
  const parts = cell.split('; ')
  const paths: string[] = []
  for (let at = 0; at < parts.length; ) {
    let end = Math.min(parts.length, at + MOST_STOPS)
    while (end > at + 1 && !known.has(parts.slice(at, end).join('; '))) end -= 1
    paths.push(parts.slice(at, end).join('; '))
    at = end
  }
  return paths.filter((path) => path.trim() !== '')
}

/** No path is thought to have more of what parts them. */
const MOST_STOPS = 16

const isSamePlace = (a: MarkRow, b: MarkRow): boolean =>
  a.document === b.document && a.start === b.start && a.end === b.end && a.quote === b.quote && a.note === b.note

/**
 * A table of taggings has a row for each theme of a passage, one after the other: rows of one place with the same note
 * are one passage, until a theme of the same coder comes again or a row has no theme.
 */
export function marksOfTaggings(rows: readonly MarkRow[]): TableMark[] {
  const marks: { row: MarkRow; taggings: TableTagging[]; seen: Set<string> }[] = []
  for (const row of rows) {
    const tagging = { path: row.themes, coder: row.coder, time: row.time }
    const name = JSON.stringify([tagging.path, tagging.coder])
    const last = marks.at(-1)
    if (row.themes.trim() === '') marks.push({ row, taggings: [], seen: new Set() })
    else if (last && last.taggings.length > 0 && isSamePlace(last.row, row) && !last.seen.has(name)) {
      last.taggings.push(tagging)
      last.seen.add(name)
    } else marks.push({ row, taggings: [tagging], seen: new Set([name]) })
  }
  return marks.map(({ row, taggings }) => markOf(row, taggings, taggings.length === 0))
}
