import type { PageText, Piece } from './piece'
import type { Row } from './rows'

/** The rows of a page, and those at its head and foot that are no part of the text. */
export interface PageRows {
  readonly page: PageText
  readonly body: readonly Row[]
  /** Heads and feet that run through the document, as they stand there. */
  readonly running: readonly string[]
  /** The page's number as it is printed there. */
  readonly printed?: string
}

/** Heads and feet are among this many rows from the page's edge. */
const DEEPEST = 3
/** Those of one kind stand at the same height, within this many points. */
const SAME_HEIGHT = 4
const NUMBER =
  /^\W*(?:(?:page|seite|p\.|s\.|第)\s*)?(\d{1,5}|[ivxlcdm]{1,8})(?:\s*(?:页|頁|ページ))?(?:\s*(?:\/|of|von|de|共)\s*\d+\s*(?:页|頁)?)?\W*$/iu

interface Edge {
  readonly page: number
  readonly row: Row
  readonly text: string
  /** The text without its numbers, so that it is the same on every page. */
  readonly shape: string
  readonly side: 'head' | 'foot'
}

/** Parts running heads, running feet and page numbers from the text of all pages. */
export function withoutRunningLines(pages: readonly { page: PageText; rows: readonly Row[] }[]): PageRows[] {
  const edges = pages.flatMap(({ page, rows }) => edgesOf(page, rows))
  const running = new Set(edges.filter((edge) => runs(edge, edges, pages.length)).map((edge) => edge.row))
  for (const edge of edges) if (isPageNumberAlone(edge, pages)) running.add(edge.row)
  return pages.map(({ page, rows }) => {
    const mine = outermost(rows, running)
    const texts = mine.map(rowText)
    const printed = texts.map((text) => printedNumber(text)).find((number) => number !== undefined)
    return {
      page,
      body: rows.filter((row) => !mine.includes(row)),
      running: texts,
      ...(printed === undefined ? {} : { printed }),
    }
  })
}

/** Only what lies outside the text goes: nothing that stands between two rows of it. */
function outermost(rows: readonly Row[], running: ReadonlySet<Row>): Row[] {
  const kept: Row[] = []
  for (const row of rows) {
    if (!running.has(row)) break
    kept.push(row)
  }
  for (const row of rows.toReversed()) {
    if (!running.has(row) || kept.includes(row)) break
    kept.push(row)
  }
  return kept
}

function edgesOf(page: PageText, rows: readonly Row[]): Edge[] {
  const edge = (side: Edge['side']) => (row: Row) => {
    const text = rowText(row)
    return { page: page.index, row, text, shape: shapeOf(text), side }
  }
  return [...rows.slice(0, DEEPEST).map(edge('head')), ...rows.slice(-DEEPEST).map(edge('foot'))]
}

/** Whether a row stands, but for its numbers, at the same place of enough other pages. */
function runs(edge: Edge, edges: readonly Edge[], pages: number): boolean {
  if (pages < 2) return false
  const same = new Set(
    edges
      .filter(
        (other) =>
          other.side === edge.side &&
          other.shape === edge.shape &&
          Math.abs(other.row.y - edge.row.y) < SAME_HEIGHT &&
          Math.abs(other.row.size - edge.row.size) < 0.6,
      )
      .map((other) => other.page),
  )
  if (edge.shape === '#' || isNumbered(edge)) return same.size >= 2
  return same.size >= (pages === 2 ? 2 : 3) || (pages === 3 && same.size === 2)
}

const isNumbered = ({ text }: Edge): boolean => NUMBER.test(text)

/** A number alone at the very foot of a page, well below the text: also where no other page confirms it. */
function isPageNumberAlone(edge: Edge, pages: readonly { page: PageText; rows: readonly Row[] }[]): boolean {
  const { page, rows } = pages[edge.page] ?? {}
  if (!page || !rows || edge.side !== 'foot' || rows.at(-1) !== edge.row || !isNumbered(edge)) return false
  const before = rows.at(-2)
  return edge.row.y > 0.9 * page.height && before !== undefined && edge.row.y - before.y > 2 * before.size
}

/** The number a running line prints, `12` of `— 12 —` or of `12 Some Title`; undefined when it has none, or many. */
function printedNumber(text: string): string | undefined {
  const alone = NUMBER.exec(text)?.[1]
  if (alone !== undefined) return alone
  return /^(\d{1,4})\s+\D+$/.exec(text)?.[1] ?? /^\D+\s(\d{1,4})$/.exec(text)?.[1]
}

function shapeOf(text: string): string {
  const folded = text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()
  return /^\W*[ivxlcdm]{1,8}\W*$/u.test(folded) ? '#' : folded
}

export const rowText = ({ pieces }: Row): string =>
  pieces
    .map((piece: Piece, index) => {
      const before = pieces[index - 1]
      return before && piece.x - before.x - before.width > 0.25 * piece.size ? ` ${piece.text}` : piece.text
    })
    .join('')
