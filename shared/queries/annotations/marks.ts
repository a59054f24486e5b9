import { grouped } from '../../grouped'
import type { Highlight, Tagging } from '../../model/highlight'
import type { DocumentId, HighlightId } from '../../model/ids'
import type { Note } from '../../model/note'
import { fold } from '../fold'

/** A highlight with its taggings. */
export interface MarkedPassage {
  readonly highlight: Highlight
  readonly taggings: readonly Tagging[]
}

/** What is marked in the documents of a project. */
export interface Marks {
  /**
   * The passages of each document that has any, those that stand in its text, in text order. As long as none of them
   * changes, nor a note about one, the list of a document stays the same object.
   */
  readonly byDocument: ReadonlyMap<DocumentId, readonly MarkedPassage[]>
  /** The words of the notes about passages, folded. */
  readonly words: ReadonlyMap<HighlightId, readonly string[]>
}

/** Text order: by start, then the shorter first, then by id. */
export const inTextOrder = ({ highlight: a }: MarkedPassage, { highlight: b }: MarkedPassage): number =>
  a.passage.start - b.passage.start || a.passage.end - b.passage.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Puts marks in order. Highlights that are lost are not among them. */
export function marksOf(records: {
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
  readonly notes: readonly Note[]
}): Marks {
  const taggings = grouped(records.taggings, ({ highlight }) => highlight)
  const marked = records.highlights
    .filter(({ lost }) => lost === undefined)
    .map((highlight) => ({ highlight, taggings: taggings.get(highlight.id) ?? [] }))
  const byDocument = grouped(marked, ({ highlight }) => highlight.document)
  for (const own of byDocument.values()) own.sort(inTextOrder)
  const words = new Map<HighlightId, string[]>()
  for (const { about, text } of records.notes) {
    if (about.kind === 'highlight') words.set(about.id, [...(words.get(about.id) ?? []), fold(text)])
  }
  return { byDocument, words }
}
