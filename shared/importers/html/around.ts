import type { Element } from 'hast'
import type { Block, Debris, DocumentMetadata } from '../../model/document'
import type { PlacedBlocks } from '../html-blocks'
import { belongsToText, isOrigin, kindByWords, WAY_ON } from './around-words'
import { listsOfLinks } from './link-lists'
import type { MainContent } from './main-content'
import type { Origin } from './origins'
import { isToldByline } from './told-byline'

const plain = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, '').toLowerCase()

/** Whether a line is the title, punctuation and spaces aside. */
const isSame = (text: string, title: string): boolean =>
  text.length < LONGEST_TITLE && plain(title) !== '' && plain(text) === plain(title)
/** In UTF-16 units. */
const LONGEST_TITLE = 300

/**
 * The blocks, each that stands around the main content marked with what it is. Nothing is taken out. What stands
 * between the headline and the text, and the lines about editor and origin after it, are left for their words to tell.
 */
export function markAround(placed: PlacedBlocks, content: MainContent, metadata: DocumentMetadata): readonly Block[] {
  const { blocks, origins } = placed
  const { zones, isInside } = content
  const isText = (index: number): boolean => isInside[index] === true && zones[index] === undefined
  const first = blocks.findIndex((_, index) => isText(index))
  const last = blocks.findLastIndex((_, index) => isText(index))
  if (first < 0) return blocks
  const begun = beginning(blocks, first, isText, metadata.title)
  const headline = headlineOf(placed, begun, metadata.title)
  const dense = denseBranches(origins, content.branches)
  const lists = listsOfLinks(placed, isText)

  const debrisOf = (block: Block, index: number): Debris | undefined => {
    const zone = zones[index]
    const origin = origins[index] as Origin
    if (index === headline) return undefined
    if (index > (headline ?? first) && index < begun + NEAR && isToldByline(block.text, metadata)) return 'byline'
    if (lists.has(index) || WAY_ON.test(block.text)) return 'navigation'
    if (isInside[index]) {
      const isAbove = headline !== undefined && index < headline && origin.linked * 4 > origin.characters
      return isAbove ? 'navigation' : zone !== undefined && isDebrisInside(block, origin, zone) ? zone : undefined
    }
    if (belongsToText(block.text)) return undefined
    if (zone !== undefined) return zone
    const branch = content.branches[index]
    const isLinks = origin.linked * 2 > origin.characters
    if (isLinks || (branch && dense.has(branch))) return 'navigation'
    if (index > last) return isOrigin(block.text) ? undefined : 'footer'
    if (index >= (headline ?? first - NEAR)) return undefined
    return block.kind === 'tableRow' ? 'byline' : isOrigin(block.text) ? undefined : 'navigation'
  }
  return blocks.map((block, index) => {
    const debris = debrisOf(block, index)
    if (debris !== undefined) return { ...block, debris: kindByWords(block.text) ?? debris }
    return index === headline && block.kind === 'paragraph' ? { ...block, kind: 'heading', level: 1 } : block
  })
}

/** The blocks of a page without anything around its text: one of the first that is its title becomes a heading. */
export function withHeadline(blocks: readonly Block[], title = ''): readonly Block[] {
  const headline = blocks.slice(0, NEAR).findIndex(({ kind, text }) => kind === 'paragraph' && isSame(text, title))
  return blocks.map((block, index) => (index === headline ? { ...block, kind: 'heading', level: 1 } : block))
}

/** Where no headline is known, so many blocks before the text may be its headline and byline; a byline may follow a lead. */
const NEAR = 4
/** The text has begun with the first block of so many characters. */
const PARAGRAPH = 30

/** The first block of the main content that is a paragraph of the text. */
function beginning(blocks: readonly Block[], first: number, isText: (index: number) => boolean, title = ''): number {
  const found = blocks.findIndex(
    ({ kind, text }, index) =>
      index >= first && isText(index) && kind !== 'caption' && text.length >= PARAGRAPH && !isSame(text, title),
  )
  return Math.max(found, first)
}

/** The last block before the text begins that is the page's title, and no link; else its last heading of level 1. */
function headlineOf({ blocks, origins }: PlacedBlocks, begun: number, title = ''): number | undefined {
  const before = (fits: (block: Block) => boolean): number =>
    blocks.findLastIndex((block, index) => {
      const { characters, linked } = origins[index] as Origin
      return index <= begun && linked * 2 <= characters && fits(block)
    })
  const titled = before(({ text }) => isSame(text, title))
  const found = titled >= 0 ? titled : before(({ kind, level }) => kind === 'heading' && level === 1)
  return found < 0 ? undefined : found
}

/** Inside the main content, only what is short or full of links is what its class says. */
function isDebrisInside(block: Block, { characters, linked }: Origin, zone: Debris): boolean {
  if (block.kind === 'quotation' || block.kind === 'caption') return false
  if (zone === 'navigation') return linked * 2 > characters || (block.kind === 'heading' && characters < 20)
  return characters < 120 || linked * 3 > characters
}

/** The elements around the main content of whose words more than a third are links. */
function denseBranches(origins: readonly Origin[], branches: readonly (Element | undefined)[]): Set<Element> {
  const sums = new Map<Element, { characters: number; linked: number }>()
  branches.forEach((branch, index) => {
    if (!branch) return
    const { characters, linked } = origins[index] as Origin
    const sum = sums.get(branch) ?? { characters: 0, linked: 0 }
    sums.set(branch, { characters: sum.characters + characters, linked: sum.linked + linked })
  })
  return new Set([...sums].filter(([, { characters, linked }]) => linked * 3 > characters).map(([branch]) => branch))
}
