import type { Element, Nodes, Root } from 'hast'
import type { PlacedBlocks } from '../html-blocks'
import { attribute } from '../html-elements'
import type { Entry } from './contents'
import type { PlacedEntry } from './headed'
import { bookAddress } from './pages'

/** The block that each entry of a table of contents leads to; entries that lead to nothing are left out. */
export function placeEntries(
  entries: readonly Entry[],
  root: Root,
  bodyAt: ReadonlyMap<string, Element>,
  { origins, parents }: PlacedBlocks,
): PlacedEntry[] {
  const { places, byAddress } = orderOf(root)
  const firstIn = new Map<Element, number>()
  origins.forEach(({ element }, index) => {
    if (element && parents.has(element) && !firstIn.has(element)) firstIn.set(element, index)
  })
  /** The block whose own words hold an element: an anchor in a line. */
  const around = (element: Element): number => {
    for (let at: Element | undefined = element; at; at = parents.get(at)) {
      const index = firstIn.get(at)
      if (index !== undefined) return index
    }
    return Number.POSITIVE_INFINITY
  }
  const pages = new Map<string, number>()
  for (const { path } of entries) pages.set(path, (pages.get(path) ?? 0) + 1)
  const targets = entries.flatMap(({ title, depth, path, fragment }) => {
    const exact = fragment === undefined ? undefined : byAddress.get(bookAddress(path, fragment))
    // An id that is nowhere means the page, when nothing else leads there.
    const isLost = fragment !== undefined && !exact && (pages.get(path) ?? 0) > 1
    const target = exact ?? (isLost ? undefined : bodyAt.get(path))
    return target ? [{ title, depth, target, place: places.get(target) as number }] : []
  })
  const placed: PlacedEntry[] = []
  let next = 0
  for (const { title, depth, target, place } of targets.toSorted((a, b) => a.place - b.place)) {
    while (next < origins.length && placeOf(origins[next]?.element, places) < place) next += 1
    const at = Math.min(next, around(target))
    if (at < origins.length) placed.push({ title, depth, at })
  }
  return placed
}

const placeOf = (element: Element | undefined, places: ReadonlyMap<Element, number>): number =>
  (element && places.get(element)) ?? -1

/** The place of each element in document order, and the elements with an id by their addresses in the book. */
function orderOf(root: Nodes): {
  readonly places: ReadonlyMap<Element, number>
  readonly byAddress: ReadonlyMap<string, Element>
} {
  const places = new Map<Element, number>()
  const byAddress = new Map<string, Element>()
  const visit = (node: Nodes): void => {
    if (node.type === 'element') {
      places.set(node, places.size)
      for (const address of [attribute(node, 'id'), node.tagName === 'a' ? attribute(node, 'name') : undefined]) {
        if (address !== undefined && !byAddress.has(address)) byAddress.set(address, node)
      }
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  return { places, byAddress }
}
