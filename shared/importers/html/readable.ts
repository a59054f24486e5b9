import type { Element, Nodes, Root } from 'hast'
import type { DomDocument, DomNode } from 'linkedom/worker'
import { attribute, isHidden, LEFT_OUT, WITHOUT_TEXT } from '../html-elements'

/** What Readability sees of an element: by these it tells content from the page around it. */
const SEEN = ['id', 'className', 'role', 'ariaLabel', 'href', 'itemProp', 'rel', 'dir', 'lang'] as const
const WRITTEN: Readonly<Record<string, string>> = { className: 'class', ariaLabel: 'aria-label', itemProp: 'itemprop' }
/** Where an element's number stands in the tree that Readability rebuilds. */
const NUMBER = 'data-n'

/** Less than this, in UTF-16 units, is no main content to Readability, and it looks again less strictly. */
const LEAST = 140
/** Larger and deeper pages take it minutes: it goes through all elements, and reads the text under them, many times. */
const MOST_ELEMENTS = 4_000
const MOST_READ = 4_000_000
const DEEPEST = 100

/**
 * What Readability (the reader view of Firefox) takes for the main content of a page: how many characters of it stand
 * directly in each element. Undefined when it finds none. The page must be one that it can read in time (`isReadable`).
 */
export async function readableText(root: Root): Promise<ReadonlyMap<Element, number> | undefined> {
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom/worker'),
    import('@mozilla/readability'),
  ])
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>')
  const numbered: Element[] = []
  build(root, document.body, document, numbered)
  let content: DomNode | null | undefined
  try {
    const options = {
      charThreshold: LEAST,
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node: unknown) => node,
    }
    content = new Readability(document as never, options).parse()?.content as DomNode | null | undefined
  } catch {
    // It expects pages as browsers make them, and stumbles over some that nobody would make.
    return undefined
  }
  return content ? weights(content, numbered) : undefined
}

/**
 * Whether Readability can read a page in a second or two: by its elements, its depth, and its text, which is counted
 * once for each element around it.
 */
export function isReadable(root: Root): boolean {
  let elements = 0
  let read = 0
  const isFine = (node: Nodes, depth: number): boolean => {
    if (node.type === 'text') read += node.value.length * depth
    if (node.type === 'element') elements += 1
    if (elements > MOST_ELEMENTS || read > MOST_READ || depth > DEEPEST) return false
    return !('children' in node) || node.children.every((child) => isFine(child, depth + 1))
  }
  return isFine(root, 0)
}

function build(node: Nodes, parent: DomNode, document: DomDocument, numbered: Element[]): void {
  if (node.type === 'text') parent.appendChild(document.createTextNode(node.value))
  if (node.type !== 'element') {
    if ('children' in node) for (const child of node.children) build(child, parent, document, numbered)
    return
  }
  const { tagName } = node
  if (WITHOUT_TEXT.has(tagName) || LEFT_OUT.has(tagName) || tagName === 'img' || isHidden(node)) return
  const isPage = tagName === 'html' || tagName === 'body'
  const element = isPage ? parent : document.createElement(/^[a-z][a-z0-9-]*$/.test(tagName) ? tagName : 'span')
  if (!isPage) parent.appendChild(element)
  for (const name of SEEN) {
    const value = attribute(node, name)
    if (value !== undefined) element.setAttribute(WRITTEN[name] ?? name, value)
  }
  element.setAttribute(NUMBER, String(numbered.push(node) - 1))
  for (const child of node.children) build(child, element, document, numbered)
}

function weights(content: DomNode, numbered: readonly Element[]): Map<Element, number> {
  const found = new Map<Element, number>()
  const visit = (node: DomNode, holder: Element | undefined): void => {
    if (node.nodeType === 3 && holder) {
      const characters = node.textContent.replace(/\s+/g, '').length
      if (characters > 0) found.set(holder, (found.get(holder) ?? 0) + characters)
    }
    if (node.nodeType !== 1) return
    const number = node.getAttribute(NUMBER)
    const within = (number === null ? undefined : numbered[Number(number)]) ?? holder
    for (const child of node.childNodes) visit(child, within)
  }
  visit(content, undefined)
  return found
}
