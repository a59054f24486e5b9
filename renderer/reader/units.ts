import { type Block, blockAt } from '#shared/model/document'
import { headingsIn } from '#shared/model/outline'
import { sentenceAt } from '#shared/model/segments'

/** What the keyboard moves by. */
export type MoveUnit = 'sentence' | 'paragraph' | 'heading'

/**
 * A text to move in. `starts` are the blocks' UTF-16 offsets in the plain text; `language` is BCP 47. Moving passes over
 * blocks that are folded, by their offset; none are where nothing is said.
 */
export interface MoveText {
  readonly blocks: readonly Block[]
  readonly starts: readonly number[]
  readonly language: string
  readonly isFolded?: (offset: number) => boolean
}

/** UTF-16 offsets into the plain text, `end` exclusive. */
interface Range {
  readonly start: number
  readonly end: number
}

function blockRange({ blocks, starts, isFolded }: MoveText, index: number): Range | null {
  const block = blocks[index]
  const start = starts[index]
  if (!block || start === undefined || block.text.trim() === '' || isFolded?.(start)) return null
  return { start, end: start + block.text.length }
}

function findBlock(text: MoveText, from: number, by: 1 | -1): Range | null {
  for (let index = from; index >= 0 && index < text.blocks.length; index += by) {
    const range = blockRange(text, index)
    if (range) return range
  }
  return null
}

/** The heading that begins after the offset `at`, or before it; one that runs into a paragraph is its words. */
function findHeading({ blocks, starts }: MoveText, at: number, by: 1 | -1): Range | null {
  for (let index = blockAt(starts, at); index >= 0 && index < blocks.length; index += by) {
    const own = headingsIn(blocks[index] as Block, index, starts[index] as number)
    const found = by > 0 ? own.find(({ start }) => start > at) : own.findLast(({ start }) => start < at)
    if (found) return { start: found.start, end: found.end }
  }
  return null
}

/** The sentence that holds the UTF-16 offset `at` of the plain text; null where there is none. */
function sentenceHolding(text: MoveText, at: number): Range | null {
  const index = blockAt(text.starts, at)
  const block = text.blocks[index]
  const base = text.starts[index]
  if (!block || base === undefined) return null
  const span = sentenceAt(block.text, at - base, text.language)
  return span && { start: base + span.start, end: base + span.end }
}

function nextSentence(text: MoveText, from: Range): Range | null {
  const index = blockAt(text.starts, Math.max(from.start, from.end - 1))
  const base = text.starts[index] as number
  const end = base + (text.blocks[index]?.text.length ?? 0)
  for (let at = Math.max(from.end, from.start + 1); at < end; at += 1) {
    const sentence = sentenceHolding(text, at)
    if (sentence && sentence.start >= from.end) return sentence
    if (sentence) at = Math.max(at, sentence.end - 1)
  }
  const block = findBlock(text, index + 1, 1)
  return block && sentenceHolding(text, block.start)
}

function previousSentence(text: MoveText, from: Range): Range | null {
  const index = blockAt(text.starts, from.start)
  const base = text.starts[index] as number
  for (let at = from.start - 1; at >= base; at -= 1) {
    const sentence = sentenceHolding(text, at)
    if (sentence && sentence.end <= from.start) return sentence
  }
  const block = findBlock(text, index - 1, -1)
  return block && sentenceHolding(text, block.end - 1)
}

/**
 * The sentence, paragraph or heading after (`by` 1) or before (-1) the selection, or that at the caret when nothing is
 * selected and one moves on; where the caret stands at its end, the next one. null at the end of the text.
 */
export function moved(text: MoveText, selection: Range, unit: MoveUnit, by: 1 | -1): Range | null {
  const collapsed = selection.start === selection.end
  const index = blockAt(text.starts, selection.start)
  if (unit === 'heading') return findHeading(text, selection.start, by)
  if (unit === 'paragraph') {
    const last = blockAt(text.starts, Math.max(selection.start, selection.end - 1))
    if (by < 0) return findBlock(text, index - 1, -1)
    const here = collapsed ? findBlock(text, index, 1) : null
    return here && here.end > selection.start ? here : findBlock(text, last + 1, 1)
  }
  const here = by > 0 && collapsed ? sentenceHolding(text, selection.start) : null
  if (here && here.end > selection.start) return here
  return by > 0 ? nextSentence(text, selection) : previousSentence(text, selection)
}
