import type { Note } from '../model/note'
import { type NoteLink, noteLinkAddress } from '../model/note-link'

/**
 * The notes that link to any of these records, in the order given. A link is found by its address in the Markdown, as
 * ids are of one length and stand nowhere else; a note that links to its own subject or itself counts too.
 */
export function backlinksTo(to: readonly NoteLink[], notes: readonly Note[]): Note[] {
  const addresses = to.map((link) => `(${noteLinkAddress(link)})`)
  return notes.filter(({ text }) => addresses.some((address) => text.includes(address)))
}
