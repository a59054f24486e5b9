import type { Block, InlineMark } from '../model/document'
import { splitsPair } from '../model/passage'
import type { MarkedDocument, MarkedPassage } from './marked-documents'

/** A stretch of a block in which neither marks nor highlights change. It is never empty and never cuts a character. */
export interface MarkedRun {
  readonly text: string
  readonly marks: readonly InlineMark[]
  /** The highlights that it lies in, in the order in which they begin. */
  readonly passages: readonly MarkedPassage[]
  /** Those of them whose first, or last, run in the document it is. */
  readonly opens: readonly MarkedPassage[]
  readonly closes: readonly MarkedPassage[]
}

/** A block cut into runs: the cells of a table row, split at their tabs, or one list for any other block. */
export interface MarkedBlock {
  readonly block: Block
  readonly cells: readonly (readonly MarkedRun[])[]
}

/** A document's text cut into runs, and the highlights that no run shows. */
export interface MarkedText {
  /** In text order, without blank blocks and without debris that no highlight touches. */
  readonly blocks: readonly MarkedBlock[]
  /** Lost, or on nothing that is shown (a line end, a blank block). */
  readonly unplaced: readonly MarkedPassage[]
}

interface Extent {
  readonly start: number
  readonly end: number
}
type Draft = MarkedRun & { readonly opens: MarkedPassage[]; readonly closes: MarkedPassage[] }

/** Extents in ascending order, and those of them that a place which only moves forward lies in. */
class Sweep<T extends Extent> {
  private next = 0
  private open: T[] = []

  constructor(private readonly all: readonly T[]) {}

  /** All that touch the stretch from `start`, which was not asked for before, to `end`. */
  touching(start: number, end: number): readonly T[] {
    if (this.open.some((each) => each.end <= start)) this.open = this.open.filter((each) => each.end > start)
    for (let each = this.all[this.next]; each && each.start < end; each = this.all[this.next]) {
      this.next += 1
      if (each.end > start) this.open.push(each)
    }
    return this.open
  }
}

const widened = (text: string, start: number, end: number): Extent => ({
  start: splitsPair(text, start) ? start - 1 : start,
  end: splitsPair(text, end) ? end + 1 : end,
})

/** Where the cells of a row end, ascending, the last one with the row: at its tabs. */
function cellEnds({ kind, text }: Block, from: number): number[] {
  if (kind !== 'tableRow') return [from + text.length]
  let at = from - 1
  return text.split('\t').map((cell) => {
    at += cell.length + 1
    return at
  })
}

/** The stretches between all places at which something begins or ends. A tab between two cells is one of its own. */
function stretches(from: number, ends: readonly number[], extents: readonly Extent[]): Extent[] {
  const until = ends.at(-1) as number
  const cuts = new Set([from, ...ends, ...ends.slice(0, -1).map((end) => end + 1)])
  for (const { start, end } of extents) {
    if (start > from && start < until) cuts.add(start)
    if (end > from && end < until) cuts.add(end)
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(1).map((end, index) => ({ start: sorted[index] as number, end }))
}

/**
 * Cuts a document's text where marks and highlights begin and end. Highlights may overlap, and may go over the ends of
 * blocks and cells. Takes time in proportion to the text and to how deeply highlights lie over each other.
 */
export function markedText({ text, blocks, starts, passages }: MarkedDocument): MarkedText {
  const placed = passages
    .filter(({ highlight }) => highlight.lost === undefined)
    .map((marked) => ({ marked, ...widened(text, marked.highlight.passage.start, marked.highlight.passage.end) }))
    .sort((a, b) => a.start - b.start)
  const ahead = new Sweep(placed)
  const here = new Sweep(placed)
  const last = new Map<MarkedPassage, Draft>()
  const shown: MarkedBlock[] = []
  for (const [index, block] of blocks.entries()) {
    const from = starts[index] as number
    const touching = ahead.touching(from, from + block.text.length)
    if (block.text.trim() === '' || (block.debris !== undefined && touching.length === 0)) continue
    const inline = (block.marks ?? [])
      .map((mark) => ({ mark, ...widened(text, from + mark.start, from + mark.end) }))
      .sort((a, b) => a.start - b.start)
    const marks = new Sweep(inline)
    const ends = cellEnds(block, from)
    const cells: Draft[][] = ends.map(() => [])
    let cell = 0
    for (const { start, end } of stretches(from, ends, [...touching, ...inline])) {
      if (start === ends[cell]) {
        cell += 1
        continue
      }
      const over = here.touching(start, end).map(({ marked }) => marked)
      const run: Draft = {
        text: text.slice(start, end),
        marks: marks.touching(start, end).map(({ mark }) => mark),
        passages: over,
        opens: over.filter((marked) => !last.has(marked)),
        closes: [],
      }
      for (const marked of over) last.set(marked, run)
      cells[cell]?.push(run)
    }
    shown.push({ block, cells })
  }
  for (const [marked, run] of last) run.closes.push(marked)
  return { blocks: shown, unplaced: passages.filter((marked) => !last.has(marked)) }
}
