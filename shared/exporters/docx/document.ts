import type { Block, InlineMark } from '../../model/document'
import { outsideAddress } from '../address'
import { isRightToLeft } from '../direction'
import { fillOf, washOf } from '../ink'
import type { MarkedPassage } from '../marked-documents'
import type { MarkedBlock, MarkedRun } from '../marked-runs'
import { type Face, STYLE } from './styles'
import { attributes, type ParagraphManner, paragraph, type RunManner, type WordXml } from './wordml'
import { run } from './words'

/** The ids of the comments on a passage. */
export type CommentIds = (passage: MarkedPassage) => readonly number[]

/** What the text of a document for Word is set with. */
export interface TextSetting {
  readonly face: Face
  readonly ids: CommentIds
  /** The relationship by which an address is pointed to. */
  linkTo(href: string): string
}

/** Word opens no table with more columns than this. */
const MOST_COLUMNS = 63
/** The width of a table, in twips. */
const WIDTH = 9000
const sides = (names: readonly string[], line: string): WordXml => names.map((name) => `<w:${name}${line}/>`).join('')
const BORDERS = sides(
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'],
  attributes({ val: 'single', sz: 4, space: 0, color: 'B9B2A8' }),
)
const CELL_MARGINS = sides(['left', 'right'], attributes({ w: 100, type: 'dxa' }))

/** The places at which comments begin and end, as Word marks them. */
export const commentStarts = (ids: readonly number[]): WordXml =>
  ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('')
export const commentEnds = (ids: readonly number[]): WordXml =>
  ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('')

function manner(marks: readonly InlineMark[], passages: readonly MarkedPassage[]): RunManner {
  const has = (kind: InlineMark['kind']): boolean => marks.some((mark) => mark.kind === kind)
  const colours = new Set(passages.flatMap(({ given }) => given.map(({ theme }) => theme.colour)))
  return {
    ...(has('strong') && { bold: true }),
    ...(has('emphasis') && { italic: true }),
    ...(has('superscript') ? { raised: 'superscript' } : has('subscript') ? { raised: 'subscript' } : {}),
    ...(has('code') && { code: true }),
    ...(has('link') && { underline: true }),
    ...(passages.length > 0 && { fill: fillOf(washOf([...colours])) }),
  }
}

function runs(cell: readonly MarkedRun[], { face, ids, linkTo }: TextSetting, isCode = false): WordXml {
  return cell
    .map(({ text, marks, passages, opens, closes }) => {
      const words = run(text, face, { ...manner(marks, passages), ...(isCode && { code: true }) })
      const address = outsideAddress(marks.find((mark) => mark.kind === 'link')?.href ?? '')
      return [
        commentStarts(opens.flatMap(ids)),
        address === undefined ? words : `<w:hyperlink r:id="${linkTo(address)}">${words}</w:hyperlink>`,
        commentEnds(closes.flatMap(ids)),
      ].join('')
    })
    .join('')
}

/** How a paragraph is set, and what stands before its words. */
function setting({ kind, level = 1, marker, debris }: Block, face: Face): ParagraphManner & { lead?: string } {
  const deep = Math.min(level, 9)
  if (debris !== undefined) return { style: STYLE.debris }
  switch (kind) {
    case 'heading':
      return { style: `Heading${Math.min(level, 6)}` }
    case 'listItem':
      return marker === undefined || /^[^\p{L}\p{N}]*$/u.test(marker)
        ? { style: 'ListParagraph', bullet: deep - 1 }
        : { style: 'ListParagraph', indent: { left: 480 * deep, hanging: 480 }, lead: `${marker}\t` }
    case 'quotation':
      return { style: 'Quote', indent: { left: 480 * deep, right: 240 }, spacing: { before: 80, after: 80, line: 320 } }
    case 'code':
      return { style: STYLE.code }
    case 'caption':
      return { style: 'Caption' }
    case 'footnote':
      return { style: 'FootnoteText', ...(marker && { lead: `${marker} ` }) }
    case 'tableRow':
      return {}
    default:
      return face.isEastAsian ? { align: 'both', indent: { firstLine: 480, firstLineChars: 200 } } : {}
  }
}

const direction = (words: string): ParagraphManner => (isRightToLeft(words) ? { rightToLeft: true } : {})

/** How far a paragraph stands from a table, in twips: tables have no space of their own around them. */
const FROM_TABLE = 160

/** A paragraph; `table` says on which sides of it one stands. */
function blockPart(
  { block, cells }: MarkedBlock,
  text: TextSetting,
  table: { readonly above: boolean; readonly below: boolean },
): WordXml {
  const { lead, ...set } = setting(block, text.face)
  const space = { ...(table.above && { before: FROM_TABLE }), ...(table.below && { after: FROM_TABLE }) }
  const options = table.above || table.below ? { ...set, spacing: { ...set.spacing, ...space } } : set
  const words = cells.map((cell) => runs(cell, text, block.kind === 'code')).join(run('\t', text.face))
  return paragraph({ ...options, ...direction(block.text) }, lead ? run(lead, text.face) : '', words)
}

function table(rows: readonly MarkedBlock[], text: TextSetting): WordXml {
  const columns = Math.max(...rows.map(({ cells }) => cells.length))
  const width = Math.floor(WIDTH / columns)
  const rightToLeft = rows.some(({ block }) => isRightToLeft(block.text))
  const cellPart = (cell: readonly MarkedRun[]): WordXml => {
    const manner = {
      spacing: { before: 40, after: 40, line: 280 },
      ...direction(cell.map((each) => each.text).join('')),
    }
    const properties = `<w:tcPr><w:tcW${attributes({ w: width, type: 'dxa' })}/><w:tcMar>${CELL_MARGINS}</w:tcMar></w:tcPr>`
    return `<w:tc>${properties}${paragraph(manner, runs(cell, text))}</w:tc>`
  }
  const properties = `<w:tblPr>${rightToLeft ? '<w:bidiVisual/>' : ''}<w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>`
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`
  const lines = rows.map(
    ({ cells }) =>
      `<w:tr>${Array.from({ length: columns }, (_, column) => cellPart(cells[column] ?? [])).join('')}</w:tr>`,
  )
  return `<w:tbl>${properties}${grid}${lines.join('')}</w:tbl>`
}

/** A document's text for Word: rows that follow each other are one table, highlights are shaded, comments stand at them. */
export function* textParts(blocks: readonly MarkedBlock[], text: TextSetting): Generator<WordXml> {
  for (let at = 0; at < blocks.length; at += 1) {
    const first = at
    const isRow = (index: number): boolean => {
      const each = blocks[index]
      return each?.block.kind === 'tableRow' && each.cells.length <= MOST_COLUMNS && each.block.debris === undefined
    }
    while (isRow(at)) at += 1
    if (at > first) yield table(blocks.slice(first, at), text)
    const next = blocks[at]
    if (next) yield blockPart(next, text, { above: at > first, below: isRow(at + 1) })
  }
}
