import type { Piece } from './piece'

/** Pieces that stand on one line of the page, across all its columns, from left to right. */
export interface Row {
  readonly pieces: readonly Piece[]
  readonly y: number
  /** The largest type in it. */
  readonly size: number
}

/** Pieces on one line differ by less than this share of the smaller one's size. */
const SAME_LINE = 0.25
/** A raised or lowered sign is no larger than this share of the type beside it. */
const SMALL = 0.8

/** The rows of a page, from its top down. Raised and lowered signs belong to the row of the word beside them. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)
  const rows: Piece[][] = []
  let at = Number.NEGATIVE_INFINITY
  for (const piece of sorted) {
    const row = rows.at(-1)
    if (row && piece.y - at <= SAME_LINE * Math.min(piece.size, row[0]?.size ?? 0)) row.push(piece)
    else {
      rows.push([piece])
      at = piece.y
    }
  }
  return withRaisedSigns(rows).map(rowOf)
}

export function rowOf(pieces: readonly Piece[]): Row {
  const main = pieces.reduce((a, b) => (weight(b) > weight(a) ? b : a))
  return {
    pieces: [...pieces].sort((a, b) => a.x - b.x),
    y: main.y,
    size: Math.max(...pieces.map((piece) => piece.size)),
  }
}

const weight = ({ text, size }: Piece): number => size * 1000 + text.length

function withRaisedSigns(rows: readonly Piece[][]): Piece[][] {
  const kept: Piece[][] = rows.map(() => [])
  rows.forEach((row, index) => {
    for (const piece of row) {
      const near = [index - 1, index + 1, index - 2, index + 2].find((at) =>
        (rows[at] ?? []).some((host) => isBeside(piece, host)),
      )
      const lonely = row.every((other) => other.size <= piece.size * 1.05)
      kept[near !== undefined && lonely ? near : index]?.push(piece)
    }
  })
  return kept.filter((row) => row.length > 0)
}

function isBeside(sign: Piece, host: Piece): boolean {
  if (sign.size > SMALL * host.size || sign.text.length > 6) return false
  const gap = Math.max(sign.x - host.x - host.width, host.x - sign.x - sign.width)
  return gap < 0.5 * sign.size && sign.y > host.y - 0.85 * host.size && sign.y < host.y + 0.35 * host.size
}
