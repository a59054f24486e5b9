import { correctOutline, type OutlineWord } from '#shared/editing/outline'
import type { TextRange } from '../app/session'
import { by, commit, type Desk } from './desk'

/** Says of the headings of the open document in a range, or at a caret, what they are; see `correctOutline`. */
export async function correct(desk: Desk, { start, end }: TextRange, word: OutlineWord): Promise<void> {
  const id = desk.text()?.document.id
  const document = id === undefined ? undefined : await desk.store.read.document(id)
  const content = document && (await desk.store.read.content(document.content))
  if (!content) return
  const revisions = await desk.store.read.revisions(document.id)
  const { changes, contents } = correctOutline({ document, content, start, end, word, revisions }, by(desk))
  if (contents.length > 0) await commit(desk, changes, { contents })
}
