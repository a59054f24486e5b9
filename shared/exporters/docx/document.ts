import {
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, InlineMark } from '../../model/document'
import { washOf } from '../ink'
import { legalXml } from '../legal-xml'
import type { MarkedPassage } from '../marked-documents'
import type { MarkedBlock, MarkedRun } from '../marked-runs'
import { BULLETS, type Face, STYLE } from './styles'
import { run } from './words'

/** The ids of the comments on a passage. */
export type CommentIds = (passage: MarkedPassage) => readonly number[]

/** Word opens no table with more columns than this. */
const MOST_COLUMNS = 63
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B9B2A8' }
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE }

/** The places at which comments begin and end, as Word marks them. */
export const commentStarts = (ids: readonly number[]): ParagraphChild[] => ids.map((id) => new CommentRangeStart(id))
export const commentEnds = (ids: readonly number[]): ParagraphChild[] =>
  ids.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })])

function manner(
  marks: readonly InlineMark[],
  passages: readonly MarkedPassage[],
): Omit<IRunOptions, 'text' | 'children'> {
  const has = (kind: InlineMark['kind']): boolean => marks.some((mark) => mark.kind === kind)
  const colours = new Set(passages.flatMap(({ given }) => given.map(({ theme }) => theme.colour)))
  return {
    ...(has('strong') && { bold: true }),
    ...(has('emphasis') && { italics: true }),
    ...(has('superscript') && { superScript: true }),
    ...(has('subscript') && { subScript: true }),
    ...(has('code') && { noProof: true }),
    ...(has('link') && { underline: {} }),
    ...(passages.length > 0 && {
      shading: {
        type: 'clear' as const,
        color: 'auto',
        fill: washOf([...colours])
          .slice(1)
          .toUpperCase(),
      },
    }),
  }
}

function runs(cell: readonly MarkedRun[], face: Face, ids: CommentIds): ParagraphChild[] {
  return cell.flatMap(({ text, marks, passages, opens, closes }): ParagraphChild[] => {
    const words = run(text, face, manner(marks, passages))
    const href = marks.find((mark) => mark.kind === 'link')?.href
    return [
      ...commentStarts(opens.flatMap(ids)),
      href === undefined ? words : new ExternalHyperlink({ link: legalXml(href), children: [words] }),
      ...commentEnds(closes.flatMap(ids)),
    ]
  })
}

/** How a paragraph is set, and what stands before its words. */
function setting({ kind, level = 1, marker, debris }: Block, face: Face): IParagraphOptions & { lead?: string } {
  const deep = Math.min(level, 9)
  if (debris !== undefined) return { style: STYLE.debris }
  switch (kind) {
    case 'heading':
      return { style: `Heading${Math.min(level, 6)}` }
    case 'listItem':
      return marker === undefined || /^[^\p{L}\p{N}]*$/u.test(marker)
        ? { style: 'ListParagraph', numbering: { reference: BULLETS, level: deep - 1 } }
        : { style: 'ListParagraph', indent: { left: 480 * deep, hanging: 480 }, lead: `${marker}\t` }
    case 'quotation':
      return { style: 'Quote', indent: { left: 480 * deep, right: 240 } }
    case 'code':
      return { style: STYLE.code }
    case 'caption':
      return { style: 'Caption' }
    case 'footnote':
      return { style: 'FootnoteText', ...(marker && { lead: `${marker} ` }) }
    case 'tableRow':
      return {}
    default:
      return face.isEastAsian ? { alignment: 'both', indent: { firstLine: 480, firstLineChars: 200 } } : {}
  }
}

function paragraph({ block, cells }: MarkedBlock, face: Face, ids: CommentIds): Paragraph {
  const { lead, ...options } = setting(block, face)
  const words = cells.flatMap((cell, index) => [...(index > 0 ? [run('\t', face)] : []), ...runs(cell, face, ids)])
  return new Paragraph({ ...options, children: [...(lead ? [run(lead, face)] : []), ...words] })
}

function table(rows: readonly MarkedBlock[], face: Face, ids: CommentIds): Table {
  const columns = Math.max(...rows.map(({ cells }) => cells.length))
  const width = Math.floor(9000 / columns)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: columns }, () => width),
    borders: BORDERS,
    rows: rows.map(
      ({ cells }) =>
        new TableRow({
          children: Array.from({ length: columns }, (_, column) => {
            const spacing = { line: 280, before: 40, after: 40 }
            return new TableCell({
              margins: { left: 100, right: 100 },
              children: [new Paragraph({ spacing, children: runs(cells[column] ?? [], face, ids) })],
            })
          }),
        }),
    ),
  })
}

/** A document's text for Word: rows that follow each other are one table, highlights are shaded, comments stand at them. */
export function textParts(blocks: readonly MarkedBlock[], face: Face, ids: CommentIds): (Paragraph | Table)[] {
  const parts: (Paragraph | Table)[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const first = at
    const isRow = (index: number): boolean => {
      const each = blocks[index]
      return each?.block.kind === 'tableRow' && each.cells.length <= MOST_COLUMNS && each.block.debris === undefined
    }
    while (isRow(at)) at += 1
    if (at > first) parts.push(table(blocks.slice(first, at), face, ids))
    const next = blocks[at]
    if (next) parts.push(paragraph(next, face, ids))
  }
  return parts
}
