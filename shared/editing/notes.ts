import { type ChangeSet, changes } from '../model/changes'
import { newId, type ProjectId } from '../model/ids'
import type { Note, NoteSubject } from '../model/note'
import type { By } from './by'

/**
 * Writes a note: makes it when there was none, changes the one given, and removes that when nothing but white space
 * is left of it. `note` is the note as it will be; null when there is none. The text itself is kept as it was typed.
 */
export function writeNote(
  given: { project: ProjectId; about: NoteSubject; text: string; note?: Note | null },
  by: By,
): { changes: ChangeSet; note: Note | null } {
  const { project, about, text, note: before } = given
  const wrote = { key: 'changes.wroteNote' } as const
  if (text.trim() === '') {
    return {
      changes: changes({ key: 'changes.removedNote' }, { deleted: { notes: before ? [before] : [] } }),
      note: null,
    }
  }
  if (!before) {
    const note: Note = { id: newId(), project, about, text, coder: by.coder, created: by.now, modified: by.now }
    return { changes: changes(wrote, { created: { notes: [note] } }), note }
  }
  if (before.text === text) return { changes: changes(wrote, {}), note: before }
  const after: Note = { ...before, text, modified: by.now }
  return { changes: changes(wrote, { updated: { notes: [{ before, after }] } }), note: after }
}

/** Makes an earlier state of a note its present one: a step of its own, however soon it follows another. */
export function takeNoteBack(
  given: { project: ProjectId; about: NoteSubject; text: string; note?: Note | null },
  by: By,
): { changes: ChangeSet; note: Note | null } {
  const { changes: set, note } = writeNote(given, by)
  return { changes: { ...set, summary: { key: 'notes.tookBack' } }, note }
}
