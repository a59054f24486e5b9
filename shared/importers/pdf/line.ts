import type { InlineMark } from '../../model/document'
import { firstCharacter, isCjk, lastCharacter } from '../cjk'
import type { MarkedText } from '../inline-text'
import { type Column, middle } from './columns'
import type { Piece } from './piece'
import type { Row } from './rows'

/** A line of text in its column. */
export interface Line extends MarkedText {
  /** Points from the column's edges: where the line begins, and how much room is left after it. */
  readonly indent: number
  readonly room: number
  /** Points from the page's top to its baseline. */
  readonly y: number
  /** The size of most of its letters, in points. */
  readonly size: number
  readonly bold: boolean
  /** The page, from 0, and the column there, counted through the document. */
  readonly page: number
  readonly column: number
  /** Width of its column in points. */
  readonly measure: number
  /** Whether it begins with a raised sign. */
  readonly raised: boolean
  /** Whether it has a gap as wide as two letters, as rows of a table have; a tab stands there. */
  readonly gapped: boolean
}

/** Between Chinese or Japanese characters a gap this wide, in ems, is a space that was meant. */
const CJK_SPACE = 0.2
/** Between other letters. Word gaps are 0.2 to 0.3; where letters are merely spaced out, pdf.js joins them. */
const SPACE = 0.12

/** The lines of a column. */
export function linesOfColumn(column: Column, page: number, number: number): Line[] {
  const left = leftEdge(column)
  return column.rows.map((row) => lineOf(row, { ...column, left }, page, number))
}

/** Where most lines begin: the smallest of the beginnings that several lines share. */
function leftEdge({ rows, left }: Column): number {
  const starts = rows.map((row) => row.pieces[0]?.x ?? left)
  const shared = starts.filter((x) => starts.filter((other) => Math.abs(other - x) < 1.5).length > 1)
  return shared.length > 0 ? Math.min(...shared) : left
}

function lineOf(row: Row, column: Column, page: number, number: number): Line {
  const pieces = inReadingOrder(row.pieces)
  const letters = pieces.flatMap((piece) => Array<number>(Math.min(50, piece.text.length)).fill(piece.size))
  const size = middle(letters)
  const main = pieces.filter((piece) => piece.size > 0.8 * size)
  const base = middle(main.map((piece) => piece.y))
  const end = Math.max(...pieces.map((piece) => piece.x + piece.width))
  const first = pieces[0] as Piece
  const bold = main.length > 0 && main.every((piece) => piece.bold)
  return {
    ...written(pieces, size, base, bold),
    indent: first.x - column.left,
    room: column.right - end,
    y: base,
    size,
    bold,
    page,
    column: number,
    measure: column.right - column.left,
    raised: isRaised(first, size, base),
    gapped: pieces.some((piece, at) => at > 0 && isGap(pieces[at - 1] as Piece, piece, size)),
  }
}

const isGap = (before: Piece, piece: Piece, size: number): boolean => piece.x - before.x - before.width > 2 * size

const isRaised = (piece: Piece, size: number, base: number): boolean =>
  piece.size <= 0.8 * size && base - piece.y > 0.15 * size

function written(pieces: readonly Piece[], size: number, base: number, bold: boolean): MarkedText {
  let text = ''
  const marks: InlineMark[] = []
  let before: Piece | undefined
  for (const piece of pieces) {
    if (before && isGap(before, piece, size)) text += '\t'
    else if (before && needsSpace(before, piece)) text += ' '
    const start = text.length
    text += piece.text
    const mark = (kind: InlineMark['kind']): void => {
      const last = marks.findLast((each) => each.kind === kind)
      if (last && start - last.end <= 1) marks[marks.indexOf(last)] = { ...last, end: text.length }
      else marks.push({ start, end: text.length, kind })
    }
    if (isRaised(piece, size, base)) mark('superscript')
    else if (piece.size <= 0.8 * size && piece.y - base > 0.1 * size) mark('subscript')
    if (piece.bold && !bold) mark('strong')
    if (piece.italic) mark('emphasis')
    before = piece
  }
  return { text, marks }
}

function needsSpace(before: Piece, piece: Piece): boolean {
  const gap = (piece.x - before.x - before.width) / Math.max(before.size, piece.size)
  const cjk = isCjk(lastCharacter(before.text)) || isCjk(firstCharacter(piece.text))
  if (cjk) return gap > CJK_SPACE && (piece.spaced || gap > 2 * CJK_SPACE)
  if (piece.against && before.against) return piece.spaced
  return piece.spaced || gap > SPACE
}

/** Latin words and numbers inside a line of Arabic or Hebrew run the other way. */
function inReadingOrder(pieces: readonly Piece[]): Piece[] {
  const ordered: Piece[] = []
  let run: Piece[] = []
  for (const piece of pieces) {
    if (piece.against) run.unshift(piece)
    else {
      ordered.push(...run, piece)
      run = []
    }
  }
  return [...ordered, ...run]
}
