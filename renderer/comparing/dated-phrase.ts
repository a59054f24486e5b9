import type { TravellingPhrase } from '#shared/corpus/comparing/jobs'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { type PhraseHistory, phraseHistory } from '#shared/queries/phrases/first-appearance'

/** A set phrase with when it is met. */
export interface DatedPhrase {
  readonly phrase: TravellingPhrase
  readonly history: PhraseHistory
}

export const dated = (phrase: TravellingPhrase, documents: ReadonlyMap<DocumentId, SourceDocument>): DatedPhrase => ({
  phrase,
  history: phraseHistory(
    phrase.places.map(({ document }) => {
      const date = documents.get(document)?.metadata.date
      return { id: document, ...(date !== undefined && { date }) }
    }),
  ),
})
