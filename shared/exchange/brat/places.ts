import { codePointIndex } from '../../model/code-points'
import type { ForeignPlace } from '../annotations/annotation'
import { type Counting, countingsOf, type ForeignSpan, type ForeignText, USUAL } from '../refi/foreign-text'
import type { BratEntity } from './lines'

const squashed = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** The pieces of an entity with the words of each, as far as the file has them all. */
function spansOf({ pieces, words }: BratEntity): ForeignSpan[] {
  if (words === undefined) return pieces.map((piece) => ({ ...piece, name: '' }))
  const points = [...words]
  const [first = { start: 0, end: 0 }] = pieces
  const length = pieces.reduce((sum, { start, end }) => sum + end - start, pieces.length - 1)
  // Words of another length than the positions say cannot be parted: they are looked for as one.
  if (pieces.length > 1 && points.length !== length)
    return [{ start: first.start, end: Math.max(...pieces.map(({ end }) => end)), name: words }]
  let at = 0
  return pieces.map(({ start, end }) => {
    const from = at
    at += end - start + 1
    return { start, end, name: pieces.length === 1 ? words : points.slice(from, at - 1).join('') }
  })
}

/** Where entities stand, and how the program counted that wrote them. */
export interface BratPlaces {
  /** The places of each entity, in their order; at least one. Pieces with only white space between them are one. */
  readonly places: readonly (readonly ForeignPlace[])[]
  /** Absent where there is no text to hold it against. */
  readonly counting?: Counting
}

/** The places of entities in `text`, where it is there: positions are believed where the words stand. */
export function bratPlaces(entities: readonly BratEntity[], text: ForeignText | undefined): BratPlaces {
  const spans = entities.map(spansOf)
  if (!text) {
    return {
      places: spans.map((own) =>
        own.map(({ start, end, name }) => ({ exact: name || null, prefix: null, suffix: null, start, end })),
      ),
    }
  }
  const [counting = USUAL] = countingsOf([text.evidence(spans.flat())])
  const points = codePointIndex(text.text)
  const placeOf = (span: ForeignSpan) => {
    const { start, end } = text.place(span, counting)
    const isThere = start >= 0 && start < end && end <= text.text.length
    const quote = isThere ? text.text.slice(start, end) : ''
    const agrees = isThere && (span.name === '' || squashed(quote) === squashed(span.name))
    return { start, end, exact: agrees ? quote : span.name, agrees }
  }
  const places = spans.map((own) => {
    const joined: ReturnType<typeof placeOf>[] = []
    for (const place of own.map(placeOf)) {
      const before = joined.at(-1)
      const between = before && before.end <= place.start ? text.text.slice(before.end, place.start) : undefined
      if (before?.agrees && place.agrees && between !== undefined && between.trim() === '')
        joined[joined.length - 1] = { ...before, end: place.end, exact: before.exact + between + place.exact }
      else joined.push(place)
    }
    return joined.map(({ start, end, exact }): ForeignPlace => {
      const at = (offset: number): number => points.codePoint(Math.min(Math.max(offset, 0), text.text.length))
      return { exact: exact || null, prefix: null, suffix: null, start: at(start), end: at(end) }
    })
  })
  return { places, counting }
}
