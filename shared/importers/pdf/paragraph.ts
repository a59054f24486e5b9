import { firstCharacter, isCjk, joint, lastCharacter } from '../cjk'
import { middle } from './columns'
import { endsInHyphen } from './hyphens'
import { lettersWide } from './letter-width'
import type { Line } from './line'

/** Lines that make one paragraph. */
export type LinesOfParagraph = readonly Line[]

/** How a document sets its text. */
export interface Setting {
  /** The size of most of its letters, in points. */
  readonly size: number
  /** From one baseline of a paragraph to the next, in ems. */
  readonly leading: number
  /** Whether paragraphs begin with an indent. */
  readonly indents: boolean
}

const STOP = /[.!?。！？…:：;；．][”’"'）)\]」』》〉]*\p{No}*\d{0,2}$/u
export const BULLET = /^[•·▪◦‣●○■□◆–—*-]\s+\S/u
/** An indent is between these, in ems. */
const LEAST_INDENT = 0.8
const MOST_INDENT = 6

/** What the lines of a document tell about how it is set. */
export function settingOf(lines: readonly Line[]): Setting {
  const size = middle(lines.flatMap((line) => Array<number>(Math.min(line.text.length, 200)).fill(line.size)))
  const pairs = lines.slice(1).flatMap((line, at) => {
    const before = lines[at] as Line
    return before.column === line.column && isSize(line, size) && isSize(before, size) ? [[before, line] as const] : []
  })
  const leading = middle(pairs.map(([before, line]) => (line.y - before.y) / size).filter((each) => each > 0.5)) || 1.3
  const ends = pairs.filter(([before, line]) => hasRoom(before, line) && STOP.test(before.text))
  const indented = ends.filter(([, line]) => isIndented(line))
  return { size, leading, indents: indented.length * 3 > ends.length }
}

const isSize = (line: Line, size: number): boolean => Math.abs(line.size - size) < 0.08 * size

/** Joins the lines of a document, in reading order, to paragraphs. */
export function paragraphsOfLines(lines: readonly Line[], setting: Setting): Line[][] {
  const paragraphs: Line[][] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const paragraph = paragraphs.at(-1)
    if (before && paragraph && goesOn(before, line, setting)) paragraph.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

function goesOn(before: Line, line: Line, setting: Setting): boolean {
  if (Math.abs(line.size - before.size) > 0.08 * before.size || BULLET.test(line.text)) return false
  if (line.gapped && before.gapped) return false
  const inColumn = line.column === before.column
  const large = before.size > 1.12 * setting.size
  if (inColumn) {
    const leading = large ? 1.55 : Math.max(1.28 * setting.leading, setting.leading + 0.25)
    const step = (line.y - before.y) / line.size
    if (step > leading || step <= 0) return false
    if (large) return line.bold === before.bold
  } else if (large || line.page - before.page > 1) return false
  if (before.bold !== line.bold && hasRoom(before, line)) return false
  const stopped = STOP.test(before.text)
  if (isIndented(line) && !isIndented(before) && (stopped || hasRoom(before, line))) return false
  if (!hasRoom(before, line)) {
    if (inColumn && stopped && isIndented(line) && isIndented(before) && setting.indents) return false
    return inColumn || !stopped || !setting.indents || !isIndented(line)
  }
  if (endsInHyphen(before.text, line.text)) return true
  return !stopped && /^\p{Ll}/u.test(line.text) && before.room < 0.5 * before.measure
}

const isIndented = ({ indent, size }: Line): boolean => indent > LEAST_INDENT * size && indent < MOST_INDENT * size

/** Whether the first word of `next` would have fitted into `line`: then the line ended on purpose. */
export function hasRoom(line: Line, next: Line): boolean {
  const first = firstCharacter(next.text)
  if (isCjk(first)) return line.room > 2.2 * line.size
  const word = /^\S+/.exec(next.text)?.[0] ?? ''
  const set = next.measure - Math.max(0, next.indent) - next.room
  // Faces differ in width: how this line came out, against the ordinary, within reason.
  const face = next.gapped ? 1 : Math.min(1.4, Math.max(0.75, set / (lettersWide(next.text) * next.size)))
  return line.room > (lettersWide(word) + 0.35) * face * line.size
}

/** What stands between two lines of one paragraph. */
export function jointOfLines(before: string, after: string): '' | ' ' {
  const last = lastCharacter(before)
  const first = firstCharacter(after)
  return isCjk(last) || isCjk(first) ? '' : joint(last, first)
}
