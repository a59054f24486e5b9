import { guidFor } from '../../exporters/refi/guid'
import { languageOf } from '../../importers/language'
import type { DocumentContent, SourceDocument } from '../../model/document'
import { type Original, packOriginal } from '../../model/original'
import { passageOf } from '../../model/passage'
import { oneLine } from '../refi/reading'
import type { ForeignPlace, ForeignSource } from './annotation'
import { lostPassage, type Placed } from './placing'
import type { AnnotationReading } from './reading'

/** A document that was made of the words that are quoted of it. */
export interface QuotedDocument {
  readonly document: SourceDocument
  readonly content: DocumentContent
  readonly original: Original
  /** Where each of the places is in it, in their order. */
  readonly placed: readonly Placed[]
}

const LINE_ENDS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g
const CONTROLS = /(?![\t\n])\p{Cc}/gu
const lines = (words: string | null): string => (words ?? '').replace(LINE_ENDS, '\n').replace(CONTROLS, '')

/**
 * A document for a text that is neither in the file nor in the project: each quote with its context is a paragraph of
 * it, in the order in which they stand. When the text itself takes its place, the passages are found again in it.
 */
export function quotedDocument(
  source: ForeignSource,
  places: readonly ForeignPlace[],
  order: number,
  { options, project, ownId }: AnnotationReading,
): QuotedDocument {
  const inOrder = [...places.keys()].sort(
    (a, b) => (places[a]?.start ?? Number.POSITIVE_INFINITY) - (places[b]?.start ?? Number.POSITIVE_INFINITY) || a - b,
  )
  const parts: string[] = []
  const starts = new Map<string, number>()
  const spans = new Map<number, { readonly start: number; readonly end: number }>()
  let length = 0
  for (const number of inOrder) {
    const place = places[number] as ForeignPlace
    const quote = lines(place.exact)
    if (quote === '') continue
    const before = lines(place.prefix)
    const paragraph = before + quote + lines(place.suffix)
    const key = `${before.length} ${paragraph}`
    let start = starts.get(key)
    if (start === undefined) {
      start = length + before.length
      starts.set(key, start)
      parts.push(paragraph)
      length += paragraph.length + 1
    }
    spans.set(number, { start, end: start + quote.length })
  }
  const text = parts.join('\n')
  const id = ownId(source.iri)
  const title = oneLine(source.title) || oneLine(source.iri)
  const url = [source.iri, ...source.urls].find((each) => /^https?:\/\//i.test(each))
  const original = packOriginal(new TextEncoder().encode(text))
  const content = guidFor('content', id)
  return {
    document: {
      ...{ id, project, title, metadata: url === undefined ? {} : { url }, language: languageOf(text) },
      ...{ format: 'plain-text', fileName: `${title}.txt`, encoding: { label: 'utf-8', by: 'valid UTF-8' } },
      ...{ content, length: text.length, order, created: options.now },
    },
    content: {
      ...{ id: content, project, original: original.hash },
      blocks: text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
    },
    original,
    placed: places.map((place, number): Placed => {
      const span = spans.get(number)
      return span
        ? { passage: passageOf(text, span.start, span.end), state: 'found' }
        : { passage: lostPassage(place), state: 'lost' }
    }),
  }
}
