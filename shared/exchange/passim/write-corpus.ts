/** A document as it is handed to passim. */
export interface PassimDocument {
  readonly id: string
  readonly text: string
  readonly title?: string
  /** ISO 8601; passim sorts the passages of a cluster by it. */
  readonly date?: string
  /** Documents of one series are not compared with each other. */
  readonly series?: string
}

/**
 * Documents in the input format of passim (github.com/dasmiq/passim, "Structuring the Input"): one JSON record a line with
 * `id` and `text`, and whatever else is to come back with the passages. A document without a series is one by itself.
 *
 * Texts are handed on folded by `fold` when that is wanted, for passim compares characters as they are: a folded text has
 * the same length, so that the positions of its answer are positions in the true one.
 */
export function* writePassimCorpus(
  documents: Iterable<PassimDocument>,
  fold: (text: string) => string = (text) => text,
): Generator<string> {
  for (const { id, text, title, date, series } of documents) {
    const record = { id, series: series ?? id, text: fold(text), ...(title && { title }), ...(date && { date }) }
    yield `${JSON.stringify(record)}\n`
  }
}
