import { paragraphs, trialDocument } from '../editing/trial-texts'
import { plainText, type SourceDocument } from '../model/document'
import { Corpus } from './corpus'

/** A corpus of these texts, for tests; the documents' ids are their numbers. */
export function trialCorpus(
  texts: readonly string[],
  changed: (at: number) => Partial<SourceDocument> = () => ({}),
): Corpus {
  const corpus = new Corpus()
  corpus.put(
    texts.map((text, at) => {
      const { document } = trialDocument(paragraphs(text))
      return {
        document: { ...document, id: String(at), content: `content ${at}`, order: at, ...changed(at) },
        text: plainText(paragraphs(text)),
      }
    }),
  )
  return corpus
}
