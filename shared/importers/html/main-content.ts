import type { Element } from 'hast'
import type { Debris } from '../../model/document'
import type { PlacedBlocks } from '../html-blocks'
import { attribute } from '../html-elements'
import type { Origin } from './origins'
import { zoneOf } from './zones'

/** The main content of a page, as far as it is known; each list has one entry for each block. */
export interface MainContent {
  /** What the page says by its markup that a block is; undefined for what may be text. */
  readonly zones: readonly (Debris | undefined)[]
  /** Whether a block stands in the element that holds the main content. */
  readonly isInside: readonly boolean[]
  /** For a block that stands outside, the largest element around it that is not also around the main content. */
  readonly branches: readonly (Element | undefined)[]
}

/** A zone with more than this share of the main content is none: pages put everything into a form, or a `header`. */
const LARGEST_ZONE = 0.3
/** The container holds at least this share of what Readability takes for the main content. */
const HELD = 0.9
/** When so much prose stands around the container, as a share of what is in it, the container is too small. */
const PROSE_AROUND = 0.4
/** Less main content than this is no sure sign of any, in characters; nor is any without a sentence in it. */
const LEAST = 24

/** A sentence, or the beginning of one. */
const PROSE = /\p{L}.{24,}[。．.！？!?；;؟،，,、]/su

/**
 * What stands for the main content of a page that is too large for Readability: its sentences, wherever they are, without
 * those that are links or that the markup calls something else. As `readableText`.
 */
export function proseText({ blocks, origins, parents }: PlacedBlocks): ReadonlyMap<Element, number> {
  const known = new Map<Element, boolean>()
  const isZone = (element: Element | undefined): boolean => {
    if (!element) return false
    const found = known.get(element) ?? (zoneOf(element) !== undefined || isZone(parents.get(element)))
    known.set(element, found)
    return found
  }
  const kept = new Map<Element, number>()
  blocks.forEach(({ text }, index) => {
    const { element, characters, linked } = origins[index] as Origin
    if (!element || linked * 3 > characters || !PROSE.test(text) || isZone(element)) return
    kept.set(element, (kept.get(element) ?? 0) + characters)
  })
  return kept
}

/** Finds the element that holds the main content; undefined when none is sure. `kept` is what `readableText` found. */
export function mainContent(
  { blocks, origins, parents }: PlacedBlocks,
  kept: ReadonlyMap<Element, number>,
): MainContent | undefined {
  const under = new Map<Element, number>()
  for (const [element, characters] of kept) {
    for (let at: Element | undefined = element; at; at = parents.get(at))
      under.set(at, (under.get(at) ?? 0) + characters)
  }
  const total = [...kept.values()].reduce((sum, characters) => sum + characters, 0)
  if (total < LEAST) return undefined

  const zoned = new Map<Element, Debris | undefined>()
  const zoneAt = (element: Element | undefined): Debris | undefined => {
    if (!element) return undefined
    if (zoned.has(element)) return zoned.get(element)
    const own = (under.get(element) ?? 0) > total * LARGEST_ZONE ? undefined : zoneOf(element)
    const zone = own ?? zoneAt(parents.get(element))
    zoned.set(element, zone)
    return zone
  }
  const zones = origins.map(({ element }) => zoneAt(element))

  const holders = [...under].filter(([, characters]) => characters >= total * HELD).map(([element]) => element)
  const inner = holders.find((element) => !holders.some((other) => parents.get(other) === element))
  if (!inner) return undefined
  /** From the innermost element that holds the main content to the page. */
  const chain = [inner]
  for (let at = parents.get(inner); at; at = parents.get(at)) chain.push(at)
  const places = placesOn(chain, origins, parents)

  const prose = chain.map(() => 0)
  blocks.forEach(({ text }, index) => {
    const { characters, linked } = origins[index] as Origin
    if (zones[index] !== undefined || linked * 3 > characters || !PROSE.test(text)) return
    const { step } = places[index] as Place
    prose[step] = (prose[step] ?? 0) + characters
  })
  const proseOfAll = prose.reduce((sum, characters) => sum + characters, 0)
  let top = 0
  for (let inside = prose[0] as number; proseOfAll - inside > inside * PROSE_AROUND && top < chain.length - 1; ) {
    top += 1
    inside += prose[top] as number
  }
  chain.forEach((element, step) => {
    if (element.tagName === 'article' || attribute(element, 'itemProp') === 'articleBody') top = Math.max(top, step)
  })
  if (!prose.slice(0, top + 1).some((characters) => characters > 0)) return undefined
  return {
    zones,
    isInside: places.map(({ step }) => step <= top),
    branches: places.map(({ branch }) => branch),
  }
}

interface Place {
  /** The first element of the chain that is around a block: its index. */
  readonly step: number
  /** The element just below it on the way to the block. */
  readonly branch?: Element
}

/** Where each block leaves the way from the main content up to the page. */
function placesOn(
  chain: readonly Element[],
  origins: readonly Origin[],
  parents: ReadonlyMap<Element, Element>,
): Place[] {
  const known = new Map<Element, Place>(chain.map((element, step) => [element, { step }]))
  const placeOf = (element: Element | undefined): Place => {
    const way: Element[] = []
    let at = element
    while (at && !known.has(at)) {
      way.push(at)
      at = parents.get(at)
    }
    const found = (at && known.get(at)) ?? { step: chain.length - 1 }
    const branch = found.branch ?? way.at(-1)
    const place = { step: found.step, ...(branch && { branch }) }
    for (const each of way) known.set(each, place)
    return element ? place : found
  }
  return origins.map(({ element }) => placeOf(element))
}
