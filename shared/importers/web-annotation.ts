import { type Location, locate } from '../anchoring/locate'
import { type CodePointIndex, codePointIndex } from '../model/code-points'
import { CONTEXT_LENGTH, type Passage, passageOf } from '../model/passage'
import { ProblemError } from '../result'

/** Where one annotation says it stands. What it does not say is null. */
export interface WebSelectors {
  /** The annotation's IRI. */
  readonly annotation: string | null
  /** The IRI of the document. */
  readonly source: string | null
  /** From the TextQuoteSelector. */
  readonly exact: string | null
  readonly prefix: string | null
  readonly suffix: string | null
  /** From the TextPositionSelector: Unicode code points, `end` exclusive. */
  readonly start: number | null
  readonly end: number | null
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
const wordsOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const countOf = (value: unknown): number | null =>
  Number.isInteger(value) && Number(value) >= 0 ? Number(value) : null
const isA = (value: Json, type: string): boolean => listOf(value.type ?? value['@type']).includes(type)
const iriOf = (value: unknown): string | null => (isObject(value) ? wordsOf(value.id ?? value['@id']) : wordsOf(value))

/** The annotations in a collection, a page, a list or an annotation alone; null when it is none of these. */
function annotationsOf(value: unknown): Json[] | null {
  if (Array.isArray(value)) return value.filter(isObject)
  if (!isObject(value)) return null
  if (isA(value, 'AnnotationCollection')) return listOf(value.first).flatMap((page) => annotationsOf(page) ?? [])
  if (isA(value, 'AnnotationPage')) return listOf(value.items).filter(isObject)
  return isA(value, 'Annotation') || value.target !== undefined ? [value] : null
}

/** Selectors in the order they are written; those that refine another follow it. */
const selectorsOf = (value: unknown): Json[] =>
  listOf(value)
    .filter(isObject)
    .flatMap((selector) => [selector, ...selectorsOf(selector.refinedBy)])

/**
 * The text selectors of every annotation in a Web Annotation file (JSON-LD, UTF-8). Targets without text selectors are
 * passed over. Throws a `ProblemError` when the file is not JSON, or no annotation is in it.
 */
export function readSelectors(bytes: Uint8Array): WebSelectors[] {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8').decode(bytes))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ProblemError({ key: 'anchoring.notJson', params: { reason } })
  }
  const annotations = annotationsOf(value)
  if (annotations === null) throw new ProblemError({ key: 'anchoring.notAnnotations' })
  return annotations.flatMap((annotation) =>
    listOf(annotation.target)
      .filter(isObject)
      .flatMap((target) => {
        const selectors = selectorsOf(target.selector)
        const quote = selectors.find((selector) => isA(selector, 'TextQuoteSelector'))
        const position = selectors.find((selector) => isA(selector, 'TextPositionSelector'))
        if (!quote && !position) return []
        return {
          annotation: iriOf(annotation),
          source: iriOf(target.source),
          exact: wordsOf(quote?.exact),
          prefix: wordsOf(quote?.prefix),
          suffix: wordsOf(quote?.suffix),
          start: countOf(position?.start),
          end: countOf(position?.end),
        }
      }),
  )
}

const lost: Location = { state: 'lost', reason: 'gone' }

/**
 * Where the selectors point in `text`, as UTF-16 offsets. The position is believed where the quote stands there, or
 * where there is no quote; else the quote is looked for. `points` is the index of `text`, for those who ask often.
 */
export function locateSelectors(
  selectors: WebSelectors,
  text: string,
  points: CodePointIndex = codePointIndex(text),
): Location {
  const { exact, start, end } = selectors
  const inside = start !== null && end !== null && start < end && end <= points.length
  const from = inside ? points.offset(start) : -1
  const to = inside ? points.offset(end) : -1
  if (inside && (exact === null || text.slice(from, to) === exact)) return { state: 'exact', start: from, end: to }
  if (!exact) return lost
  const passage: Passage = {
    start: from,
    end: from + exact.length,
    quote: exact,
    prefix: selectors.prefix?.slice(-CONTEXT_LENGTH) ?? '',
    suffix: selectors.suffix?.slice(0, CONTEXT_LENGTH) ?? '',
  }
  return locate(passage, text)
}

/** The passage of `text` that the selectors point to, or null when it is lost. See `locateSelectors`. */
export function passageFromSelectors(selectors: WebSelectors, text: string, points?: CodePointIndex): Passage | null {
  const location = locateSelectors(selectors, text, points)
  return location.state === 'lost' ? null : passageOf(text, location.start, location.end)
}
