import type { ContentId, DocumentId } from '../model/ids'
import { type Duplicate, duplicatesAmong } from './duplicates'
import { type Fingerprint, fingerprintOf } from './shingles'

/** A document, and which content it shows. */
export interface Showing {
  readonly id: DocumentId
  readonly content: ContentId
}

/**
 * Compares the documents of a library again and again. The text of a content is handed over once, since it never changes,
 * and its fingerprint alone is kept: some hundredths of the text.
 */
export interface Fingerprints {
  /** Takes texts in, each with its content's id; see `comparedText`. */
  readonly add: (texts: readonly { readonly content: ContentId; readonly text: string }[]) => void
  /**
   * Which of the `asked` documents are the same as an earlier one in `documents`, or nearly. A document whose text was
   * not handed over is passed over.
   */
  readonly duplicates: (documents: readonly Showing[], asked: readonly DocumentId[]) => Duplicate[]
}

export function fingerprints(): Fingerprints {
  const prints = new Map<ContentId, Fingerprint>()
  return {
    add: (texts) => {
      for (const { content, text } of texts) prints.set(content, fingerprintOf(text))
    },
    duplicates: (documents, asked) => {
      const printed = documents.flatMap(({ id, content }) => {
        const print = prints.get(content)
        return print ? [{ id, print }] : []
      })
      return duplicatesAmong(printed, new Set(asked))
    },
  }
}
