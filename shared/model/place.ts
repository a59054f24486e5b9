import { type Block, blockAt } from './document'
import type { Passage } from './passage'

/** Where a passage stands, in a reader's terms. */
export interface PlaceInDocument {
  /** The block in which the passage begins, counting from 1 over blocks that are neither empty nor debris. */
  readonly paragraph: number
  /** The text of the nearest heading at or before it; null where there is none. */
  readonly heading: string | null
}

/** Whether a block counts as a paragraph: it has words, and they are the text's own. */
const counts = ({ text, debris }: Block): boolean => debris === undefined && text.trim() !== ''

const known = new WeakMap<readonly Block[], readonly PlaceInDocument[]>()

function placesOf(blocks: readonly Block[]): readonly PlaceInDocument[] {
  let paragraph = 0
  let heading: string | null = null
  return blocks.map((block) => {
    if (counts(block)) {
      paragraph += 1
      if (block.kind === 'heading') heading = block.text.trim()
    }
    return { paragraph: Math.max(1, paragraph), heading }
  })
}

/** Where the passage begins. `starts` are the blocks' `blockStarts`; the places of one list of blocks are counted once. */
export function placeOf(
  blocks: readonly Block[],
  starts: readonly number[],
  passage: Pick<Passage, 'start'>,
): PlaceInDocument {
  let places = known.get(blocks)
  if (!places) {
    places = placesOf(blocks)
    known.set(blocks, places)
  }
  return places[blockAt(starts, passage.start)] ?? { paragraph: 1, heading: null }
}

/** How many paragraphs the blocks make: as many as are neither empty nor debris. */
export const paragraphCount = (blocks: readonly Block[]): number =>
  blocks.reduce((count, block) => (counts(block) ? count + 1 : count), 0)

/**
 * The UTF-16 offset at which a paragraph begins, counting from 1 as `placeOf` does; a number outside the document
 * leads to its nearest end. `starts` are the blocks' `blockStarts`.
 */
export function paragraphStart(blocks: readonly Block[], starts: readonly number[], paragraph: number): number {
  let count = 0
  let last = 0
  for (const [at, block] of blocks.entries()) {
    if (!counts(block)) continue
    count += 1
    last = starts[at] as number
    if (count >= paragraph) break
  }
  return last
}
