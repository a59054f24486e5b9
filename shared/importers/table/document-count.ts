import type { TableMapping } from '../importer'
import type { TablePreview } from './preview'

/** How many documents a table becomes: its rows, a header aside, that have words in a column of the text. */
export function documentCount({ filled, rowCount }: TablePreview, { hasHeader, text }: TableMapping): number {
  const columns = text.flatMap((column) => filled[column] ?? [])
  let count = 0
  for (let row = hasHeader ? 1 : 0; row < rowCount; row++) {
    if (columns.some((bits) => (bits[row >> 3] as number) & (1 << (row & 7)))) count += 1
  }
  return count
}
