import type { ChangeParts } from '../model/changes'
import type { Id } from '../model/ids'
import type { Note, NoteSubject } from '../model/note'
import type { By } from './by'

/**
 * What happens to notes when the subjects `from` become one with `to`: each coder's notes about all of them become
 * one, the words of `to` first, then the others from the oldest on. Of the notes given, only those about these
 * subjects change.
 */
export function gatherNotes(
  given: { notes: readonly Note[]; from: ReadonlySet<Id>; to: NoteSubject },
  by: Pick<By, 'now'>,
): { updated: NonNullable<NonNullable<ChangeParts['updated']>['notes']>; deleted: readonly Note[] } {
  const { from, to } = given
  const about = given.notes.filter(({ about: { kind, id } }) => kind === to.kind && (id === to.id || from.has(id)))
  const first = ({ about: { id } }: Note): number => (id === to.id ? 0 : 1)
  about.sort((a, b) => first(a) - first(b) || a.created - b.created || (a.id < b.id ? -1 : 1))
  const updated: { before: Note; after: Note }[] = []
  const deleted: Note[] = []
  for (const coder of new Set(about.map((note) => note.coder))) {
    const [before, ...others] = about.filter((note) => note.coder === coder) as [Note, ...Note[]]
    const moved = others.filter((note) => note.about.id !== to.id)
    if (before.about.id === to.id && moved.length === 0) continue
    const text = [before, ...moved].map((note) => note.text).join('\n\n')
    const modified = text === before.text ? before.modified : by.now
    updated.push({ before, after: { ...before, about: to, text, modified } })
    deleted.push(...moved)
  }
  return { updated, deleted }
}
