/** A stretch of text that stands on a page, in one font and size. */
export interface Piece {
  readonly text: string
  /** Points from the page's left edge (or, in text read from right to left, from its right edge) to its beginning. */
  readonly x: number
  /** Points from the page's top down to the line it stands on. */
  readonly y: number
  readonly width: number
  /** The size of its type in points. */
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  /** Whether the file has a space before it. */
  readonly spaced: boolean
  /** Whether it runs against the page's direction: Latin words and numbers in Arabic or Hebrew. */
  readonly against: boolean
}

/** The text of a page, turned so that its lines run from left to right and follow each other downwards. */
export interface PageText {
  /** From 0. */
  readonly index: number
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  /** What stands across the page's own direction: stamps along its edge. */
  readonly across: readonly string[]
}
