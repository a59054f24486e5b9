import type { Draft } from './draft'
import { plainMarker } from './one-line'

/**
 * What a note says, its first paragraph with the sign that calls it. `page` is the one it is called on, from 0, where
 * that is known.
 */
export function noteDrafts(drafts: readonly Draft[], marker: string, page?: number): Draft[] {
  const sign = plainMarker(marker)
  const first = drafts.findIndex(({ text }) => text !== '')
  return drafts.map(
    ({ text, marks, points }, at): Draft => ({
      kind: 'footnote',
      text,
      marks,
      points,
      ...(page !== undefined && { page }),
      ...(at === first && sign !== undefined && { marker: sign }),
    }),
  )
}
