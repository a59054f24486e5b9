import type { Element, Nodes } from 'hast'
import type { InlineMark } from '../model/document'

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that hold no text of the document. They go without a remark. */
export const WITHOUT_TEXT = set('head script style noscript template title link meta datalist param source track area')

/** Elements whose content is not text, or is there to be operated. They go, and are counted in a remark. */
export const LEFT_OUT = set('svg iframe object embed video audio canvas button select textarea input frame frameset')

/** Elements that begin and end a block, and are nothing more than that. */
export const DIVISIONS = set(
  'html body address article aside center details dialog div dl dt dd fieldset figure footer form header hgroup hr ' +
    'legend main menu nav p search section summary table tbody thead tfoot tr td th',
)

/** Elements that are nothing but layout in HTML: what an inline element means as a mark. */
export const INLINE_MARKS: Readonly<Record<string, InlineMark['kind']>> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
}

/** An attribute as a string; undefined when it is absent or a mere flag. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** Whether an element is there to be operated although it is made of text: MediaWiki's `[edit]` beside a heading. */
export const isControl = (element: Element): boolean =>
  element.properties.role === 'button' || /(?:^|\s)mw-editsection(?:\s|$)/.test(attribute(element, 'className') ?? '')

/** Whether a browser would not show the element, or not read it out. */
export function isHidden(element: Element): boolean {
  const { hidden, ariaHidden } = element.properties
  return (
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    ariaHidden === 'true' ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '')
  )
}

/** Every element under `node` with this name, in document order. */
export function* elements(node: Nodes, name: string): Generator<Element> {
  if (node.type === 'element' && node.tagName === name) yield node
  if ('children' in node) for (const child of node.children) yield* elements(child, name)
}

/** The text under `node`, white space collapsed and trimmed. */
export function textOf(node: Nodes): string {
  const parts: string[] = []
  const gather = (at: Nodes): void => {
    if (at.type === 'text') parts.push(at.value)
    else if (at.type === 'element' && WITHOUT_TEXT.has(at.tagName) && at !== node) return
    else if ('children' in at) for (const child of at.children) gather(child)
  }
  gather(node)
  return parts.join('').replace(/\s+/g, ' ').trim()
}

/** An address that may be kept: http, https or mailto, with its scheme; anything else is undefined. */
export function keptAddress(href: string | undefined): string | undefined {
  const address = href?.trim()
  return address !== undefined && /^(?:https?:\/\/|mailto:)\S/i.test(address) ? address : undefined
}
