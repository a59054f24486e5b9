import type { SourceDocument } from '#shared/model/document'
import type { DocumentId, Time } from '#shared/model/ids'
import { comparingDocuments, type DocumentOrder, sortDocuments } from '#shared/queries/sort-documents'
import { replaceRows } from '../store'

/** Documents in the order in which they are listed, and what they were sorted from. */
export interface ListedOrder {
  readonly documents: readonly SourceDocument[]
  readonly order: DocumentOrder
  readonly read: ReadonlyMap<DocumentId, Time>
  readonly sorted: readonly SourceDocument[]
}

/** Up to this many documents are put in where they belong; more are sorted with all others. */
const FEW = 200

/**
 * The documents, given in library order, as they are listed. Where they were listed before, only those that are others now
 * are put in anew: of ten thousand one title changes, and comparing all of them would be felt.
 */
export function listedOrder(
  before: ListedOrder | null,
  given: Pick<ListedOrder, 'documents' | 'order' | 'read'>,
): ListedOrder {
  const { documents, order, read } = given
  if (before?.order === order && before.read === read && order !== 'library') {
    const [old, now] = [new Set(before.documents), new Set(documents)]
    const gone = before.documents.filter((each) => !now.has(each))
    const fresh = documents.filter((each) => !old.has(each))
    if (gone.length + fresh.length <= FEW)
      return { ...given, sorted: replaceRows(before.sorted, gone, fresh, comparingDocuments(order, read)) }
  }
  return { ...given, sorted: sortDocuments(documents, order, read) }
}
