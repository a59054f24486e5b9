import type { Element, Nodes } from 'hast'
import { attribute, DIVISIONS, textOf } from '../html-elements'
import { type MarkedText, trimmed } from '../inline-text'

/** What calls a note: a number, a sign, or one of them in brackets. */
const SIGN = /^[[〔［（(【]?(?:注\s*)?(\d{1,4}|[ivxl]{1,6}|[a-z]|[*†‡§¶#]{1,3}|[①-⑳㉑-㊿]|注)[\]〕］）)】]?$/iu
/** What leads back from a note to its call. */
const BACK = /^(?:[↩↵⏎↑⇑^←⤴\s]\ufe0e?\ufe0f?)+$/u
/** A note that is called by a word (`[^kant]` in Markdown) has no longer one, in UTF-16 units. */
const LONGEST_NAME = 40
/** A longer element is a part of the text, not a note to it, in UTF-16 units. */
const LONGEST = 4_000

/** The notes of a page and the links between them and the text. */
export interface Notes {
  /** The elements that hold a note, and the sign that calls each, without brackets. */
  readonly markers: ReadonlyMap<Element, string>
  /** Links that call a note, and are not set as raised signs by other means. */
  readonly calls: ReadonlySet<Element>
  /** Links that lead from a note back to its call, and say nothing else. */
  readonly backLinks: ReadonlySet<Element>
}

/**
 * Finds foot- and endnotes: what a raised or bracketed sign links to further down, by its id, and what EPUB
 * (`epub:type`) and ARIA (`role`) call notes.
 */
export function notesIn(root: Nodes): Notes {
  const holders = new Map<string, Element>()
  const found: { readonly sign: string; readonly target: string; readonly at: number; readonly link?: Element }[] = []
  const order = new Map<Element, number>()
  const around = new Map<Element, Element>()
  const backLinks = new Set<Element>()
  const markers = new Map<Element, string>()
  const calls = new Set<Element>()
  const visit = (node: Nodes, block: Element | undefined, raised: boolean): void => {
    if (node.type !== 'element') {
      if ('children' in node) for (const child of node.children) visit(child, block, raised)
      return
    }
    order.set(node, order.size)
    const holder = isBlock(node) || !block ? node : block
    around.set(node, holder)
    for (const id of [attribute(node, 'id'), node.tagName === 'a' ? attribute(node, 'name') : undefined]) {
      if (id && !holders.has(id)) holders.set(id, node)
    }
    const target = node.tagName === 'a' ? targetOf(node) : undefined
    const isRaised = raised || node.tagName === 'sup'
    if (target !== undefined) {
      const text = textOf(node)
      const called = typeOf(node, /noteref/) && text !== '' && text.length <= LONGEST_NAME ? [text, text] : []
      const [bracketed, sign] = SIGN.exec(text) ?? called
      const hasSup = textOf(firstSup(node)) !== ''
      const isCall = isRaised || typeOf(node, /noteref/) || bracketed !== sign || hasSup
      if (sign && isCall)
        found.push({ sign, target, at: order.get(node) as number, ...(isRaised || hasSup ? {} : { link: node }) })
      else if (BACK.test(text)) backLinks.add(node)
    }
    for (const child of node.children) visit(child, holder, isRaised)
  }
  visit(root, undefined, false)

  for (const { sign, target, at, link } of found) {
    const element = holders.get(target)
    const note = element && around.get(element)
    const isFurther = note && ((order.get(note) as number) > at || typeOf(note, NOTE))
    if (!note || !isFurther || !isNote(note)) continue
    if (!markers.has(note)) markers.set(note, sign)
    if (link) calls.add(link)
  }
  return { markers, calls, backLinks }
}

const NOTE = /(?:^|\s|-)(?:footnote|endnote|rearnote|note)(?:\s|$)/

/** Whether the element's EPUB type or ARIA role fits. */
export function typeOf(element: Element, pattern: RegExp): boolean {
  const types = `${attribute(element, 'epub:type') ?? attribute(element, 'epubType') ?? ''} ${attribute(element, 'role') ?? ''}`
  return pattern.test(types)
}

/** The id a link leads to on its own page. */
function targetOf(link: Element): string | undefined {
  const [, id] = /^[^#]*#(.+)$/.exec(attribute(link, 'href') ?? '') ?? []
  if (id === undefined) return undefined
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

const isBlock = ({ tagName }: Element): boolean => DIVISIONS.has(tagName) || /^(?:li|h[1-6]|blockquote)$/.test(tagName)

const NOTHING: Nodes = { type: 'root', children: [] }
const firstSup = (link: Element): Nodes =>
  link.children.find((child) => child.type === 'element' && child.tagName === 'sup') ?? NOTHING

function isNote(element: Element): boolean {
  if (!/^(?:li|p|div|aside|section|dd|dt|td|details)$/.test(element.tagName)) return false
  const text = textOf(element)
  return text !== '' && text.length <= LONGEST && !holdsHeading(element)
}

const holdsHeading = (element: Element): boolean =>
  element.children.some((child) => child.type === 'element' && (/^h[1-6]$/.test(child.tagName) || holdsHeading(child)))

/** The text of a note without the sign it begins with, where that is its own. */
export function withoutSign({ text, marks }: MarkedText, marker: string): MarkedText {
  const [opening = ''] = /^(?:[[〔［（(【]\s*)?(?:注\s*(?=\d))?/u.exec(text) ?? []
  const after = text.slice(opening.length)
  if (!after.startsWith(marker)) return { text, marks }
  const rest = after.slice(marker.length)
  const [closing = ''] = /^\s*[\]〕］）)】]?\s*[.．、:：]?\s*/u.exec(rest) ?? []
  if (/^[\p{L}\p{N}]/u.test(rest) && /[\p{L}\p{N}]$/u.test(marker) && !/[①-⑳㉑-㊿]$/.test(marker))
    return { text, marks }
  const written = opening + marker + closing
  const moved = marks.map((mark) => ({
    ...mark,
    start: Math.max(0, mark.start - written.length),
    end: mark.end - written.length,
  }))
  return trimmed(
    text.slice(written.length),
    moved.filter(({ start, end }) => start < end),
  )
}
