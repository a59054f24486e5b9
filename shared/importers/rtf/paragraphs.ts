import type { Remarks } from '../remarks'
import { draftOf, isOneLine, roleOfSetting } from './paragraph'
import { type GroupState, kindsOf, type RtfParagraph } from './state'
import type { StyleSheet } from './style-sheet'

/** Writes words into paragraphs, and paragraphs into tables, as the groups around them say (`state`). */
export class RtfParagraphs {
  /** What stands before the next paragraph. */
  marker: string | undefined
  private lastChange: 'deleted' | 'inserted' | undefined

  constructor(
    private readonly styles: StyleSheet,
    private readonly remarks: Remarks,
  ) {}

  write(state: GroupState, text: string): void {
    const { look, href } = state
    if (look.deleted || look.inserted) this.change(look.deleted ? 'deleted' : 'inserted')
    else this.lastChange = undefined
    if (look.deleted) return
    const paragraph = this.open(state)
    if (look.hidden) {
      if (!paragraph.inHidden && text.trim() !== '') this.remarks.count('import.hiddenText')
      paragraph.inHidden = true
      return
    }
    paragraph.inHidden = false
    paragraph.raised = look.raised === 'superscript' ? paragraph.raised + text : ''
    paragraph.writer.write(text, { kinds: kindsOf(look), href })
  }

  /** The paragraph of this place, which begins if there is none, in as many tables as it stands in. */
  open(state: GroupState): RtfParagraph {
    const { story } = state.story
    if (story.paragraph) return story.paragraph
    this.enterTables(state, state.setting.tables)
    const { marker } = this
    this.marker = undefined
    return story.openParagraph(({ writer, joinsNext, lines, boxes }) => ({
      writer,
      joinsNext,
      lines,
      boxes,
      marker,
      inHidden: false,
      raised: '',
    }))
  }

  /** Ends the paragraph of this place. One with nothing in it is none: three bytes of a file are not worth its memory. */
  end(state: GroupState): void {
    if (state.story.story.paragraph) this.close(state)
    else {
      this.enterTables(state, state.setting.tables)
      this.marker = undefined
    }
  }

  close({ setting, story }: GroupState): void {
    story.story.closeParagraph((open) => draftOf(open, roleOfSetting(setting, this.styles), setting))
  }

  breakLine(state: GroupState): void {
    const paragraph = this.open(state)
    const { setting } = state
    const role = roleOfSetting(setting, this.styles)
    if (isOneLine(role)) paragraph.writer.breakLine()
    else paragraph.lines.push(draftOf(paragraph, role, setting))
  }

  /** Ends a cell of the table that is this many tables deep. */
  endCell(state: GroupState, depth: number): void {
    this.close(state)
    this.enterTables(state, depth)
    state.story.story.closeCell(0)
  }

  endRow(state: GroupState, depth: number): void {
    this.close(state)
    this.enterTables(state, depth)
    state.story.story.closeRow(0)
    state.story.story.openRow(0)
  }

  /** Changes of one kind that follow each other count as one. */
  private change(kind: 'deleted' | 'inserted'): void {
    if (this.lastChange !== kind) this.remarks.count('import.trackedChanges')
    this.lastChange = kind
  }

  private enterTables({ story: { story } }: GroupState, depth: number): void {
    while (story.tableDepth > depth) story.closeTable()
    while (story.tableDepth < depth) {
      story.openTable()
      story.openRow(0)
    }
  }
}
