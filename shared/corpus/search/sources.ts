import type { SourceDocument } from '../../model/document'
import { METADATA_FIELDS } from '../../model/document'
import type { Id } from '../../model/ids'
import { fold } from '../../queries/fold'
import type { Corpus, HeldDocument } from '../corpus'
import type { Question, TextKind } from './question'

/** A text in which something was found. */
export interface Source {
  readonly kind: TextKind
  /** Of the document, the note or the theme. */
  readonly id: Id
  readonly title: string
  /** The document's date as far as it is known. */
  readonly date?: string
  readonly text: string
  /** The text with everything overlooked. */
  readonly folded: string
}

/** A document's text as a source; its folded text is cut out when it is asked for. */
class DocumentSource implements Source {
  readonly kind = 'document'
  readonly id: Id
  readonly title: string
  readonly date?: string

  constructor(
    { id, title, metadata }: SourceDocument,
    readonly text: string,
    private readonly cut: () => string,
  ) {
    this.id = id
    this.title = title
    if (metadata.date !== undefined) this.date = metadata.date
  }

  get folded(): string {
    return this.cut()
  }
}

/** A document's text as a source, as it is now. */
export const documentSource = ({ document, text }: HeldDocument, cut: () => string): Source =>
  new DocumentSource(document, text, cut)

/** What is known about a document, each field on a line. */
export function metadataText({ title, fileName, metadata, attributes }: SourceDocument): string {
  const fields = METADATA_FIELDS.filter((field) => field !== 'title').map((field) => metadata[field])
  const lists = [...(metadata.categories ?? []), ...(metadata.tags ?? [])]
  const all = [title, ...fields, ...lists, ...Object.values(metadata.other ?? {}), ...Object.values(attributes ?? {})]
  return [...all, fileName]
    .flatMap((value) => (value === undefined || value === '' ? [] : [String(value).replace(/\s*\n\s*/g, ' ')]))
    .join('\n')
}

/** The texts beside those of the documents that a question asks for too. */
export function* besideSources(corpus: Corpus, question: Question): Generator<Source> {
  if (question.metadata) {
    const wanted = question.documents && new Set(question.documents)
    for (const { document } of corpus.documents) {
      if (wanted && !wanted.has(document.id)) continue
      const text = metadataText(document)
      const { date } = document.metadata
      yield { ...base('metadata', document.id, document.title, text), ...(date !== undefined && { date }) }
    }
  }
  for (const { kind, id, title, text } of question.beside ?? []) yield base(kind, id, title, text)
}

const base = (kind: TextKind, id: Id, title: string, text: string): Source => ({
  kind,
  id,
  title,
  text,
  folded: fold(text),
})
