import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { ProblemError } from '../../result'
import { xhtmlAsHtml } from '../html/xhtml'
import { attribute, elements, textOf } from '../html-elements'
import type { XmlElement } from '../office/xml-tree'
import { type Book, decoded, pathFrom } from './book'
import { bookXml, localName, within } from './container'

/** An entry of a book's table of contents. */
export interface Entry {
  readonly title: string
  /** The path of the page it leads to, and the id of the element there; absent for the page's beginning. */
  readonly path: string
  readonly fragment?: string
  /** 1 for a chapter or part, 2 for what is in it, and so on. */
  readonly depth: number
}

/** Longer tables of contents are indexes. */
const MOST_ENTRIES = 10_000
const DEEPEST = 12

/**
 * The book's table of contents: that of its navigation document (EPUB 3), else of its NCX (EPUB 2). Empty when it has
 * neither, or they cannot be read.
 */
export function contentsOf(book: Book): readonly Entry[] {
  const entries = book.nav ? navEntries(book, book.nav.path) : []
  return entries.length > 0 ? entries : book.ncx ? ncxEntries(book, book.ncx.path) : []
}

function navEntries({ zip }: Book, path: string): Entry[] {
  const bytes = zip.read(path)
  if (!bytes) return []
  const root = fromHtml(xhtmlAsHtml(new TextDecoder().decode(bytes)))
  const navs = [...elements(root, 'nav')]
  const isToc = (nav: Element): boolean => /\btoc\b/.test(attribute(nav, 'epub:type') ?? '')
  const nav = navs.find(isToc) ?? navs.find((each) => attribute(each, 'role') === 'doc-toc') ?? navs[0]
  const entries: Entry[] = []
  const visit = (node: Nodes, depth: number): void => {
    if (entries.length >= MOST_ENTRIES || depth > DEEPEST) return
    if (node.type === 'element' && node.tagName === 'li') {
      const label = node.children.find(
        (each): each is Element => each.type === 'element' && (each.tagName === 'a' || each.tagName === 'span'),
      )
      const href = label && attribute(label, 'href')
      if (label && href !== undefined && textOf(label) !== '') entries.push(entryAt(path, href, textOf(label), depth))
    }
    if (!('children' in node)) return
    const inner = node.type === 'element' && (node.tagName === 'ol' || node.tagName === 'ul') ? depth + 1 : depth
    for (const each of node.children) visit(each, inner)
  }
  if (nav) visit(nav, 0)
  return entries
}

function ncxEntries({ zip, name }: Book, path: string): Entry[] {
  const entries: Entry[] = []
  const visit = (point: XmlElement, depth: number): void => {
    if (entries.length >= MOST_ENTRIES || depth > DEEPEST) return
    const named = (wanted: string): XmlElement | undefined => point.children.find((each) => localName(each) === wanted)
    const title = within(named('navLabel'), 'text')
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    const href = named('content')?.attributes.src
    if (title !== '' && href !== undefined) entries.push(entryAt(path, href, title, depth))
    for (const each of point.children) if (localName(each) === 'navPoint') visit(each, depth + 1)
  }
  try {
    const map = within(bookXml(zip, name, path), 'navMap')[0]
    for (const each of map?.children ?? []) if (localName(each) === 'navPoint') visit(each, 1)
  } catch (error) {
    // The text can be read without it.
    if (!(error instanceof ProblemError)) throw error
    return []
  }
  return entries
}

function entryAt(from: string, href: string, title: string, depth: number): Entry {
  const words = title.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const fragment = decoded(href.slice(href.indexOf('#') + 1))
  return {
    title: words,
    path: pathFrom(from, href),
    depth: Math.max(1, depth),
    ...(href.includes('#') && fragment !== '' && { fragment }),
  }
}
