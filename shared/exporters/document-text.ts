import type { Translate } from '../messages'
import type { MarkedDocument } from './marked-documents'
import { type MarkedText, markedText } from './marked-runs'

/** A document's title as it is shown, also where it has none. */
export const titleOf = ({ document }: Pick<MarkedDocument, 'document'>, say: Translate): string =>
  document.title.trim() || say('export.untitled')

/** A document as it is set to be read: its title, where it is from, and its text. */
export interface DocumentText extends MarkedText {
  readonly title: string
  /** Author, source, date and address on one line; empty where nothing is known. */
  readonly facts: string
  /**
   * Whether the first of the blocks is a heading that says the title and is highlighted. One that only says the title
   * is not among the blocks, so that it is not read twice.
   */
  readonly beginsWithTitle: boolean
}

/** What formats that set whole documents begin with. */
export function documentText(marked: MarkedDocument, say: Translate): DocumentText {
  const title = titleOf(marked, say)
  const { blocks, unplaced } = markedText(marked)
  const [first] = blocks
  const isTitle = first?.block.kind === 'heading' && first.block.text.trim() === title
  const isMarked = isTitle && first.cells.flat().some(({ passages }) => passages.length > 0)
  const { author, source, date, url } = marked.document.metadata
  const moment = date?.replace(/^([\d-]{10})T(?=\d\d:)/, '$1 ')
  return {
    title,
    facts: [author, source, moment, url].filter((fact) => fact !== undefined && fact.trim() !== '').join(' · '),
    blocks: isTitle && !isMarked ? blocks.slice(1) : blocks,
    unplaced,
    beginsWithTitle: isMarked,
  }
}
