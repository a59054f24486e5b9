import type { Block, Debris } from './document'

/** Neighbouring blocks that were judged to be the page around the text; blank ones between them go with them. */
export interface DebrisRun {
  /** Indexes of its first and last block, both included. */
  readonly first: number
  readonly last: number
  /** How many of its blocks are debris and hold words. */
  readonly count: number
  /** What they are, each once, in the order of the text. */
  readonly kinds: readonly Debris[]
}

const isBlank = ({ text }: Block): boolean => text.trim() === ''

const known = new WeakMap<readonly Block[], readonly DebrisRun[]>()

/** The runs of debris among `blocks`, in the order of the text; those of one list of blocks are found once. */
export function debrisRuns(blocks: readonly Block[]): readonly DebrisRun[] {
  const before = known.get(blocks)
  if (before) return before
  const runs: DebrisRun[] = []
  for (let first = 0; first < blocks.length; first += 1) {
    if (blocks[first]?.debris === undefined) continue
    let last = first
    for (let at = first + 1; at < blocks.length; at += 1) {
      const block = blocks[at] as Block
      if (block.debris !== undefined) last = at
      else if (!isBlank(block)) break
    }
    const judged = blocks.slice(first, last + 1).filter((block) => block.debris !== undefined && !isBlank(block))
    const kinds = [...new Set(judged.map(({ debris }) => debris as Debris))]
    if (judged.length > 0) runs.push({ first, last, count: judged.length, kinds })
    first = last
  }
  known.set(blocks, runs)
  return runs
}

/** Whether debris stands above all of the text, its headings aside. */
export function beginsWithDebris(blocks: readonly Block[]): boolean {
  const [run] = debrisRuns(blocks)
  return run !== undefined && blocks.slice(0, run.first).every((block) => block.kind === 'heading' || isBlank(block))
}

/** How many blocks with words were judged to be debris. */
export const debrisCount = (blocks: readonly Block[]): number =>
  debrisRuns(blocks).reduce((sum, { count }) => sum + count, 0)

/** How many blocks of each kind were judged to be debris; kinds without any are left out. */
export function debrisByKind(blocks: readonly Block[]): ReadonlyMap<Debris, number> {
  const counts = new Map<Debris, number>()
  for (const block of blocks) {
    if (block.debris !== undefined && !isBlank(block)) counts.set(block.debris, (counts.get(block.debris) ?? 0) + 1)
  }
  return counts
}

/** The length of the text without its debris, in UTF-16 units, line ends between blocks included. */
export function properLength(blocks: readonly Block[]): number {
  const proper = blocks.filter(({ debris }) => debris === undefined)
  return proper.reduce((sum, { text }) => sum + text.length, Math.max(0, proper.length - 1))
}
