import type { DocumentId } from '../../model/ids'
import type { Hit } from '../../queries/find'
import { makeParallelCorpus, type ParallelCorpus } from '../../queries/parallels/corpus'
import type { Corpus, HeldDocument } from '../corpus'

/** A document's text in which the letters of debris are spaces: nothing is found there, and all offsets hold. */
export function properText({ text, debris }: Pick<HeldDocument, 'text' | 'debris'>): string {
  if (debris.length === 0) return text
  let [proper, at] = ['', 0]
  for (const { start, end } of debris) {
    proper += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ')
    at = end
  }
  return proper + text.slice(at)
}

/** What decides whether a document has to be looked at anew: its proper text is the same while this is. */
export const stateOf = ({ document, debris }: HeldDocument): string =>
  `${document.content} ${debris.map(({ start, end }: Hit) => `${start}-${end}`).join()}`

/** The index of passages that travel, kept beside a corpus. */
export interface ComparedTexts {
  /** Takes in what came since, and no more, in steps; then the index is as the corpus is. */
  catchUp(): Generator<number, ParallelCorpus>
  /** The document of a text of the index. */
  documentOf(text: number): DocumentId
  /** The place of a document among the texts of the index; undefined when it is not there. */
  textOf(document: DocumentId): number | undefined
}

/** An index that follows a corpus: a document that came is taken in by itself; when half of it is gone it is made anew. */
export function comparedTexts(corpus: Corpus): ComparedTexts {
  let parallels = makeParallelCorpus()
  const places = new Map<DocumentId, { readonly text: number; readonly state: string }>()
  let seen = -1

  function* catchUp(): Generator<number, ParallelCorpus> {
    if (seen === corpus.revision) return parallels
    const { revision, documents } = corpus
    const states = new Map(documents.map((held) => [held.document.id, stateOf(held)]))
    const left = [...places].filter(([id, { state }]) => states.get(id) !== state)
    for (const [id, { text }] of left) {
      parallels.remove(text)
      places.delete(id)
    }
    if (places.size * 2 < parallels.texts.length) {
      parallels = makeParallelCorpus()
      places.clear()
    }
    const fresh = documents.filter(({ document }) => !places.has(document.id))
    const first = parallels.texts.length
    const making = parallels
    const wereThere = new Map(places)
    // Should it be given up on the way, nothing of it may be taken for whole.
    seen = -1
    parallels = makeParallelCorpus()
    places.clear()
    yield* making.add(
      fresh.map((held) => ({
        id: held.document.id,
        get text() {
          return properText(held)
        },
      })),
    )
    parallels = making
    for (const [id, place] of wereThere) places.set(id, place)
    for (const [i, { document }] of fresh.entries()) {
      places.set(document.id, { text: first + i, state: states.get(document.id) as string })
    }
    seen = revision
    return parallels
  }

  return {
    catchUp,
    documentOf: (text) => parallels.texts[text]?.id as DocumentId,
    textOf: (document) => places.get(document)?.text,
  }
}
