import type { Line } from './line'
import type { Setting } from './paragraph'

/** A note at a page's foot: the sign that calls it, and its lines without that sign. */
export interface Note {
  readonly marker: string
  readonly lines: Line[]
}

/** Notes are set in type no larger than this share of the text's. */
const SMALLER = 0.93
const SIGN = /^(?:(\d{1,3})|([*†‡§¶]{1,3})|([①-⑳])|[[〔［](\d{1,3}|注)[\]〕］])[.)、]?\s*/u

/** Parts the notes at the feet of the pages from the lines of a document. */
export function withoutNotes(lines: readonly Line[], setting: Setting): { text: Line[]; notes: Note[] } {
  const text: Line[] = []
  const notes: Note[] = []
  for (const column of groups(lines, (line) => line.column)) {
    let from = column.length
    while (from > 0 && isSmall(column[from - 1] as Line, setting)) from -= 1
    const above = column[from - 1] ?? text.at(-1)
    const first = column[from]
    const begins = first && beginsAt(column, from, notes, above)
    if (begins === undefined) text.push(...column)
    else {
      text.push(...column.slice(0, begins))
      gather(column.slice(begins), notes)
    }
  }
  return { text, notes }
}

const isSmall = (line: Line, { size }: Setting): boolean => line.size < SMALLER * size

/** Where the notes of a column begin; undefined when its last lines are none. */
function beginsAt(
  column: readonly Line[],
  from: number,
  notes: readonly Note[],
  above: Line | undefined,
): number | undefined {
  const first = column[from] as Line
  const samePage = above !== undefined && above.page === first.page
  if (!samePage || (from > 0 && first.y - (above as Line).y < 1.15 * first.size)) return undefined
  const sign = signOf(first)
  if (sign !== undefined) return from
  const goesOn = notes.at(-1)?.lines.at(-1)?.page === first.page - 1
  return goesOn && column.slice(from).some((line) => signOf(line) !== undefined) ? from : undefined
}

function gather(lines: readonly Line[], notes: Note[]): void {
  for (const line of lines) {
    const sign = signOf(line)
    const last = notes.at(-1)
    const expected = last === undefined || last.lines[0]?.page !== line.page || isNext(last.marker, sign?.marker)
    if (sign && (line.raised || expected)) notes.push({ marker: sign.marker, lines: [withoutSign(line, sign.length)] })
    else last?.lines.push(line)
  }
}

const isNext = (before: string, marker: string | undefined): boolean =>
  marker !== undefined &&
  (/^\d/.test(marker) ? Number(marker) === Number(before) + 1 : /^[①-⑳]/u.test(marker) || marker !== before)

function signOf({ text }: Line): { marker: string; length: number } | undefined {
  const match = SIGN.exec(text)
  if (!match || match[0].length >= text.length) return undefined
  return { marker: match[0].trim().replace(/[.)、]$/, ''), length: match[0].length }
}

function withoutSign(line: Line, length: number): Line {
  return {
    ...line,
    text: line.text.slice(length),
    marks: line.marks
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - length), end: mark.end - length }))
      .filter((mark) => mark.start < mark.end),
  }
}

/** Neighbours with the same key, together. */
export function groups<T, K>(each: readonly T[], key: (one: T) => K): T[][] {
  const found: T[][] = []
  for (const one of each) {
    const last = found.at(-1)
    if (last?.[0] !== undefined && key(last[0]) === key(one)) last.push(one)
    else found.push([one])
  }
  return found
}
