import type { InlineMark } from '../../model/document'
import type { Remarks } from '../remarks'
import { type Draft, DraftWriter, type Point } from './draft'
import { type DraftCell, type DraftRow, tableDrafts } from './draft-table'

/** A paragraph that is being read. */
export interface OpenParagraph {
  readonly writer: DraftWriter
  /** Whether its end was deleted, so that the next paragraph goes on with it. */
  joinsNext: boolean
  /** The lines before this one, where line breaks divide it. */
  readonly lines: Draft[]
  /** What stands in text boxes that are tied to it; it follows. */
  readonly boxes: Draft[]
}

interface OpenTable {
  readonly rows: DraftRow[]
  cells: DraftCell[]
  cell: Draft[]
  /** The pages on which the row begins and ends, from 0: each of its cells begins where the row does. */
  from: number
  to: number
}

/** A text of its own: the body, a note, a comment, a text box. `P` is what a format keeps of a paragraph. */
export class Story<P extends OpenParagraph> {
  paragraph: P | undefined
  private readonly drafts: Draft[] = []
  private readonly tables: OpenTable[] = []
  private goingOn: DraftWriter | undefined

  constructor(private readonly remarks: Remarks) {}

  /** Begins a paragraph, which `make` completes. */
  openParagraph(make: (begun: OpenParagraph) => P): P {
    const writer = this.goingOn ?? new DraftWriter(this.remarks)
    this.goingOn = undefined
    this.paragraph = make({ writer, joinsNext: false, lines: [], boxes: [] })
    return this.paragraph
  }

  /** Ends the paragraph. `last` makes its last line a draft, unless the next paragraph goes on with it. */
  closeParagraph(last: (paragraph: P) => Draft): void {
    const { paragraph } = this
    if (!paragraph) return
    for (const line of paragraph.lines) this.push(line)
    if (paragraph.joinsNext) this.goingOn = paragraph.writer
    else this.push(last(paragraph))
    for (const draft of paragraph.boxes) this.push(draft)
    this.paragraph = undefined
  }

  push(draft: Draft): void {
    if (draft.text === '' && draft.points.length === 0) return
    const into = this.tables.at(-1)?.cell ?? this.drafts
    into.push(draft)
  }

  /** Puts in what stands in a box: behind the paragraph that the box is tied to. */
  pushBox(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      if (this.paragraph) this.paragraph.boxes.push(draft)
      else this.push(draft)
    }
  }

  /** A place in the paragraph, or between paragraphs. */
  point(what: Point['what'], id: string): void {
    if (this.paragraph) this.paragraph.writer.point(what, id)
    else this.push({ kind: 'paragraph', text: '', marks: NO_MARKS, points: [{ at: 0, what, id }] })
  }

  /** In how many tables the next paragraph stands. */
  get tableDepth(): number {
    return this.tables.length
  }

  openTable(): void {
    this.tables.push({ rows: [], cells: [], cell: [], from: 0, to: 0 })
  }

  closeTable(): void {
    this.closeRow(0)
    const table = this.tables.pop()
    if (table) for (const draft of tableDrafts(table.rows)) this.push(draft)
  }

  openRow(page: number): void {
    const table = this.tables.at(-1)
    if (table) Object.assign(table, { cells: [], cell: [], from: page, to: page })
  }

  /** Ends the row. The page it ends on is given. */
  closeRow(page: number): number {
    const table = this.tables.at(-1)
    if (!table) return page
    if (table.cell.length > 0) table.cells.push(table.cell)
    if (table.cells.length > 0) table.rows.push(table.cells)
    table.cells = []
    table.cell = []
    return table.to
  }

  /** Begins a cell. The page it begins on is given. */
  openCell(page: number): number {
    const table = this.tables.at(-1)
    if (table) table.cell = []
    return table ? table.from : page
  }

  closeCell(page: number): void {
    const table = this.tables.at(-1)
    if (!table) return
    table.cells.push(table.cell)
    table.cell = []
    table.to = Math.max(table.to, page)
  }

  /** All that stands in it. */
  end(): readonly Draft[] {
    while (this.tables.length > 0) this.closeTable()
    if (this.goingOn) this.drafts.push({ kind: 'paragraph', ...this.goingOn.take() })
    this.goingOn = undefined
    return this.drafts
  }
}

const NO_MARKS: readonly InlineMark[] = []
