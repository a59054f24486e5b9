import type { Element, ElementContent, Nodes } from 'hast'
import type { Block, BlockKind, InlineMark } from '../model/document'
import {
  attribute,
  DIVISIONS,
  INLINE_MARKS,
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

/** What the block being written will be. */
interface Place {
  readonly kind: BlockKind
  readonly level?: number
  /** How many lists and how many quotations are around this place. */
  readonly lists: number
  readonly quotations: number
  /** The list item's marker; its first block takes it. */
  readonly item?: { marker: string | undefined }
  /** What stands before each item of the list around this place. */
  readonly nextMarker?: () => string
}

/** Reads an HTML tree as blocks. Nothing is fetched; what is left out is counted in `remarks`. */
export function htmlBlocks(root: Nodes, remarks: Remarks): Block[] {
  const walk = new Walk(remarks)
  walk.visit(root, { kind: 'paragraph', lists: 0, quotations: 0 })
  return walk.blocks
}

class Walk {
  readonly blocks: Block[] = []
  private readonly inline: InlineText
  private place: Place = { kind: 'paragraph', lists: 0, quotations: 0 }

  constructor(private readonly remarks: Remarks) {
    this.inline = new InlineText(remarks)
  }

  visit(node: Nodes, place: Place): void {
    if (node.type === 'text') {
      this.place = place
      this.inline.write(node.value)
    } else if (node.type === 'element') this.element(node, place)
    else if (node.type === 'root') this.block(node.children, place)
  }

  private element(element: Element, place: Place): void {
    const name = element.tagName
    if (WITHOUT_TEXT.has(name)) return
    if (LEFT_OUT.has(name)) this.remarks.count('import.embedded')
    else if (name === 'img') this.remarks.count('import.images')
    else if (isHidden(element)) {
      if (textOf(element) !== '') this.remarks.count('import.hidden')
    } else if (name === 'br') this.finish(place)
    else if (name === 'a') this.link(element, place)
    else if (Object.hasOwn(INLINE_MARKS, name))
      this.marked(INLINE_MARKS[name] as InlineMark['kind'], element.children, place)
    else this.structure(element, name, place)
  }

  private structure(element: Element, name: string, place: Place): void {
    const { children } = element
    if (/^h[1-6]$/.test(name)) this.block(children, { ...place, kind: 'heading', level: Number(name[1]) })
    else if (name === 'ul' || name === 'ol') this.block(children, listPlace(element, place))
    else if (name === 'li') this.block(children, itemPlace(place))
    else if (name === 'blockquote') this.block(children, quotationPlace(place))
    else if (name === 'pre' || name === 'listing' || name === 'xmp') this.code(element)
    else if (name === 'caption' || name === 'figcaption') this.block(children, { ...place, kind: 'caption' })
    else if (name === 'table' && isDataTable(element)) this.table(element, place)
    else if (DIVISIONS.has(name)) this.block(children, place)
    else for (const child of children) this.visit(child, place)
  }

  private block(children: readonly Nodes[], place: Place): void {
    this.finish(this.place)
    for (const child of children) this.visit(child, place)
    this.finish(place)
  }

  private link(element: Element, place: Place): void {
    const written = attribute(element, 'href')
    const href = keptAddress(written)
    if (href !== undefined) this.marked('link', element.children, place, href)
    else {
      if (written !== undefined && !written.startsWith('#')) this.remarks.count('import.addresses')
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
    for (const text of lines) this.blocks.push({ kind: 'code', text })
  }

  private table(table: Element, place: Place): void {
    this.finish(this.place)
    const read = (cell: Element): Block[] => {
      const walk = new Walk(this.remarks)
      walk.block(cell.children, { kind: 'paragraph', lists: 0, quotations: 0 })
      return walk.blocks
    }
    const rows = (parent: Element): void => {
      for (const child of parent.children) {
        if (child.type !== 'element') continue
        if (child.tagName === 'caption') this.visit(child, place)
        else if (isHidden(child)) this.remarks.count('import.hidden')
        else if (child.tagName === 'tr') this.blocks.push(...rowBlock(child, read))
        else rows(child)
      }
    }
    rows(table)
  }

  private finish(place: Place): void {
    const { text, marks } = this.inline.take()
    if (text === '') return
    const marker = place.item?.marker
    if (place.item) place.item.marker = undefined
    this.blocks.push({
      kind: place.kind,
      text,
      ...(place.level === undefined ? {} : { level: place.level }),
      ...(marker === undefined || place.kind !== 'listItem' ? {} : { marker }),
      ...(marks.length === 0 ? {} : { marks }),
    })
  }
}

function listPlace(list: Element, place: Place): Place {
  let number = Number(attribute(list, 'start') ?? 1)
  if (!Number.isInteger(number)) number = 1
  const nextMarker = list.tagName === 'ol' ? () => `${number++}.` : () => '•'
  return { ...place, lists: place.lists + 1, nextMarker }
}

function itemPlace(place: Place): Place {
  const level = Math.max(1, place.lists)
  return { ...place, kind: 'listItem', level, lists: level, item: { marker: place.nextMarker?.() ?? '•' } }
}

const quotationPlace = (place: Place): Place => ({
  kind: 'quotation',
  level: place.quotations + 1,
  lists: place.lists,
  quotations: place.quotations + 1,
})

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'br') return '\n'
  return 'children' in node ? node.children.map(rawText).join('') : ''
}
