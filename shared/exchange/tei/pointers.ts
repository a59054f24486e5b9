import { codePointIndex } from '../../model/code-points'
import type { TeiText } from './read-text'

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface TeiSpan {
  readonly start: number
  readonly end: number
}

/** The pointers in an attribute; white space in parentheses does not part them. */
export const pointersIn = (written: string | undefined): string[] =>
  (written ?? '').match(/[^\s(]+\([^()]*(?:\([^()]*\)[^()]*)*\)|\S+/g) ?? []

/** The `xml:id` that `#id` points to; undefined for another kind of pointer. */
export const idIn = (pointer: string): string | undefined => /^#([^()\s/]+)$/.exec(pointer)?.[1]

const RANGE = /^#(?:xpointer\()?string-range\(([^()]*)\)\)?$/
const MATCH = /^#match\(\s*([^\s,()]+)\s*,\s*(['"])(.*)\2\s*(?:,\s*(\d+)\s*)?\)$/s

/**
 * The stretch that a pointer of TEI (P5, 16.2.4) names in a text: `#id`, `string-range(id, offset, length, ...)`, of
 * which offsets and lengths count code points of what is written in the element, or `match(id, 'words')` of plain words.
 * Undefined where it points elsewhere, or in a manner that is not read.
 */
export function spanOf(pointer: string, text: TeiText): TeiSpan | undefined {
  const id = idIn(pointer)
  if (id !== undefined) {
    const place = text.places.get(id)
    return place && { start: place.start, end: place.end }
  }
  const [, ranges] = RANGE.exec(pointer) ?? []
  if (ranges !== undefined)
    return rangeOf(
      ranges.split(',').map((part) => part.trim()),
      text,
    )
  const [, element = '', , words, number = '1'] = MATCH.exec(pointer) ?? []
  const place = text.places.get(bareId(element))
  if (!place || !words || /[\\[\](){}|^$.*+?]/.test(words)) return undefined
  let at = text.text.indexOf(words, place.start)
  for (let left = Math.min(Number(number), 10_000); left > 1 && at !== -1; left -= 1)
    at = text.text.indexOf(words, at + 1)
  return at === -1 || at + words.length > place.end ? undefined : { start: at, end: at + words.length }
}

/** `id`, or the one in `//p[@xml:id='id']` and `'id'`. */
const bareId = (written: string): string =>
  /@xml:id\s*=\s*['"]([^'"]+)['"]/.exec(written)?.[1] ?? written.replace(/^['"#]|['"]$/g, '')

function rangeOf(parts: readonly string[], text: TeiText): TeiSpan | undefined {
  if (parts.length < 3 || parts.length % 3 !== 0) return undefined
  const side = (at: number, wanted: 'start' | 'end'): number | undefined => {
    const place = text.places.get(bareId(parts[at] as string))
    const [offset, length] = [Number(parts[at + 1]), Number(parts[at + 2])]
    if (!place || !Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0)
      return undefined
    const points = pointsOf(text, place.rawStart, place.rawEnd)
    const point = wanted === 'start' ? offset : offset + length
    if (point > points.length) return undefined
    return text.builder.offset(place.rawStart + points.offset(point), place, wanted)
  }
  const [start, end] = [side(0, 'start'), side(parts.length - 3, 'end')]
  return start === undefined || end === undefined || start >= end ? undefined : { start, end }
}

/** The code points of the element that was asked for last: pointers into one stand beside each other. */
let last:
  | {
      readonly text: TeiText
      readonly from: number
      readonly to: number
      readonly points: ReturnType<typeof codePointIndex>
    }
  | undefined
function pointsOf(text: TeiText, from: number, to: number): ReturnType<typeof codePointIndex> {
  if (last?.text !== text || last.from !== from || last.to !== to)
    last = { text, from, to, points: codePointIndex(text.raw.slice(from, to)) }
  return last.points
}
