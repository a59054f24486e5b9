import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { debrisRuns } from '#shared/model/debris'
import { type Block, blockAt, blockStarts } from '#shared/model/document'
import { saidLabels } from './said'
import { schema } from './schema'

/** How many blocks one section of the reader holds (measured: see section 5 of the design). */
export const BLOCKS_PER_SECTION = 64

/** Characters to a line that the height of a section is estimated with. */
const LINE_ESTIMATE = 38

/** Converts between UTF-16 offsets of a document's plain text and ProseMirror positions. The only place that does. */
export interface Positions {
  /** The length of the plain text in UTF-16 units. */
  readonly length: number
  /** Where each block begins in the plain text. */
  readonly starts: readonly number[]
  /** The position of `offset` (0 to `length`; what lies outside is brought to the nearest end). */
  toPos(offset: number): number
  /** The offset of `pos`; a position between two blocks is the beginning of the block after it. */
  toOffset(pos: number): number
}

/**
 * Block `i` begins at `starts[i]` in the text and, inside the document, one opening per section and two tokens per
 * earlier block (of which the text counts one as a line end) later: `starts[i] + i + 2 * floor(i / 64) + 2`.
 */
export function positionsOf(blocks: readonly Block[]): Positions {
  const starts = blockStarts(blocks)
  const lengths = blocks.map((block) => block.text.length)
  const last = blocks.length - 1
  const length = last < 0 ? 0 : (starts[last] as number) + (lengths[last] as number)
  const extra = (index: number): number => index + 2 * Math.floor(index / BLOCKS_PER_SECTION) + 2
  const posStarts = starts.map((start, index) => start + extra(index))
  return {
    length,
    starts,
    toPos(offset) {
      const at = Math.min(Math.max(0, offset), length)
      return at + extra(blockAt(starts, at))
    },
    toOffset(pos) {
      const index = blockAt(posStarts, pos)
      const inside = pos - (posStarts[index] as number)
      const size = lengths[index] as number
      if (inside <= size) return (starts[index] as number) + Math.max(0, inside)
      return index === last ? length : (starts[index + 1] as number)
    },
  }
}

const inlineOf = (block: Block): Fragment => {
  if (block.text === '') return Fragment.empty
  if (!block.marks?.length) return Fragment.from(schema.text(block.text))
  const cuts = [...new Set([0, block.text.length, ...block.marks.flatMap((mark) => [mark.start, mark.end])])].sort(
    (a, b) => a - b,
  )
  const pieces: Node[] = []
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const from = cuts[at] as number
    const to = cuts[at + 1] as number
    let marks: readonly Mark[] = []
    for (const mark of block.marks) {
      if (mark.start <= from && mark.end >= to) {
        marks = schema.mark(mark.kind, mark.kind === 'link' ? { href: mark.href ?? '' } : null).addToSet(marks)
      }
    }
    pieces.push(schema.text(block.text.slice(from, to), marks))
  }
  return Fragment.from(pieces)
}

/** The ProseMirror document of `blocks` (of an empty block when there are none). A run of debris is as high as its line. */
export function proseDocument(blocks: readonly Block[]): Node {
  const source: readonly Block[] = blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: '' }]
  const type = schema.nodes.block
  const runs = debrisRuns(source)
  const labels = saidLabels(source)
  let run = 0
  const sections: Node[] = []
  let paragraphs = 0
  for (let at = 0; at < source.length; at += BLOCKS_PER_SECTION) {
    let lines = 0
    const before = paragraphs
    const children = source.slice(at, at + BLOCKS_PER_SECTION).map((block, inside) => {
      const index = at + inside
      while (index > (runs[run]?.last ?? index)) run += 1
      const debris = index >= (runs[run]?.first ?? source.length)
      if (labels[index]) lines += 1
      if (!debris) lines += Math.ceil((block.text.length + 2) / LINE_ESTIMATE)
      else if (index === runs[run]?.first) lines += 1
      if (!debris && block.text.trim() !== '') paragraphs += 1
      const { kind, level = null, marker = null } = block
      return type.create({ kind, level, marker, debris, said: labels[index], source: index }, inlineOf(block))
    })
    sections.push(schema.nodes.section.create({ lines, before }, children))
  }
  return schema.nodes.doc.create(null, sections)
}
