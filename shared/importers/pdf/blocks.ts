import type { Block } from '../../model/document'
import type { Remarks } from '../remarks'
import { columnsOf } from './columns'
import { type Note, withoutNotes } from './footnotes'
import { headingsOf } from './headings'
import { wordsOf } from './hyphens'
import { type Line, linesOfColumn } from './line'
import type { OutlineEntry } from './outline'
import { pageLabels } from './page-labels'
import { BULLET, type LinesOfParagraph, paragraphsOfLines, settingOf } from './paragraph'
import { paragraphText, type Writing } from './paragraph-text'
import type { PageText } from './piece'
import { rowsOf } from './rows'
import { type PageRows, withoutRunningLines } from './running-lines'

/** What the file says about its own structure. */
export interface OwnStructure {
  readonly labels: readonly string[] | null
  readonly outline: readonly OutlineEntry[]
}

/**
 * The blocks of a document's pages: its text, then the notes at the feet of its pages, then what runs through the
 * pages (heads, feet, numbers), as debris.
 */
export function blocksOf(
  pages: readonly PageText[],
  { labels, outline }: OwnStructure,
  remarks: Remarks,
): { blocks: Block[]; title: string | undefined } {
  const parted = withoutRunningLines(pages.map((page) => ({ page, rows: rowsOf(page.pieces) })))
  const lines = linesOf(parted)
  const setting = settingOf(lines)
  const { text, notes } = withoutNotes(lines, setting)
  const writing: Writing = {
    labels: pageLabels(parted, labels),
    words: wordsOf(lines),
    onHyphen: () => remarks.count('import.pdfHyphens'),
  }
  const paragraphs = paragraphsOfLines(text, setting)
  const written = paragraphs.map((each) => paragraphText(each, writing))
  const texts = written.map((each) => each.text)
  const headings = headingsOf(paragraphs, texts, setting, outline)
  const blocks = written.map(({ marks, text: raw, ...places }, at): Block => {
    const heading = headings[at]
    const row = isTableRow(paragraphs, at)
    const rest = { text: row ? raw : raw.replaceAll('\t', ' '), ...places }
    const marked = marks.length === 0 ? {} : { marks }
    if (row) return { kind: 'tableRow', ...rest, ...marked }
    if (heading) return { kind: 'heading', ...heading, ...rest, ...marked }
    return BULLET.test(rest.text)
      ? bulleted({ kind: 'paragraph', ...rest, ...marked })
      : { kind: 'paragraph', ...rest, ...marked }
  })
  const title = blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text
  return {
    blocks: [...blocks, ...notes.map((note) => noteBlock(note, writing)), ...debrisOf(parted, writing, remarks)],
    title,
  }
}

function linesOf(pages: readonly PageRows[]): Line[] {
  const lines: Line[] = []
  let number = 0
  for (const { page, body } of pages) {
    const edges = body.flatMap(({ pieces }) => pieces.map((piece) => [piece.x, piece.x + piece.width] as const))
    const bounds = {
      left: edges.reduce((least, [start]) => Math.min(least, start), Number.POSITIVE_INFINITY),
      right: edges.reduce((most, [, end]) => Math.max(most, end), 0),
    }
    for (const column of columnsOf(body, bounds)) {
      for (const line of linesOfColumn(column, page.index, number)) lines.push(line)
      number += 1
    }
  }
  return lines
}

/** Whether a paragraph is a line with gaps beside another such line. */
function isTableRow(paragraphs: readonly LinesOfParagraph[], at: number): boolean {
  const gapped = (lines: LinesOfParagraph | undefined): boolean => lines?.length === 1 && lines[0]?.gapped === true
  const page = paragraphs[at]?.[0]?.page
  const beside = [paragraphs[at - 1], paragraphs[at + 1]]
  return gapped(paragraphs[at]) && beside.some((lines) => gapped(lines) && lines?.[0]?.page === page)
}

/** A list item: its bullet becomes its marker. */
function bulleted(block: Block): Block {
  const [marker = '•'] = block.text
  const cut = block.text.length - block.text.slice(marker.length).trimStart().length
  const moved = <T extends { at: number }>(each: T): T => ({ ...each, at: Math.max(0, each.at - cut) })
  const marks = block.marks
    ?.map((mark) => ({ ...mark, start: Math.max(0, mark.start - cut), end: mark.end - cut }))
    .filter((mark) => mark.start < mark.end)
  return {
    ...block,
    kind: 'listItem',
    level: 1,
    marker,
    text: block.text.slice(cut),
    ...(marks && marks.length > 0 ? { marks } : {}),
    ...(block.pageBreaks ? { pageBreaks: block.pageBreaks.map(moved) } : {}),
  }
}

function noteBlock({ marker, lines }: Note, writing: Writing): Block {
  const { marks, ...rest } = paragraphText(lines, writing)
  return { kind: 'footnote', marker, ...rest, ...(marks.length === 0 ? {} : { marks }) }
}

function debrisOf(pages: readonly PageRows[], { labels }: Writing, remarks: Remarks): Block[] {
  const debris = pages.flatMap(({ page, running }): Block[] =>
    [...running, ...(page.across.length > 0 ? [page.across.join(' ')] : [])].map((text) => ({
      kind: 'paragraph',
      text,
      page: labels[page.index] as string,
      debris: /\p{L}/u.test(text) ? 'repeated' : 'counter',
    })),
  )
  remarks.count('import.pdfRunningLines', debris.length)
  return debris
}
