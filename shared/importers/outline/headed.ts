import type { Block, RunInHeading } from '../../model/document'
import { longestLine } from './candidates'
import { hasSentences, headingEnd } from './heading-words'
import type { Placed } from './nest'

/** A heading that ends with a stop is no longer than this share of one that ends without. */
const WITH_STOP = 2 / 3

/** A heading and how sure it is, 0 to 1. */
export type Sure = readonly [placed: Placed, confidence: number]

/** The name of an article in brackets, with them, is no longer than this, in UTF-16 units. */
const LONGEST_LABEL = 24

/**
 * Whether a block is all one heading when `first` is the first heading in it. `stands` says of one that fills a block
 * whether there is a text under it.
 */
export function isWhole({ text }: Block, first: Placed, stands: (placed: Placed) => boolean): boolean {
  const { form, full } = first.candidate
  if (form === 'alone' || form === 'short') return true
  return form === 'runIn' && !full && text.trim().length <= longestLine(text) * WITH_STOP && stands(first)
}

/**
 * The block as a heading, when all of it is one, or with the words noted that head what follows them in it. `found`
 * are its headings in text order; `stands` is as for `isWhole`.
 */
export function headed(block: Block, found: readonly Sure[], stands: (placed: Placed) => boolean): Block {
  const [[first, confidence]] = found as [Sure]
  const { text } = block
  if (isWhole(block, first, stands)) {
    return { ...block, kind: 'heading', level: first.level, confidence }
  }
  const bounds = found.map(([placed], at) => ({ placed, end: itemEnd(found, at, text.length) }))
  const outline = found.flatMap(([placed, confidence], at): RunInHeading[] => {
    const { start, words } = placed.candidate
    const { end: until } = bounds[at] as (typeof bounds)[0]
    const end = placed.reading?.label
      ? labelEnd(text, words)
      : (boldEnd(block, start, words, until) ?? headingEnd(text, words, until, manner(text, placed, bounds)))
    const next = found[at + 1]?.[0].candidate.start ?? text.length
    return end > start ? [{ start, end: Math.min(end, next), level: placed.level, confidence }] : []
  })
  return { ...block, outline }
}

/** Where what a heading heads ends inside the block: at the next that is not below it. */
const itemEnd = (found: readonly Sure[], at: number, length: number): number =>
  found.slice(at + 1).find(([{ level }]) => level <= (found[at] as Sure)[0].level)?.[0].candidate.start ?? length

/**
 * Where most members of a sequence that stand in one block say more than one sentence each, the first sentence heads
 * the others; where they are one sentence, the first clause. What the last one says may go on with something else.
 */
function manner(text: string, placed: Placed, all: readonly { placed: Placed; end: number }[]): 'sentence' | 'clause' {
  if (placed.candidate.form !== 'inline') return placed.candidate.full ? 'sentence' : 'clause'
  const kin = all.filter((each) => each.placed.sequence === placed.sequence)
  const judged = kin.length > 1 ? kin.slice(0, -1) : kin
  const rich = judged.filter((each) => hasSentences(text, each.placed.candidate.words, each.end)).length
  return rich * 2 >= judged.length ? 'sentence' : 'clause'
}

/** A label (第三条) with the name in brackets that may follow it. */
function labelEnd(text: string, words: number): number {
  const name = /^(?:【[^】]*】|（[^）]*）|\([^)]*\)|\[[^\]]*\])/u.exec(text.slice(words, words + LONGEST_LABEL))
  if (name) return words + name[0].length
  return text.slice(0, words).trimEnd().length
}

/** Where the strong print ends that begins with a heading and leaves off before the end of what it heads. */
function boldEnd({ text, marks = [] }: Block, start: number, words: number, until: number): number | undefined {
  const mark = marks.find(
    (each) => each.kind === 'strong' && each.start <= start && each.end > words && each.end < until,
  )
  if (!mark) return undefined
  const bold = text.slice(start, mark.end).replace(/[\s\u3000。，,：:；;.]+$/u, '')
  return bold.length > words - start ? start + bold.length : undefined
}
