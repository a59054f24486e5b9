import { blockAt } from '#shared/model/document'
import { type Span, sentenceAt, wordAt } from '#shared/model/segments'
import type { MoveText } from './units'

/** What a selection made with the pointer keeps to. */
export type Snap = 'off' | 'words' | 'sentences'

function unitAt({ blocks, starts, language }: MoveText, offset: number, snap: Snap): Span | null {
  const index = blockAt(starts, offset)
  const block = blocks[index]
  const base = starts[index]
  if (!block || base === undefined || offset >= base + block.text.length) return null
  const span = (snap === 'words' ? wordAt : sentenceAt)(block.text, offset - base, language)
  return span && { start: base + span.start, end: base + span.end }
}

/**
 * The selection made as long as the words or sentences at its ends; white space at its ends is let go. `plain` is the
 * plain text; offsets are UTF-16, `end` exclusive. A selection of white space alone stays as it is.
 */
export function snapped(text: MoveText, plain: string, range: Span, snap: Snap): Span {
  const words = plain.slice(range.start, range.end)
  if (snap === 'off' || words.trim() === '') return range
  const start = range.start + words.length - words.trimStart().length
  const end = range.start + words.trimEnd().length
  const first = unitAt(text, start, snap)
  const last = unitAt(text, end - 1, snap)
  return { start: Math.min(start, first?.start ?? start), end: Math.max(end, last?.end ?? end) }
}
