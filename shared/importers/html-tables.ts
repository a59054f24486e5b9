import type { Element } from 'hast'
import type { Block, InlineMark } from '../model/document'
import { elements, isHidden } from './html-elements'

const LAYOUT = new Set(['table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'pre'])

const isCell = (element: Element): boolean => element.tagName === 'td' || element.tagName === 'th'

const cellsOf = (row: Element): Element[] =>
  row.children.filter((child): child is Element => child.type === 'element' && isCell(child))

/**
 * Whether a table's rows are rows of data. Older pages use tables to place things: such a table has one cell a row,
 * or a cell that holds another table, a heading, a list, several paragraphs or many line breaks. Its cells are read as divisions.
 */
export function isDataTable(table: Element): boolean {
  const rows = [...elements(table, 'tr')].map(cellsOf)
  return rows.some((cells) => cells.length > 1) && !rows.flat().some(isLayoutCell)
}

/** A cell with more line breaks is a text in paragraphs: an address has fewer. */
const MOST_BREAKS = 4

function isLayoutCell(cell: Element): boolean {
  let divisions = 0
  let breaks = 0
  const holdsLayout = (parent: Element): boolean =>
    parent.children.some((child) => {
      if (child.type !== 'element') return false
      if (child.tagName === 'p' || child.tagName === 'div') divisions += 1
      if (child.tagName === 'br') breaks += 1
      return LAYOUT.has(child.tagName) || divisions > 1 || breaks > MOST_BREAKS || holdsLayout(child)
    })
  return holdsLayout(cell)
}

/** The row as one block, its cells joined by tabs; nothing when every cell is empty. */
export function rowBlock(row: Element, read: (cell: Element) => readonly Block[]): Block[] {
  let text = ''
  const marks: InlineMark[] = []
  cellsOf(row).forEach((cell, column) => {
    if (column > 0) text += '\t'
    const blocks = isHidden(cell) ? [] : read(cell)
    blocks.forEach((block, index) => {
      if (index > 0) text += ' '
      for (const mark of block.marks ?? []) {
        marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length })
      }
      text += block.text
    })
  })
  if (text.trim() === '') return []
  return [{ kind: 'tableRow', text, ...(marks.length === 0 ? {} : { marks }) }]
}
