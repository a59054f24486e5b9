import type { Block } from './document'

/**
 * What the researcher says of headings. `make` makes a heading of a block that is none, and `raise` does so too; `lower`
 * goes down to level 6; `plain` makes a paragraph of a heading, and plain words of one that runs in; `confirm` says that
 * it is right.
 */
export type OutlineWord = 'make' | 'raise' | 'lower' | 'plain' | 'confirm'

/** The levels between which headings are raised and lowered. */
export const HIGHEST = 1
export const LOWEST = 6

/** A heading of a document, whether a block of its own or words inside a paragraph. */
export interface OutlineEntry {
  /** Index of its block. */
  readonly block: number
  /** Where its words stand: UTF-16 offsets into the plain text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** 1 (highest) to 6. */
  readonly level: number
  /** How sure it is, 0 to 1, where it was inferred; absent where the source or the researcher said so. */
  readonly confidence?: number
  /** Whether it runs into a paragraph. */
  readonly runIn: boolean
}

/** All headings in text order; debris and headings without words are passed over. */
export function outlineOf(blocks: readonly Block[]): OutlineEntry[] {
  let at = 0
  return blocks.flatMap((each, block) => {
    const from = at
    at += each.text.length + 1
    return headingsIn(each, block, from)
  })
}

/** The headings of one block, which begins at `from` in the plain text. */
export function headingsIn(block: Block, index: number, from: number): OutlineEntry[] {
  const { kind, text, level = 1, confidence, debris, outline = [] } = block
  if (debris) return []
  if (kind === 'heading') {
    const words = text.trim()
    if (words === '') return []
    const start = from + text.indexOf(words)
    return [entry(index, start, words, level, confidence, false)]
  }
  return outline.map((each) =>
    entry(index, from + each.start, text.slice(each.start, each.end), each.level, each.confidence, true),
  )
}

const entry = (
  block: number,
  start: number,
  text: string,
  level: number,
  confidence: number | undefined,
  runIn: boolean,
): OutlineEntry => ({
  block,
  start,
  end: start + text.length,
  text,
  level,
  ...(confidence !== undefined && { confidence }),
  runIn,
})
