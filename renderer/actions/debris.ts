import { judgeDebris } from '#shared/editing/debris'
import { blockAt, type Debris } from '#shared/model/document'
import type { TextRange } from '../app/session'
import { by, commit, type Desk } from './desk'

/** Blocks of the open document by their indexes, both included. */
export interface BlockRange {
  readonly first: number
  readonly last: number
}

/** Says of blocks of the open document that they are debris of the page, or, with null, that they belong to the text. */
export async function judge(desk: Desk, { first, last }: BlockRange, debris: Debris | null): Promise<void> {
  const id = desk.text()?.document.id
  const document = id === undefined ? undefined : await desk.store.read.document(id)
  const content = document && (await desk.store.read.content(document.content))
  if (!content) return
  const revisions = await desk.store.read.revisions(document.id)
  const { changes, contents } = judgeDebris({ document, content, first, last, debris, revisions }, by(desk))
  await commit(desk, changes, { contents })
}

/** Sets the paragraphs of a range apart as debris of the page; where all of them are debris they belong to the text again. */
export async function turn(desk: Desk, { start, end }: TextRange): Promise<void> {
  const blocks = desk.text()?.blocks
  const starts = desk.reader()?.positions.starts
  if (!blocks || !starts) return
  const first = blockAt(starts, start)
  const last = blockAt(starts, Math.max(start, end - 1))
  const words = blocks.slice(first, last + 1).filter(({ text }) => text.trim() !== '')
  const apart = words.length > 0 && words.every(({ debris }) => debris !== undefined)
  await judge(desk, { first, last }, apart ? null : 'other')
}
