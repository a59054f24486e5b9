import { correctOutline } from '#shared/editing/outline'
import type { OutlineWord } from '#shared/model/outline'
import { ProblemError } from '#shared/result'
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
  else if (word === 'make') throw new ProblemError({ key: 'outline.noneToMake' })
}

/** Makes headings of the paragraphs of the selection, or of the one with the caret. Throws where all are headings. */
export async function make(desk: Desk): Promise<void> {
  const reader = desk.reader()
  const caret = reader?.caret()
  const place = reader?.selection() ?? (caret === undefined ? null : { start: caret, end: caret })
  if (place) await correct(desk, place, 'make')
}
