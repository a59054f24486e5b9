import type { SourceDocument } from '../model/document'
import type { ContentId, DocumentId } from '../model/ids'
import type { Hit } from '../queries/find'
import { Shelf } from './shelf'

/** A document as the corpus is told of it. */
export interface CorpusDocument {
  readonly document: SourceDocument
  /** Its plain text. It may be left out when only the record changed, and its content is the one that is held. */
  readonly text?: string
  /** Stretches of the text that are debris of the page, ascending, none touching another; none unless told. */
  readonly debris?: readonly Hit[]
}

/** A document that is held in memory. */
export interface HeldDocument {
  readonly document: SourceDocument
  readonly text: string
  readonly debris: readonly Hit[]
}

const NO_DEBRIS: readonly Hit[] = []

/**
 * The texts of one project, held in memory for all that asks many documents at once. Each text is kept once as it
 * stands, and once folded, joined with others on a shelf. Folding one text again folds its shelf only.
 */
export class Corpus {
  private all: Shelf[] = []
  private readonly shelfOf = new Map<DocumentId, Shelf>()
  private inOrder: readonly HeldDocument[] | null = null
  /** Grows whenever a document comes, changes or goes: what was made from the corpus before is then out of date. */
  revision = 0

  /**
   * Adds documents, or puts them in the place of those with the same ids.
   * Throws when a text is left out that is not held.
   */
  put(given: readonly CorpusDocument[]): void {
    for (const { document, text, debris } of given) {
      const shelf = this.shelfOf.get(document.id)
      const before = shelf?.get(document.id)
      if (text === undefined && before?.document.content !== document.content) {
        throw new Error(`The corpus expected the text of ${document.id}, whose content ${document.content} it has not.`)
      }
      const held: HeldDocument = {
        document,
        text: text ?? (before as HeldDocument).text,
        debris: debris ?? (text === undefined ? before?.debris : undefined) ?? NO_DEBRIS,
      }
      if (shelf) shelf.replace(held)
      else this.add(held)
    }
    this.changed()
  }

  /** Takes documents out; ids that are not there are passed over. */
  remove(ids: readonly DocumentId[]): void {
    for (const id of ids) {
      this.shelfOf.get(id)?.remove(id)
      this.shelfOf.delete(id)
    }
    this.all = this.all.filter((shelf) => shelf.documents.length > 0)
    this.changed()
  }

  clear(): void {
    this.all = []
    this.shelfOf.clear()
    this.changed()
  }

  /** The documents in library order. */
  get documents(): readonly HeldDocument[] {
    this.inOrder ??= this.all
      .flatMap(({ documents }) => documents)
      .sort((a, b) => a.document.order - b.document.order || (a.document.id < b.document.id ? -1 : 1))
    return this.inOrder
  }

  get(id: DocumentId): HeldDocument | undefined {
    return this.shelfOf.get(id)?.get(id)
  }

  /** The document's text folded with everything overlooked; undefined when it is not held. It costs no copy. */
  folded(id: DocumentId): string | undefined {
    return this.shelfOf.get(id)?.foldedText(id)
  }

  /** The shelves, in no order. Together they hold every document once. */
  get shelves(): readonly Shelf[] {
    return this.all
  }

  /** The content of each document that is held. */
  get contents(): ReadonlyMap<DocumentId, ContentId> {
    return new Map(this.documents.map(({ document }) => [document.id, document.content]))
  }

  private add(held: HeldDocument): void {
    let last = this.all.at(-1)
    if (!last || last.isFull) {
      // What is full is folded before it is asked for, while the next documents are read.
      last?.folded()
      last = new Shelf()
      this.all.push(last)
    }
    last.add(held)
    this.shelfOf.set(held.document.id, last)
  }

  private changed(): void {
    this.inOrder = null
    this.revision++
  }
}
