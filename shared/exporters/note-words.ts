import type { Nodes, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'

/** Words of a note that are set alike. */
export interface NoteRun {
  readonly text: string
  readonly strong?: true
  readonly emphasis?: true
  readonly code?: true
  /** An http, https or mailto address. Links to records of the project have none: they lead nowhere outside it. */
  readonly href?: string
}

/** A paragraph of a note. */
export interface NoteParagraph {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quotation' | 'code'
  /** How deep it lies in lists and quotations; 0 outside them. */
  readonly depth: number
  /** List items: `•`, or the number with its stop. */
  readonly marker?: string
  readonly runs: readonly NoteRun[]
}

type Manner = Omit<NoteRun, 'text'>

/** Longer notes, and what could be nested without end, are shown as they were typed. */
const LONGEST = 20_000
const DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])[ \t]*){30}/m

function inline(nodes: readonly PhrasingContent[], manner: Manner): NoteRun[] {
  return nodes.flatMap((node): NoteRun[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value.replace(/\s*\n\s*/g, ' '), ...manner }]
      case 'inlineCode':
        return [{ text: node.value, ...manner, code: true }]
      case 'break':
        return [{ text: '\n', ...manner }]
      case 'strong':
        return inline(node.children, { ...manner, strong: true })
      case 'emphasis':
        return inline(node.children, { ...manner, emphasis: true })
      case 'link':
        return inline(node.children, /^(?:https?|mailto):/i.test(node.url) ? { ...manner, href: node.url } : manner)
      case 'image':
        return [{ text: node.alt ?? '', ...manner }]
      case 'html':
        return [{ text: node.value, ...manner }]
      default:
        return 'children' in node ? inline(node.children, manner) : []
    }
  })
}

const typed = (text: string): NoteParagraph[] =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', depth: 0, runs: [{ text: line }] }))

function paragraphs(node: Nodes, kind: 'paragraph' | 'quotation', depth: number): NoteParagraph[] {
  switch (node.type) {
    case 'root':
      return node.children.flatMap((child) => paragraphs(child, kind, depth))
    case 'paragraph':
      return [{ kind, depth, runs: inline(node.children, {}) }]
    case 'heading':
      return [{ kind: 'heading', depth, runs: inline(node.children, {}) }]
    case 'blockquote':
      return node.children.flatMap((child) => paragraphs(child, 'quotation', depth + 1))
    case 'code':
    case 'html':
      return node.value.split('\n').map((line) => ({ kind: 'code', depth, runs: [{ text: line }] }))
    case 'list':
      return node.children.flatMap((item, index) => {
        const marker = node.ordered ? `${(node.start ?? 1) + index}.` : '•'
        const inside = item.children.flatMap((child) => paragraphs(child, 'paragraph', depth + 1))
        const [first, ...others] = inside
        return first && first.marker === undefined ? [{ ...first, kind: 'item', marker }, ...others] : inside
      })
    default:
      return []
  }
}

/** So many characters of notes are kept read: a report has a note under each theme of its passage. */
const MOST_KEPT = 500_000
const kept = new Map<string, readonly NoteParagraph[]>()
let length = 0

/**
 * A note's Markdown as paragraphs of words, for formats that are not Markdown. What they cannot show (rules, images) is
 * left out or said in words; HTML is shown as it was typed.
 */
export function noteParagraphs(text: string): readonly NoteParagraph[] {
  const known = kept.get(text)
  if (known) return known
  const read = paragraphsOf(text)
  length += text.length
  if (length > MOST_KEPT) {
    kept.clear()
    length = text.length
  }
  kept.set(text, read)
  return read
}

function paragraphsOf(text: string): readonly NoteParagraph[] {
  if (text.length > LONGEST || DEEP.test(text)) return typed(text)
  const read = paragraphs(fromMarkdown(text, { extensions: [cjkFriendlyExtension()] }), 'paragraph', 0).filter(
    ({ runs }) => runs.some((run) => run.text.trim() !== ''),
  )
  return read.length > 0 ? read : typed(text)
}
