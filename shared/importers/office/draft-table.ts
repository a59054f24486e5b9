import { type Draft, type DraftText, joined } from './draft'

/** A cell is what stands in it; a row its cells. */
export type DraftCell = readonly Draft[]
export type DraftRow = readonly DraftCell[]

/**
 * A table as blocks: each row one block, its cells joined by tabs. A table of one column is a frame around a text, and
 * one with a heading in it a way to place things: what stands in their cells is given as it is.
 */
export function tableDrafts(rows: readonly DraftRow[]): Draft[] {
  const isData = rows.some((cells) => cells.length > 1)
  const isLayout = rows.some((cells) => cells.some((cell) => cell.some(isHead)))
  if (!isData || isLayout) return rows.flat(2)
  return rows.map((cells): Draft => {
    const row = joined(cells.map(cellText), '\t')
    return { kind: 'tableRow', ...row, text: row.text.trim() === '' ? '' : row.text }
  })
}

const isHead = ({ kind, text }: Draft): boolean => (kind === 'title' || kind === 'heading') && text !== ''

/** Tabs part the cells, so there are none inside. What is empty has no text, and keeps the places tied to it. */
const cellText = (cell: DraftCell): DraftText => {
  const texts = cell.map(withMarker).filter(({ text, points }) => text !== '' || points.length > 0)
  const whole = joined(texts, ' ')
  return { ...whole, text: whole.text.replaceAll('\t', ' ') }
}

const withMarker = ({ marker, kind, ...draft }: Draft): DraftText =>
  marker === undefined || kind !== 'listItem' ? draft : joined([{ text: marker, marks: [], points: [] }, draft], ' ')
