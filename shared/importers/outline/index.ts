import type { Block } from '../../model/document'
import type { ReadDocument } from '../importer'
import { type Candidate, candidatesIn } from './candidates'
import { bySequence, founded, hasBody } from './founded'
import { headed, isWhole, type Sure } from './headed'
import { nest, type Placed } from './nest'
import { numbersApart } from './numbers-apart'
import { shortLines } from './short-lines'

/** However sequences of numbers are entangled, they are sorted out no more often than this. */
const MOST_PASSES = 12

/**
 * Finds the outline of a document that was read: headings by style stay as they are, numbered lines (一、 （一） 1. （1）,
 * 第一章, Chapter 2, 1.1) and short lines alone between paragraphs become headings, and words that head what follows
 * them inside a paragraph (（一）强化政治引领。…, 一是… 二是…) are noted in the paragraph. Each has a level, by what stands
 * below what, and how sure it is. A number counts only in a sequence: the text itself is never changed.
 */
export const outlined = (document: ReadDocument): ReadDocument => ({
  ...document,
  blocks: outlineBlocks(document.blocks),
})

/** Formats of running text that may mark headings by style, and often do not. */
const STYLED_FORMATS = new Set(['docx', 'odt', 'rtf', 'pdf'])

/**
 * Whether a document's format could have marked headings beside the title, and did not. Where several headings are of
 * the first level these are its headings, and none is the title.
 */
export function lacksHeadings({ format, blocks }: ReadDocument): boolean {
  const headings = blocks.filter(({ kind, debris }) => kind === 'heading' && !debris)
  return STYLED_FORMATS.has(format) && headings.length < 2 && headings.every(({ level = 1 }) => level === 1)
}

/** The blocks with the headings that were found in them; see `outlined`. */
export function outlineBlocks(blocks: readonly Block[]): readonly Block[] {
  const headings = resolve(inTextOrder(candidatesIn(blocks), shortLines(blocks)), blocks)
  const found = numbersApart(byBlock(headings), blocks)
  if (found.size === 0) return blocks
  const stands = standing(headings, blocks)
  return blocks.map((block, index) => {
    const inside = found.get(index)
    return inside ? headed(block, inside, stands) : block
  })
}

const inTextOrder = (some: readonly Candidate[], others: readonly Candidate[]): Candidate[] => {
  const taken = new Set(some.filter(({ form }) => form !== 'inline').map(({ block }) => block))
  return [...some, ...others.filter(({ block }) => !taken.has(block))].sort(
    (a, b) => a.block - b.block || a.start - b.start,
  )
}

/** The headings that were found, in the blocks that the format does not make headings itself. */
function byBlock(headings: ReadonlyMap<Placed, number>): Map<number, Sure[]> {
  const found = new Map<number, Sure[]>()
  for (const [placed, confidence] of headings) {
    if (placed.candidate.form === 'styled') continue
    const list = found.get(placed.candidate.block)
    if (list) list.push([placed, confidence])
    else found.set(placed.candidate.block, [[placed, confidence]])
  }
  return found
}

/** Whether the sequence of a heading stands over text. */
function standing(headings: ReadonlyMap<Placed, number>, blocks: readonly Block[]): (placed: Placed) => boolean {
  const sequences = bySequence([...headings.keys()])
  const over = new Map([...sequences].map(([sequence, members]) => [sequence, standsOverText(members, blocks)]))
  return ({ sequence }) => over.get(sequence) === true
}

/** Whether most of a sequence are lines with a text under them, and not paragraphs. */
function standsOverText(members: readonly Placed[], blocks: readonly Block[]): boolean {
  const over = members.filter((each, at) => !each.candidate.full && hasBody(each, members[at + 1], blocks))
  return over.length * 2 >= members.length
}

/** Without what stands in a block that is all one heading, and the short lines that are headings by a sign of order. */
function onePerPlace(sure: Map<Placed, number>, blocks: readonly Block[]): Map<Placed, number> {
  const stands = standing(sure, blocks)
  for (const [index, [first, ...others]] of byBlock(sure) as Map<number, [Sure, ...Sure[]]>) {
    const whole = isWhole(blocks[index] as Block, first[0], stands)
    for (const [placed] of others) if (whole || placed.candidate.form === 'short') sure.delete(placed)
  }
  return sure
}

/** The headings among the candidates, each with how sure it is. What proves to be none no longer divides the others. */
function resolve(candidates: readonly Candidate[], blocks: readonly Block[]): Map<Placed, number> {
  let kept = candidates
  let placed = nest(kept)
  for (let pass = 0; ; pass++) {
    let sure = onePerPlace(founded(placed, blocks), blocks)
    if (sure.size === placed.length || pass === MOST_PASSES) {
      placed = nest(kept, placed)
      sure = onePerPlace(founded(placed, blocks), blocks)
      if (sure.size === placed.length || pass === MOST_PASSES) return sure
    }
    const unfounded = new Set(placed.filter((each) => !sure.has(each)).map(({ candidate }) => candidate))
    kept = kept.filter((each) => !unfounded.has(each))
    placed = nest(kept)
  }
}
