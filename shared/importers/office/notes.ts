import type { Draft } from './draft'

/** What a note says, its first paragraph with the sign that calls it. `page` is the one it is called on, from 0. */
export function noteDrafts(drafts: readonly Draft[], marker: string, page: number): Draft[] {
  const first = drafts.findIndex(({ text }) => text !== '')
  return drafts.map(
    ({ text, marks, points }, at): Draft => ({
      kind: 'footnote',
      text,
      marks,
      points,
      page,
      ...(at === first && { marker }),
    }),
  )
}
