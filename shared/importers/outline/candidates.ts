import type { Block } from '../../model/document'
import { endsWithStop } from '../final-stop'
import { hasSentences } from './heading-words'
import { inlineMarks } from './inline-marks'
import { loneNumber, type Numbering, numberings } from './numbering'

/** A place that may be a heading. */
export interface Candidate {
  /** Index of its block. */
  readonly block: number
  /** Where it begins, and where its words begin behind the number: UTF-16 offsets in the block's text. */
  readonly start: number
  readonly words: number
  readonly form: /** The format says that it is a heading. */
    | 'styled'
    /** A numbered line without a stop that stands alone. */
    | 'alone'
    /** The number stands before a whole paragraph. */
    | 'runIn'
    /** A sign of order inside a paragraph. */
    | 'inline'
    /** A short line without number and stop. */
    | 'short'
  /** The ways to read its number; none for headings without one. */
  readonly readings: readonly Numbering[]
  /** How sure it is by itself, when its sequence is whole. */
  readonly certainty: number
  /** Styled headings: the level that the format gives. */
  readonly level?: number
  /** Whether the block is a paragraph of its own: more than one sentence, or a long one. */
  readonly full: boolean
}

/** A heading of one line is no longer than this, in UTF-16 units; Latin letters are half as wide. */
const LONGEST = 60
const isWide = (text: string): boolean => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text)
export const longestLine = (text: string): number => (isWide(text) ? LONGEST : 2 * LONGEST)

const isBold = ({ text, marks = [] }: Block): boolean =>
  marks.some(({ kind, start, end }) => kind === 'strong' && start === 0 && end >= text.length)

/** What may be a heading by its number, by style or by signs of order, in text order. Debris is passed over. */
export function candidatesIn(blocks: readonly Block[]): Candidate[] {
  return blocks.flatMap((block, index) => {
    if (block.debris || block.text.trim() === '') return []
    if (block.kind === 'heading') return [styled(block, index)]
    if (block.kind !== 'paragraph' || block.time) return []
    const atStart = numbered(block, index)
    if (atStart?.form === 'alone') return [atStart]
    const inside = inlineMarks(block.text).map(
      (mark): Candidate => ({
        block: index,
        start: mark.at,
        words: mark.at + mark.length,
        form: 'inline',
        readings: [mark],
        certainty: mark.certainty,
        full: false,
      }),
    )
    return atStart ? [atStart, ...inside.filter(({ start }) => start > 0)] : inside
  })
}

const styled = (block: Block, index: number): Candidate => ({
  block: index,
  start: 0,
  words: 0,
  form: 'styled',
  readings: numberings(block.text.trim()),
  certainty: block.confidence ?? 1,
  level: block.level ?? 1,
  full: false,
})

function numbered(block: Block, index: number): Candidate | undefined {
  const { text } = block
  const indent = /^[\s\u3000]*/.exec(text)?.[0].length ?? 0
  const line = text.slice(indent).trimEnd()
  const readings = numberings(line)
  const lone = readings.length === 0 ? loneNumber(line) : undefined
  if (lone) readings.push(lone)
  if (readings.length === 0) return undefined
  const length = Math.min(...readings.map((each) => each.length))
  const bare = line.length - length === 0
  if (bare && !lone && !readings.some(({ named }) => named)) return undefined
  const short = line.length <= longestLine(line)
  const full = hasSentences(line, length) || (!short && /[。.]$/.test(line))
  const label = readings.some((each) => each.label)
  const alone = !full && short && (!endsWithStop(line) || (!label && /[？?：:]$/.test(line)))
  return {
    block: index,
    start: indent,
    words: indent + length,
    form: alone ? 'alone' : 'runIn',
    readings,
    certainty: alone ? (isBold(block) ? 0.98 : 0.95) : full || label ? 0.9 : 0.75,
    full,
  }
}
