import { type FindOptions, find, type Hit } from '#shared/queries/find'
import { type Problem, ProblemError } from '#shared/result'

/** What the bar asks for. */
export interface Wanted {
  readonly words: string
  /** Traditional and Simplified, full and half width, and shapes of quotation marks are told apart. */
  readonly exact: boolean
  /** Upper and lower case are told apart. */
  readonly cased: boolean
  /** The words are a regular expression. */
  readonly regex: boolean
}

export const NOTHING_WANTED: Wanted = { words: '', exact: false, cased: false, regex: false }

const optionsOf = ({ exact, cased, regex }: Wanted): FindOptions => ({
  regex,
  case: !cased,
  script: !exact,
  width: !exact,
  quotes: !exact,
})

/** What was found, or why nothing could be looked for. */
export interface Hits {
  readonly hits: readonly Hit[]
  /** There may be more hits than these. */
  readonly stopped: boolean
  readonly problem: Problem | null
}

/** Looks for what is wanted; an expression that cannot be tried is told, not thrown. */
export function hitsOf(text: string, wanted: Wanted): Hits {
  try {
    const { hits, stopped } = find(text, wanted.words, optionsOf(wanted))
    return { hits, stopped: stopped !== null, problem: null }
  } catch (error) {
    if (error instanceof ProblemError) return { hits: [], stopped: false, problem: error.problem }
    throw error
  }
}

/** The index of the first hit that begins at or after `offset`; after the last one again the first; -1 without hits. */
export function hitFrom(hits: readonly Hit[], offset: number): number {
  if (hits.length === 0) return -1
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle] as Hit).start < offset) low = middle + 1
    else high = middle
  }
  return low % hits.length
}

/** A hit with some of the words around it, cut at the ends of its paragraph. */
export interface HitInContext {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** UTF-16 units of context that a line has room for. */
const CONTEXT = { before: 24, after: 48 } as const

/** The hit with its surroundings, for a list of hits. */
export function inContext(text: string, { start, end }: Hit): HitInContext {
  const before = text.slice(Math.max(0, start - CONTEXT.before), start)
  const after = text.slice(end, end + CONTEXT.after)
  return {
    before: before.slice(before.lastIndexOf('\n') + 1).replace(/^[\udc00-\udfff]/, ''),
    words: text.slice(start, end).replaceAll('\n', ' '),
    after: (after.split('\n', 1)[0] ?? '').replace(/[\ud800-\udbff]$/, ''),
  }
}
