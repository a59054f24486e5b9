import type { Block } from '../../model/document'
import type { Placed } from './nest'

/** Ranks of numbers in Chinese writing that are certain enough to stand alone: 一、 and （一）. */
const CHINESE_RANKS = new Set([49, 50, 60])
/** Of the members of a sequence this share must have words below them; a list has none. */
const LEAST_SHARE = 0.5
/** A list of no fewer lines is one even when it does not begin with 1. */
const SHORTEST_LIST = 3
/** The words behind a sign of order are at least so long, in UTF-16 units, in one member of its sequence. */
const SHORTEST_CLAUSE = 3

/**
 * How sure each heading is of those whose sequence bears them out, 0 to 1, in text order; what is not in the map is no
 * heading.
 */
export function founded(placed: readonly Placed[], blocks: readonly Block[]): Map<Placed, number> {
  const sure = new Map<Placed, number>()
  for (const members of bySequence(placed).values()) {
    const certainty = ofSequence(members, blocks)
    if (certainty === undefined) continue
    for (const each of members) {
      const { form } = each.candidate
      if (form === 'styled') sure.set(each, each.candidate.certainty)
      else sure.set(each, round(Math.min(certainty, each.candidate.certainty) * (each.follows ? 1 : 0.7)))
    }
  }
  return new Map(placed.flatMap((each) => (sure.has(each) ? [[each, sure.get(each) as number]] : [])))
}

/** The headings of each sequence, in text order. */
export function bySequence(placed: readonly Placed[]): ReadonlyMap<number, readonly Placed[]> {
  const sequences = new Map<number, Placed[]>()
  for (const each of placed) {
    const list = sequences.get(each.sequence)
    if (list) list.push(each)
    else sequences.set(each.sequence, [each])
  }
  return sequences
}

const round = (value: number): number => Math.round(value * 100) / 100

/** The most that a member of this sequence can be sure of; undefined when they are no headings. */
function ofSequence(members: readonly Placed[], blocks: readonly Block[]): number | undefined {
  const [first] = members as [Placed]
  const { form } = first.candidate
  if (members.some(({ candidate }) => candidate.form === 'styled')) return 1
  if (form === 'short') return 1
  if (form === 'inline') return members.length > 1 && members.some((each) => saysMuch(each, blocks)) ? 1 : undefined
  if (isList(members, blocks)) return undefined
  const begins = (first.reading?.number ?? 2) <= 1
  if (members.length === 1) return begins && standsAlone(first, blocks) ? 0.5 : undefined
  const followed = members
    .slice(0, -1)
    .filter((each, at) => each.candidate.full || hasBody(each, members[at + 1] as Placed, blocks))
  if (followed.length < (members.length - 1) * LEAST_SHARE) return undefined
  if (begins) return 1
  return members.some(({ candidate }) => candidate.form === 'alone') ? 0.7 : undefined
}

/** 一是一，二是二 says too little to order anything. */
function saysMuch({ candidate: { block, words } }: Placed, blocks: readonly Block[]): boolean {
  const clause = /^[\s，,、：:]*([^，,。；;、：:！？!?]*)/u.exec(blocks[block]?.text.slice(words) ?? '')?.[1] ?? ''
  return clause.trim().length >= SHORTEST_CLAUSE
}

/** Whether a number without others of its kind is still a heading: a line by itself with a text behind it. */
function standsAlone({ candidate, reading }: Placed, blocks: readonly Block[]): boolean {
  if (candidate.form !== 'alone' || !reading || nextText(blocks, candidate.block) === undefined) return false
  return reading.named === true || (CHINESE_RANKS.has(reading.rank) && !reading.family.startsWith('lone'))
}

/** Whether words stand between a heading and the next of its sequence; behind the last one, anything at all. */
export function hasBody({ candidate }: Placed, next: Placed | undefined, blocks: readonly Block[]): boolean {
  const under = nextText(blocks, candidate.block)
  return under !== undefined && under !== next?.candidate.block
}

/** The index of the next block of the text itself that is not empty. */
function nextText(blocks: readonly Block[], after: number): number | undefined {
  for (let at = after + 1; at < blocks.length; at++) {
    const { debris, text } = blocks[at] as Block
    if (!debris && text.trim() !== '') return at
  }
  return undefined
}

/** Whether the members follow each other without words between, in the main, and say one sentence each. */
function isList(members: readonly Placed[], blocks: readonly Block[]): boolean {
  const runs = members.slice(0, -1).filter((each, at) => !hasBody(each, members[at + 1] as Placed, blocks)).length
  if (members.length < 2 || runs < members.length - 1) return false
  const full = members.filter(({ candidate }) => candidate.full).length
  const begins = (members[0]?.reading?.number ?? 1) <= 1
  return full * 3 < members.length && (begins || members.length >= SHORTEST_LIST)
}
