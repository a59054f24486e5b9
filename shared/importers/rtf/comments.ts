import type { ReadComment } from '../importer'
import type { Draft } from '../office/draft'
import type { Range } from '../office/finish'
import { markdownOf } from '../office/markdown'

/** A comment of the document, and what the groups before it and in it say of it. */
export interface RtfComment {
  /** The name under which its place is kept. */
  id: string
  author: string
  /** As the file writes it: the number of a packed date. */
  date: string
  /** How many comments before it the one stands that it answers, as a negative number; empty where it is no answer. */
  parent: string
  drafts: readonly Draft[]
}

/** The comments where they stand; an answer stands where the comment does that it answers. */
export function commentsOf(comments: readonly RtfComment[], ranges: ReadonlyMap<string, Range>): ReadComment[] {
  return comments.flatMap(({ id, author, date, parent, drafts }, index) => {
    const text = markdownOf(drafts)
    const answered = /^-\d{1,6}$/.test(parent.trim()) ? comments[index + Number(parent)] : undefined
    const range = ranges.get(answered?.id ?? '') ?? ranges.get(id)
    const name = author.trim()
    const at = packedTime(date)
    if (text === '' || !range) return []
    return [{ ...range, text, ...(name !== '' && { author: name }), ...(at !== undefined && { at }) }]
  })
}

/** A date in the 32 bits of DTTM (RTF 1.9.1, "Date and Time"), in the time of the writer's place, read as UTC. */
export function packedTime(written: string): number | undefined {
  const bits = /^\s*(-?\d{1,10})\s*$/.exec(written)
  if (!bits) return undefined
  const packed = Number(bits[1]) >>> 0
  const [minute, hour, day, month, year] = [
    packed & 0x3f,
    (packed >>> 6) & 0x1f,
    (packed >>> 11) & 0x1f,
    (packed >>> 16) & 0xf,
    ((packed >>> 20) & 0x1ff) + 1900,
  ] as const
  if (minute > 59 || hour > 23 || day < 1 || month < 1 || month > 12) return undefined
  return Date.UTC(year, month - 1, day, hour, minute)
}
