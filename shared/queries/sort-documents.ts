import type { SourceDocument } from '../model/document'
import type { DocumentId, Time } from '../model/ids'

/** In which order documents are listed: as they came in, by title, by date, or those read last first. */
export const DOCUMENT_ORDERS = ['library', 'title', 'date', 'read'] as const
export type DocumentOrder = (typeof DOCUMENT_ORDERS)[number]

const titles = new Intl.Collator('zh', { numeric: true })

/**
 * Documents in an order; those that it says nothing of (no date, never read) come last, and those that it does not tell
 * apart stay in library order. `read` says when each was read last.
 */
export function sortDocuments(
  documents: readonly SourceDocument[],
  order: DocumentOrder,
  read: ReadonlyMap<DocumentId, Time> = new Map(),
): readonly SourceDocument[] {
  switch (order) {
    case 'library':
      return documents
    case 'title':
      return documents.toSorted((a, b) => titles.compare(a.title, b.title))
    case 'date':
      return documents.toSorted((a, b) => {
        const [one, other] = [a.metadata.date, b.metadata.date]
        if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
        return one < other ? -1 : one > other ? 1 : 0
      })
    case 'read':
      return documents.toSorted((a, b) => (read.get(b.id) ?? 0) - (read.get(a.id) ?? 0))
  }
}
