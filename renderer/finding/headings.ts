import type { Block } from '#shared/model/document'

/** A heading of a document. */
export interface Heading {
  /** The UTF-16 offset at which it begins in the plain text. */
  readonly offset: number
  readonly text: string
  /** How deep it stands below the document's highest headings: 0, 1, 2 ... Levels that are not used are not counted. */
  readonly depth: number
}

/**
 * The headings among `blocks` that have words and are no debris, in text order, but for the document's own `title`.
 * `starts` are the blocks' `blockStarts`.
 */
export function headingsOf(blocks: readonly Block[], starts: readonly number[], title: string): Heading[] {
  const found = blocks.flatMap(({ kind, level = 1, text, debris }, at) =>
    kind === 'heading' && debris === undefined && text.trim() !== '' && text.trim() !== title
      ? [{ offset: starts[at] as number, text: text.trim(), level }]
      : [],
  )
  const levels = [...new Set(found.map(({ level }) => level))].sort((a, b) => a - b)
  return found.map(({ offset, text, level }) => ({ offset, text, depth: levels.indexOf(level) }))
}

/** The index of the last of `ordered` (by `offset`) at or before `offset`; -1 when all stand behind it. */
export function lastAtOrBefore(ordered: readonly { readonly offset: number }[], offset: number): number {
  let low = -1
  let high = ordered.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ordered[middle] as { offset: number }).offset <= offset) low = middle
    else high = middle - 1
  }
  return low
}
