import type { Element, ElementContent, Nodes } from 'hast'
import type { Block, InlineMark } from '../model/document'
import { absolute } from './html/base-address'
import { isCaption, isCaptionLine } from './html/captions'
import { type Notes, notesIn, withoutSign } from './html/notes'
import { type Origin, Origins } from './html/origins'
import { itemPlace, listPlace, notePlace, PLAIN, type Place, quotationPlace } from './html/place'
import { PrintedPages, pageAt } from './html/printed-pages'
import {
  attribute,
  DIVISIONS,
  INLINE_MARKS,
  isControl,
  isHidden,
  keptAddress,
  LEFT_OUT,
  textOf,
  WITHOUT_TEXT,
} from './html-elements'
import { isDataTable, rowBlock } from './html-tables'
import { InlineText } from './inline-text'
import { linesOf, withoutControls } from './line-ends'
import type { Remarks } from './remarks'

/** Blocks with where each of them stands in the tree, and the element around each element of it. */
export interface PlacedBlocks {
  readonly blocks: Block[]
  /** One for each block. */
  readonly origins: readonly Origin[]
  readonly parents: ReadonlyMap<Element, Element>
}

/** Reads an HTML tree as blocks. Nothing is fetched; what is left out is counted in `remarks`. */
export const htmlBlocks = (root: Nodes, remarks: Remarks): Block[] => placedBlocks(root, remarks).blocks

/** Reads an HTML tree as blocks, and says where they stand in it. Links start from the address `base`. */
export function placedBlocks(root: Nodes, remarks: Remarks, base?: string): PlacedBlocks {
  const walk = new Walk(remarks, new Origins(), notesIn(root), base)
  walk.visit(root, PLAIN)
  return { blocks: walk.blocks, origins: walk.origins, parents: walk.tree.parents }
}

/** The number of a chapter, in a line of its own above the chapter's name. */
const CHAPTER = /^第.{1,9}[章节節回卷部篇编編讲講话話]$/

class Walk {
  readonly blocks: Block[] = []
  readonly origins: Origin[] = []
  private readonly inline: InlineText
  /** Whether an image was the last thing before what is written now. */
  private isAfterImage = false
  private place: Place = PLAIN
  private readonly pages = new PrintedPages()

  constructor(
    private readonly remarks: Remarks,
    readonly tree: Origins,
    private readonly notes: Notes,
    private readonly base?: string,
  ) {
    this.inline = new InlineText(remarks)
  }

  visit(node: Nodes, place: Place): void {
    if (node.type === 'text') {
      this.place = place
      this.inline.write(node.value)
      this.tree.wrote(node.value)
    } else if (node.type === 'element') {
      this.tree.enter(node)
      this.element(node, place)
      this.tree.leave()
    } else if (node.type === 'root') this.block(node.children, place)
  }

  private element(element: Element, place: Place): void {
    const name = element.tagName
    if (WITHOUT_TEXT.has(name)) return
    const page = pageAt(element)
    if (page !== undefined) {
      this.pages.begin(page, this.inline.written.length)
      return
    }
    if (LEFT_OUT.has(name) || isControl(element)) this.remarks.count('import.embedded')
    else if (name === 'img') {
      this.remarks.count('import.images')
      this.isAfterImage = true
    } else if (isHidden(element)) {
      if (textOf(element) !== '') this.remarks.count('import.hidden')
    } else if (name === 'br') {
      if (place.kind === 'heading') this.inline.write(CHAPTER.test(this.inline.written) ? '　' : '\n')
      else this.finish(place)
    } else if (name === 'a') this.link(element, place)
    else if (name === 'rt') this.reading(element, place)
    else if (name === 'rp') return
    else if (Object.hasOwn(INLINE_MARKS, name))
      this.marked(INLINE_MARKS[name] as InlineMark['kind'], element.children, place)
    else this.structure(element, name, place)
  }

  private structure(element: Element, name: string, place: Place): void {
    const { children } = element
    const note = this.notes.markers.get(element)
    if (note !== undefined) this.block(children, notePlace(place, note))
    else if (/^h[1-6]$/.test(name)) this.block(children, { ...place, kind: 'heading', level: Number(name[1]) })
    else if (name === 'ul' || name === 'ol') this.block(children, listPlace(element, place))
    else if (name === 'li') this.block(children, itemPlace(place))
    else if (name === 'blockquote') this.block(children, quotationPlace(place))
    else if (name === 'pre' || name === 'listing' || name === 'xmp') this.code(element)
    else if (name === 'caption' || name === 'figcaption' || isCaption(element))
      this.block(children, { ...place, kind: 'caption' })
    else if (name === 'table' && isDataTable(element)) this.table(element, place)
    else if (DIVISIONS.has(name)) this.block(children, place)
    else for (const child of children) this.visit(child, place)
  }

  private block(children: readonly Nodes[], place: Place): void {
    this.finish(this.place)
    for (const child of children) this.visit(child, place)
    this.finish(place)
  }

  /** How a word is read stands after it in parentheses, as browsers show it that cannot set it above. */
  private reading(element: Element, place: Place): void {
    if (textOf(element) === '') return
    this.visit({ type: 'text', value: '（' }, place)
    for (const child of element.children) this.visit(child, place)
    this.visit({ type: 'text', value: '）' }, place)
  }

  private link(element: Element, place: Place): void {
    if (this.notes.backLinks.has(element)) return
    if (this.notes.calls.has(element)) {
      this.marked('superscript', element.children, place)
      return
    }
    const written = attribute(element, 'href')
    const isInPage = written?.startsWith('#') === true
    const href = isInPage ? undefined : keptAddress(written && absolute(written, this.base))
    if (href !== undefined) this.marked('link', element.children, place, href)
    else {
      if (written !== undefined && !isInPage) this.remarks.count('import.addresses')
      for (const child of element.children) this.visit(child, place)
    }
  }

  private marked(kind: InlineMark['kind'], children: readonly ElementContent[], place: Place, href?: string): void {
    this.inline.begin(kind, href)
    for (const child of children) this.visit(child, place)
    this.inline.end()
  }

  private code(element: Element): void {
    this.finish(this.place)
    const lines = linesOf(withoutControls(rawText(element), this.remarks)).map((line) => line.trimEnd())
    while (lines[0] === '') lines.shift()
    while (lines.at(-1) === '') lines.pop()
    this.tree.wrote(lines.join(''))
    const origin = this.tree.take()
    for (const text of lines) this.keep({ kind: 'code', text }, { ...origin, characters: text.length })
  }

  private table(table: Element, place: Place): void {
    this.finish(this.place)
    const cells: Origin[] = []
    const read = (cell: Element): Block[] => {
      const walk = new Walk(this.remarks, this.tree, this.notes, this.base)
      walk.block(cell.children, PLAIN)
      cells.push(...walk.origins)
      return walk.blocks
    }
    const sum = (of: (cell: Origin) => number): number => cells.reduce((total, cell) => total + of(cell), 0)
    const rows = (parent: Element): void => {
      for (const child of parent.children) {
        if (child.type !== 'element') continue
        if (child.tagName === 'caption') this.visit(child, place)
        else if (isHidden(child)) this.remarks.count('import.hidden')
        else if (child.tagName === 'tr') {
          cells.length = 0
          for (const block of rowBlock(child, read)) {
            this.keep(block, {
              element: table,
              characters: sum(({ characters }) => characters),
              linked: sum(({ linked }) => linked),
            })
          }
        } else rows(child)
      }
    }
    rows(table)
  }

  private finish(place: Place): void {
    const raw = this.inline.written
    const written = this.inline.take()
    const origin = this.tree.take()
    if (written.text === '') return
    const { item } = place
    const marker = item?.marker
    const isNote = place.kind === 'footnote' && marker !== undefined
    const { text, marks } = isNote ? withoutSign(written, marker) : written
    if (text === '') return
    if (item) item.marker = undefined
    const isCaption = place.kind === 'paragraph' && this.isAfterImage && isCaptionLine(text)
    this.isAfterImage = false
    const block: Block = {
      kind: isCaption ? 'caption' : place.kind,
      text,
      ...(place.level === undefined ? {} : { level: place.level }),
      ...(marker !== undefined && (isNote || place.kind === 'listItem') ? { marker } : {}),
      ...(marks.length === 0 ? {} : { marks }),
      ...this.pages.take(raw.length - raw.trimStart().length + written.text.length - text.length, text.length),
    }
    this.keep(block, origin)
  }

  private keep(block: Block, origin: Origin): void {
    this.blocks.push(block)
    this.origins.push(origin)
  }
}

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'br') return '\n'
  return 'children' in node ? node.children.map(rawText).join('') : ''
}
