import type { ReadComment } from '../importers/importer'
import type { Block } from '../model/document'
import { plainText, type SourceDocument } from '../model/document'
import type { Highlight } from '../model/highlight'
import { type CoderId, newId, type ProjectId } from '../model/ids'
import type { Note } from '../model/note'
import { passageOf } from '../model/passage'
import type { Coder } from '../model/project'
import type { By } from './by'

/** A document that comes in, with its text and the remarks that its source carries. */
export interface Commented {
  readonly document: SourceDocument
  readonly blocks: readonly Block[]
  readonly comments: readonly ReadComment[]
}

/**
 * Keeps the remarks that sources carry: each becomes a highlight without a theme, with a note. Who wrote it becomes
 * the coder of that name, made where the project has none; a remark without an author is the importing coder's. What
 * one coder said of one and the same range is one note. `coders` are all of the project.
 */
export function importComments(
  given: { project: ProjectId; commented: readonly Commented[]; coders: readonly Coder[] },
  by: By,
): { readonly coders: readonly Coder[]; readonly highlights: readonly Highlight[]; readonly notes: readonly Note[] } {
  const { project } = given
  const byName = new Map(given.coders.toReversed().map(({ name, id }) => [name, id]))
  const coders: Coder[] = []
  const coderOf = (author = ''): CoderId => {
    const name = author.trim().replace(/\s+/gu, ' ')
    if (name === '') return by.coder
    const known = byName.get(name)
    if (known) return known
    const coder: Coder = { id: newId(), project, name, created: by.now }
    coders.push(coder)
    byName.set(name, coder.id)
    return coder.id
  }

  const highlights: Highlight[] = []
  const notes: Note[] = []
  for (const { document, blocks, comments } of given.commented) {
    if (comments.length === 0) continue
    const text = plainText(blocks)
    const said = new Map<string, number>()
    for (const { start, end, text: words, author, at = by.now } of comments) {
      const coder = coderOf(author)
      const passage = passageOf(text, start, end)
      const key = `${coder} ${passage.start} ${passage.end}`
      const before = said.get(key)
      if (before !== undefined) {
        const note = notes[before] as Note
        notes[before] = { ...note, text: `${note.text}\n\n${words}`, modified: Math.max(note.modified, at) }
        continue
      }
      said.set(key, notes.length)
      const highlight: Highlight = { id: newId(), project, document: document.id, passage, coder, created: at }
      highlights.push(highlight)
      const about = { kind: 'highlight', id: highlight.id } as const
      notes.push({ id: newId(), project, about, text: words, coder, created: at, modified: at })
    }
  }
  return { coders, highlights, notes }
}
