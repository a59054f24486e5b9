import type { Id } from './ids'
import type { NoteSubject } from './note'

/** What a note can link to: what notes can be about, save the project, and other notes. */
export type NoteLinkKind = Exclude<NoteSubject['kind'], 'project'> | 'note'

/** A link from a note to a record of the same project. */
export interface NoteLink {
  readonly kind: NoteLinkKind
  readonly id: Id
}

const SCHEME = 'pingdian:'

/**
 * The address of a record, as it stands in a note's Markdown: `[words](pingdian:theme/<id>)`. The id keeps the link
 * true when the record is renamed; the words are the author's and stay as they were written.
 */
export const noteLinkAddress = ({ kind, id }: NoteLink): string => `${SCHEME}${kind}/${id}`

/** The record that an address names; null for any other address (a web page). */
export function noteLinkAt(address: string): NoteLink | null {
  const found = /^pingdian:(theme|document|highlight|note)\/([\w-]+)$/.exec(address)
  return found ? { kind: found[1] as NoteLinkKind, id: found[2] as Id } : null
}
