import type { Note, NoteSubject } from '../model/note'
import { fold } from './fold'

/** A note with what it is about, in words. */
export interface ListedNote {
  readonly note: Note
  /** The theme's path, the document's or the project's name; of a passage its document's. */
  readonly place: string
  /** The words of the passage; absent for other subjects. */
  readonly quote?: string
  /** BCP 47, of the quotation. */
  readonly language?: string
}

export type NoteOrder = 'latest' | 'oldest'

export interface NotesWanted {
  /** What was typed; every word of it must stand in the note, its place or its quotation. */
  readonly typed: string
  /** null: every kind. */
  readonly kind: NoteSubject['kind'] | null
  /** By the time of the last change. */
  readonly order: NoteOrder
}

/** What a note is searched by. Make it once per note, not once per key. */
export const searchable = ({ note, place, quote = '' }: ListedNote): string => fold(`${note.text}\n${place}\n${quote}`)

/** The notes that are wanted, in order. `textOf` gives what each is searched by (`searchable`). */
export function notesWanted(
  notes: readonly ListedNote[],
  { typed, kind, order }: NotesWanted,
  textOf: (listed: ListedNote) => string = searchable,
): ListedNote[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  const found = notes.filter((listed) => {
    if (kind !== null && listed.note.about.kind !== kind) return false
    if (words.length === 0) return true
    const text = textOf(listed)
    return words.every((word) => text.includes(word))
  })
  const sign = order === 'latest' ? -1 : 1
  return found.sort((a, b) => sign * (a.note.modified - b.note.modified) || (a.note.id < b.note.id ? -1 : 1))
}

/** How many notes there are of each kind. */
export function countsByKind(notes: readonly ListedNote[]): Readonly<Record<NoteSubject['kind'], number>> {
  const counts = { highlight: 0, theme: 0, document: 0, project: 0 }
  for (const { note } of notes) counts[note.about.kind] += 1
  return counts
}
