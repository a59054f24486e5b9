import type { Element, Nodes, Root } from 'hast'
import { isHidden, textOf } from '../html-elements'

/** Less text than this, in UTF-16 units, is not what a page is about. */
const LEAST = 100

/**
 * Shows what a page hides until its own program has run, where that is most of its text: articles saved from WeChat
 * are all `visibility: hidden`. Changes the tree.
 */
export function revealMainText(root: Root): void {
  const hidden: Element[] = []
  let shown = 0
  const visit = (node: Nodes): void => {
    if (node.type === 'element' && isHidden(node)) hidden.push(node)
    else if (node.type === 'text') shown += node.value.trim().length
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  for (const element of hidden) {
    if (textOf(element).length <= Math.max(LEAST, shown)) continue
    const { hidden: _, ariaHidden, style, ...properties } = element.properties
    element.properties = properties
  }
}
