import type { Translate } from '../../messages'
import { codePointIndex } from '../../model/code-points'
import { type Locator, locatorOf, pageRange, timeCode } from '../../model/locator'
import { placeOf } from '../../model/place'
import type { MarkedDocument, MarkedPassage } from '../marked-documents'
import type { Cell } from '../spreadsheet'

/** The columns that say where a passage stands and what it is. */
export const PLACE_COLUMNS = [
  'document',
  'paragraph',
  'page',
  'at',
  'speaker',
  'start',
  'end',
  'quote',
  'before',
  'after',
] as const

/**
 * The cells of `PLACE_COLUMNS` for the passages of one document. `start` and `end` count code points from 0, `end`
 * exclusive. Of a passage that is lost they are empty, and `paragraph` says so.
 */
export function placesIn({ document, blocks, starts, text }: MarkedDocument, say: Translate) {
  const points = codePointIndex(text)
  const count = (offset: number): number => points.codePoint(Math.min(offset, text.length))
  return ({ highlight: { passage, lost } }: Pick<MarkedPassage, 'highlight'>): Cell[] => {
    const paragraph = lost !== undefined ? say('export.notInText') : placeOf(blocks, starts, passage).paragraph
    const locator: Locator = lost !== undefined ? { speakers: [] } : locatorOf(blocks, starts, passage)
    const at = locator.time ? timeCode(locator.time.start) : ''
    const ends = lost !== undefined ? ['', ''] : [count(passage.start), count(passage.end)]
    const place = [document.title, paragraph, pageRange(locator) ?? '', at, locator.speakers.join('; ')]
    return [...place, ...ends, passage.quote, passage.prefix, passage.suffix]
  }
}
