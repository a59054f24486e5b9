import type { ForeignPlace } from './annotation'
import { isA, isObject, type Json, listOf, wordsOf } from './json'

/** So deep may selectors refine each other. */
const DEEPEST = 20

const countOf = (value: unknown): number | null =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null

interface Selector {
  readonly value: Json
  /** Whether it narrows another one, so that its positions count from there. */
  readonly refines: boolean
}

function selectorsIn(value: unknown, depth = 0): Selector[] {
  if (depth > DEEPEST) return []
  return listOf(value)
    .filter(isObject)
    .flatMap((each) => [
      { value: each, refines: depth > 0 },
      ...selectorsIn(isA(each, 'Choice') ? each.items : each.refinedBy, depth + 1),
    ])
}

/** `char=10,20` of RFC 5147, in a FragmentSelector. */
const CHARACTERS = /^#?char=(\d{1,15}),(\d{1,15})(?:;|$)/

/**
 * Where the selectors of a target point, by its TextQuoteSelector and its TextPositionSelector, or a range of these. Positions inside what
 * another selector chose are passed over. Undefined when none of them speaks of words: of a picture, of elements.
 */
export function webPlace(selector: unknown): ForeignPlace | undefined {
  const all = selectorsIn(selector)
  const quote = all.find(({ value }) => isA(value, 'TextQuoteSelector') && wordsOf(value.exact))?.value
  const position = all.find(({ value, refines }) => !refines && isA(value, 'TextPositionSelector'))?.value
  const fragment = all.flatMap(({ value, refines }) =>
    !refines && isA(value, 'FragmentSelector') ? (CHARACTERS.exec(wordsOf(value.value) ?? '') ?? []) : [],
  )
  const range = all.find(({ value, refines }) => !refines && isA(value, 'RangeSelector'))?.value
  const edge = (value: unknown): number | null =>
    isObject(value) && isA(value, 'TextPositionSelector') && value.refinedBy === undefined ? countOf(value.start) : null
  const start =
    countOf(position?.start) ?? edge(range?.startSelector) ?? (fragment[1] === undefined ? null : Number(fragment[1]))
  // A range ends where the selection of its end begins.
  const end =
    countOf(position?.end) ?? edge(range?.endSelector) ?? (fragment[2] === undefined ? null : Number(fragment[2]))
  const exact = wordsOf(quote?.exact) ?? null
  if (exact === null && (start === null || end === null)) return undefined
  return { exact, prefix: wordsOf(quote?.prefix) ?? null, suffix: wordsOf(quote?.suffix) ?? null, start, end }
}
