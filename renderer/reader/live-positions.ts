import type { Node } from 'prosemirror-model'
import type { EditedBlock } from '#shared/editing/corrected-blocks'
import type { Block, InlineMark } from '#shared/model/document'
import type { Positions } from './positions'

/** The length of a section's text with a line end after each of its blocks, in UTF-16 units. */
const textLength = (section: Node): number => section.content.size - section.childCount

/**
 * The UTF-16 offset of a ProseMirror position, in a document whose sections may have any number of blocks. A position
 * between two blocks is the beginning of the block after it.
 */
export function offsetIn(doc: Node, pos: number): number {
  let at = 0
  let offset = 0
  for (let s = 0; s < doc.childCount; s += 1) {
    const section = doc.child(s)
    if (pos <= at + section.nodeSize - 1) {
      let inside = at + 1
      for (let b = 0; b < section.childCount; b += 1) {
        const block = section.child(b)
        if (pos < inside + block.nodeSize) return offset + Math.min(Math.max(0, pos - inside - 1), block.content.size)
        inside += block.nodeSize
        offset += block.content.size + 1
      }
      return s === doc.childCount - 1 ? offset - 1 : offset
    }
    at += section.nodeSize
    offset += textLength(section)
  }
  return offset - 1
}

/** The ProseMirror position of a UTF-16 offset; what lies outside the text is brought to the nearest end. */
export function posIn(doc: Node, offset: number): number {
  let at = 0
  let left = Math.max(0, offset)
  for (let s = 0; s < doc.childCount; s += 1) {
    const section = doc.child(s)
    if (left < textLength(section)) {
      at += 1
      for (let b = 0; b < section.childCount; b += 1) {
        const block = section.child(b)
        if (left <= block.content.size) return at + 1 + left
        at += block.nodeSize
        left -= block.content.size + 1
      }
    }
    at += section.nodeSize
    left -= textLength(section)
  }
  return doc.content.size - 2
}

/** The words between two offsets. */
export const wordsIn = (doc: Node, start: number, end: number): string =>
  start === end ? '' : doc.textBetween(posIn(doc, start), posIn(doc, end), '\n')

/** Converts in whatever document there is at the time. */
export const livePositions = (doc: () => Node): Positions => ({
  get length() {
    return offsetIn(doc(), doc().content.size)
  },
  get starts() {
    const starts: number[] = []
    let at = 0
    eachBlock(doc(), (block) => {
      starts.push(at)
      at += block.content.size + 1
    })
    return starts
  },
  toPos: (offset) => posIn(doc(), offset),
  toOffset: (pos) => offsetIn(doc(), pos),
})

/** Calls `see` for each block, with its position. */
export function eachBlock(doc: Node, see: (block: Node, pos: number) => void): void {
  doc.forEach((section, at) => {
    section.forEach((block, inside) => {
      see(block, at + 1 + inside)
    })
  })
}

function marksOf(block: Node): InlineMark[] {
  const open: InlineMark[] = []
  const all: InlineMark[] = []
  block.forEach((text, at) => {
    for (const mark of text.marks) {
      const kind = mark.type.name as InlineMark['kind']
      const href: string | undefined = mark.attrs.href
      const before = open.findIndex((each) => each.end === at && each.kind === kind && each.href === href)
      const start = before < 0 ? at : (open[before] as InlineMark).start
      if (before >= 0) open.splice(before, 1)
      open.push({ start, end: at + text.nodeSize, kind, ...(href !== undefined && { href }) })
    }
    for (const each of open.filter(({ end }) => end < at + text.nodeSize)) {
      all.push(each)
      open.splice(open.indexOf(each), 1)
    }
  })
  return [...all, ...open].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The blocks as they stand in `doc`, which was edited and began as `first`, the document of `before`. */
export function editedBlocks(doc: Node, first: Node, before: readonly Block[]): EditedBlock[] {
  const blocks: EditedBlock[] = []
  const shown: Node[] = []
  eachBlock(first, (block) => void shown.push(block))
  eachBlock(doc, (block) => {
    const { kind, level, marker, source } = block.attrs
    const isAsBefore = source !== null && shown[source]?.content.eq(block.content)
    const marks = isAsBefore ? (before[source]?.marks ?? []) : marksOf(block)
    blocks.push({
      kind,
      text: block.textContent,
      source,
      ...(level !== null && { level }),
      ...(marker !== null && { marker }),
      ...(marks.length > 0 && { marks }),
    })
  })
  return blocks
}
