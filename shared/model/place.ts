import { type Block, blockAt } from './document'
import { headingsIn, type OutlineEntry } from './outline'
import type { Passage } from './passage'

/** Where a passage stands, in a reader's terms. */
export interface PlaceInDocument {
  /** The block in which the passage begins, counting from 1 over blocks that are neither empty nor debris. */
  readonly paragraph: number
  /**
   * The text of the nearest heading at or before it; null where there is none. One that runs into the middle of a
   * paragraph heads nothing outside that.
   */
  readonly heading: string | null
}

/** Whether a block counts as a paragraph: it has words, and they are the text's own. */
const counts = ({ text, debris }: Block): boolean => debris === undefined && text.trim() !== ''

/** A block's place, under the heading before it, and its own headings by their offsets in the block. */
interface BlockPlace extends PlaceInDocument {
  readonly own?: readonly OutlineEntry[]
}

const known = new WeakMap<readonly Block[], readonly BlockPlace[]>()
const indentOf = (text: string): number => text.length - text.trimStart().length

function placesOf(blocks: readonly Block[]): readonly BlockPlace[] {
  let paragraph = 0
  let heading: string | null = null
  return blocks.map((block) => {
    if (counts(block)) paragraph += 1
    const place = { paragraph: Math.max(1, paragraph), heading }
    const own = headingsIn(block, 0, 0)
    for (const { start, text } of own) if (start <= indentOf(block.text)) heading = text
    return { ...place, ...(own.length > 0 ? { own } : {}) }
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
  const index = blockAt(starts, passage.start)
  const { paragraph, heading, own = [] } = places[index] ?? { paragraph: 1, heading: null }
  const inside = passage.start - (starts[index] ?? 0)
  const nearest = own.findLast(({ start, runIn }) => !runIn || start <= inside)
  return { paragraph, heading: nearest?.text ?? heading }
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
