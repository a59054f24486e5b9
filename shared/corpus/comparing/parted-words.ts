import type { DocumentId } from '../../model/ids'
import { lastOf } from '../../queries/steps'
import { type WordBounds, wordBounds } from '../../queries/words/bounds'
import type { Corpus, HeldDocument } from '../corpus'
import { properText, stateOf } from './compared-texts'

/** The bounds of the words of a corpus: each text is parted once, and not again until it changes. A byte for four units. */
export interface PartedWords {
  /** Parts those of the documents that are not yet, in steps that say how much is done, 0 to 1; may be given up. */
  part(documents: readonly HeldDocument[]): Generator<number, void>
  /** The bounds of a document as it is given; they are known when it was parted. */
  boundsOf(held: HeldDocument): WordBounds
}

export function partedWords(corpus: Corpus): PartedWords {
  const known = new Map<DocumentId, { readonly state: string; readonly bounds: WordBounds }>()
  const stateIn = (held: HeldDocument): string => `${held.document.language ?? ''} ${stateOf(held)}`
  return {
    *part(documents) {
      for (const id of known.keys()) if (!corpus.get(id)) known.delete(id)
      for (const [i, held] of documents.entries()) {
        const { id, language } = held.document
        const state = stateIn(held)
        if (known.get(id)?.state === state) continue
        const steps = wordBounds(properText(held), language)
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) {
            known.set(id, { state, bounds: step.value })
            break
          }
          yield (i + step.value) / documents.length
        }
      }
    },
    boundsOf(held) {
      const found = known.get(held.document.id)
      if (found?.state === stateIn(held)) return found.bounds
      // It was changed or taken out since.
      return lastOf(wordBounds(properText(held), held.document.language))
    },
  }
}
