import { ProblemError } from '../result'
import { expressionCost } from './expression-cost'
import { type FoldOptions, fold } from './fold'

/** What `find` looks for, and what it overlooks. */
export interface FindOptions extends FoldOptions {
  /** `wanted` is a regular expression as JavaScript writes it; it is matched within paragraphs. */
  readonly regex?: boolean
  /**
   * Letters that touch a hit on either side make it part of a longer word, which is not wanted. Scripts that do not
   * part their words (Chinese, Japanese, Thai ...) have no such letters.
   */
  readonly wholeWords?: boolean
  /** At most this many hits; 100,000 unless told otherwise. */
  readonly limit?: number
  /** For how many milliseconds a regular expression may be tried; 2,000 unless told otherwise. */
  readonly patience?: number
}

/** UTF-16 offsets into the text; `end` is exclusive and greater than `start`. */
export interface Hit {
  readonly start: number
  readonly end: number
}

/** Hits in text order, none overlapping another. */
export interface Finding {
  readonly hits: readonly Hit[]
  /** Why there may be more: there were too many, or patience came to its end. Null when these are all. */
  readonly stopped: 'limit' | 'patience' | null
}

const MOST_HITS = 100_000
const PATIENCE = 2000
/** How many steps an expression may take at one place: about a second's. */
const MOST_STEPS = 1e9
/** An expression whose steps over the longest line are fewer may look through a whole line at once: a tenth of a second's. */
const STEPS_UNWATCHED = 1e8

const UNPARTED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const isLetter = (character: string): boolean => /^[\p{L}\p{N}\p{M}_]$/u.test(character) && !UNPARTED.test(character)

function before(text: string, offset: number): string {
  const last = text.slice(Math.max(0, offset - 2), offset)
  return [...last].at(-1) ?? ''
}
const after = (text: string, offset: number): string => String.fromCodePoint(text.codePointAt(offset) ?? 32)

/** Whether no letter that touches a hit makes it part of a longer word; see `FindOptions.wholeWords`. */
export const standsAlone = (text: string, { start, end }: Hit): boolean =>
  !(isLetter(before(text, start)) && isLetter(after(text, start))) &&
  !(isLetter(before(text, end)) && end < text.length && isLetter(after(text, end)))

/**
 * The expression with its characters folded as the text is. What becomes a sign of expressions by folding (？ to ?) is
 * written as the character it is. Case is left to the engine, for \w and \W are not the same.
 */
function foldExpression(source: string, options: FoldOptions): string {
  const folded = fold(source, { ...options, case: false })
  return Array.from({ length: source.length }, (_, i) => {
    const unit = folded.charAt(i)
    const code = unit.charCodeAt(0)
    return unit === source.charAt(i) || code > 0x7f || /\w/.test(unit)
      ? unit
      : `\\x${code.toString(16).padStart(2, '0')}`
  }).join('')
}

interface Expression {
  readonly made: RegExp
  /** How many steps it may take at one place, at most. */
  readonly cost: number
}

/** The expression; it is sticky where it has to be tried place by place, so that the clock can be looked at in between. */
function expression(wanted: string, options: FindOptions, longest: number): Expression {
  const flags = options.case === false ? 'u' : 'iu'
  let made: RegExp
  try {
    new RegExp(wanted, 'u')
    made = new RegExp(foldExpression(wanted, options), `${flags}y`)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const reason = /: ([^:]*)$/.exec(said)?.[1] ?? said
    throw new ProblemError({ key: 'find.invalid', params: { wanted, reason } })
  }
  const cost = expressionCost(wanted, longest)
  if (cost === Number.POSITIVE_INFINITY) throw new ProblemError({ key: 'find.endless', params: { wanted } })
  if (cost > MOST_STEPS) throw new ProblemError({ key: 'find.costly', params: { wanted, length: longest } })
  return { cost, made: cost * longest > STEPS_UNWATCHED ? made : new RegExp(made.source, `${flags}g`) }
}

/** The lines of a text, with the offset at which each begins. */
function* linesOf(text: string): Generator<readonly [start: number, line: string]> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start)
    const until = end === -1 ? text.length : end
    yield [start, text.slice(start, until)]
    start = until + 1
  }
}

function longestLine(text: string): number {
  let longest = 0
  for (const [, line] of linesOf(text)) longest = Math.max(longest, line.length)
  return longest
}

/** How many steps may be taken between two looks at the clock, and how many places are tried at most. */
const STEPS = 1e7
const PLACES = 256

function* matches(text: string, { made, cost }: Expression, late: () => boolean): Generator<Hit | 'late'> {
  const places = Math.max(1, Math.min(PLACES, Math.floor(STEPS / cost)))
  let tried = 0
  for (const [start, line] of linesOf(text)) {
    if (!made.sticky && late()) {
      yield 'late'
      return
    }
    for (let at = 0; at < line.length; ) {
      if (made.sticky && ++tried % places === 0 && late()) {
        yield 'late'
        return
      }
      made.lastIndex = at
      const match = made.exec(line)
      const length = match?.[0].length ?? 0
      if (!made.sticky) {
        if (!match) break
        at = match.index
      }
      if (length > 0) yield { start: start + at, end: start + at + length }
      at += length > 0 ? length : (line.codePointAt(at) as number) > 0xffff ? 2 : 1
    }
  }
}

function* occurrences(text: string, wanted: string): Generator<Hit> {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    yield { start: at, end: at + wanted.length }
  }
}

/**
 * Every place where `wanted` stands in `text`, all at once, as offsets into the true text; what the options overlook is
 * folded on both sides. Nothing is found when nothing is wanted, and no hit is empty.
 * Throws a ProblemError for a regular expression that is not valid, or that could run for ever: one with a repetition
 * inside a repetition, or with more repetitions than paragraphs of this length allow. The others are tried line by
 * line, or place by place where they are slow, until patience ends.
 */
export function find(text: string, wanted: string, options: FindOptions = {}): Finding {
  const { regex = false, wholeWords = false, limit = MOST_HITS, patience = PATIENCE } = options
  if (wanted === '') return { hits: [], stopped: null }
  const folded = fold(text, regex ? { ...options, case: false } : options)
  const until = performance.now() + patience
  const found = regex
    ? matches(folded, expression(wanted, options, longestLine(text)), () => performance.now() > until)
    : occurrences(folded, fold(wanted, options))
  const hits: Hit[] = []
  for (const hit of found) {
    if (hit === 'late') return { hits, stopped: 'patience' }
    if (wholeWords && !standsAlone(text, hit)) continue
    if (hits.length === limit) return { hits, stopped: 'limit' }
    hits.push(hit)
  }
  return { hits, stopped: null }
}
