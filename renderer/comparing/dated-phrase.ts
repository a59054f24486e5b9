import type { FoundPhrases } from '#shared/corpus/comparing/jobs'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { type DatedDocument, firstAppearance, type PhraseHistory } from '#shared/queries/phrases/first-appearance'
import type { SetPhrase } from '#shared/queries/phrases/phrases'

/** Set phrases with when each is met first, and the documents that their places name. */
export interface DatedPhrases {
  readonly phrases: readonly DatedPhrase[]
  readonly documents: readonly DatedDocument[]
}

export interface DatedPhrase {
  readonly phrase: SetPhrase
  readonly first: PhraseHistory['first']
}

export function datedPhrases(found: FoundPhrases, known: ReadonlyMap<DocumentId, SourceDocument>): DatedPhrases {
  const documents = found.documents.map((id): DatedDocument => {
    const date = known.get(id)?.metadata.date
    return { id, ...(date !== undefined && { date }) }
  })
  const phrases = found.phrases.map((phrase) => ({ phrase, first: firstAppearance(documents, phrase.places.texts) }))
  return { phrases, documents }
}
