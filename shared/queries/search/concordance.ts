import type { Hit } from '../find'

/** A line of a concordance: a place with what stands around it (keyword in context). */
export interface ConcordanceLine extends Hit {
  /** What stands before, as far as the context goes and the paragraph reaches. */
  readonly left: string
  /** The words that were found, as they stand in the text. */
  readonly found: string
  readonly right: string
}

/** How much is shown on either side, in UTF-16 units, unless told otherwise. */
const CONTEXT = 30

/** The places of a text as lines of a concordance, in their order. No pair of surrogates is cut, no line end crossed. */
export function concordance(text: string, hits: readonly Hit[], context = CONTEXT): ConcordanceLine[] {
  return hits.map(({ start, end }) => {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1
    const lineEnd = text.indexOf('\n', end)
    let from = Math.max(start === 0 ? 0 : lineStart, start - context)
    let until = Math.min(lineEnd === -1 ? text.length : lineEnd, end + context)
    if (isLow(text, from)) from++
    if (isLow(text, until)) until--
    return { start, end, left: text.slice(from, start), found: text.slice(start, end), right: text.slice(end, until) }
  })
}

const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00

/** How lines are ordered: as they stand, or by what stands next to the words on either side. */
export const CONCORDANCE_ORDERS = ['text', 'left', 'right'] as const
export type ConcordanceOrder = (typeof CONCORDANCE_ORDERS)[number]

/** Lines in another order; lines that are alike in it stay as they were. `locale` is a BCP 47 tag. */
export function ordered<L extends ConcordanceLine>(lines: readonly L[], order: ConcordanceOrder, locale: string): L[] {
  if (order === 'text') return [...lines]
  const collator = new Intl.Collator(locale)
  const key = ({ left, right }: L): string => (order === 'right' ? right : [...left].reverse().join(''))
  return lines
    .map((line) => ({ line, key: key(line) }))
    .sort((one, other) => collator.compare(one.key, other.key))
    .map(({ line }) => line)
}
