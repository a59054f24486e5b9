import type { SourceDocument } from '../model/document'
import type { DocumentId, Time } from '../model/ids'

/** In which order documents are listed: as they came in, by title, by date, or those read last first. */
export const DOCUMENT_ORDERS = ['library', 'title', 'date', 'read'] as const
export type DocumentOrder = (typeof DOCUMENT_ORDERS)[number]

const titles = new Intl.Collator('zh', { numeric: true })

type Read = ReadonlyMap<DocumentId, Time>
type Compare = (a: SourceDocument, b: SourceDocument) => number

const COMPARED: Readonly<Record<Exclude<DocumentOrder, 'library'>, (read: Read) => Compare>> = {
  title: () => (a, b) => titles.compare(a.title, b.title),
  date: () => (a, b) => {
    const [one, other] = [a.metadata.date, b.metadata.date]
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
    return one < other ? -1 : one > other ? 1 : 0
  },
  read: (read) => (a, b) => (read.get(b.id) ?? 0) - (read.get(a.id) ?? 0),
}

/** Which of two documents comes first in an order; 0 for a document and itself alone. `read` is as for `sortDocuments`. */
export function comparingDocuments(order: DocumentOrder, read: Read = new Map()): Compare {
  const compare = order === 'library' ? () => 0 : COMPARED[order](read)
  return (a, b) => compare(a, b) || a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/**
 * Documents, given in library order, in an order; those that it says nothing of (no date, never read) come last, and those
 * that it does not tell apart stay in library order. `read` says when each was read last.
 */
export const sortDocuments = (
  documents: readonly SourceDocument[],
  order: DocumentOrder,
  read: Read = new Map(),
): readonly SourceDocument[] => (order === 'library' ? documents : documents.toSorted(COMPARED[order](read)))
