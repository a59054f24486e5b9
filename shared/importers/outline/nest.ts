import { Ahead } from './ahead'
import type { Candidate } from './candidates'
import { LAST } from './inline-marks'
import type { Numbering } from './numbering'

/** A candidate in its place among the others. */
export interface Placed {
  readonly candidate: Candidate
  readonly reading: Numbering | undefined
  /** 1 to 6; the document's title is 1. */
  readonly level: number
  /** Candidates whose numbers follow each other have one sequence. */
  readonly sequence: number
  /** Whether its number is one more than the one before; false where one is missing or stands twice. */
  readonly follows: boolean
}

/** A heading below which others may stand. */
interface Open {
  readonly family: string
  readonly rank: number
  readonly level: number
  readonly sequence: number
  readonly form: Candidate['form']
  /** The number and the block of its last member so far. */
  readonly number: number
  readonly block: number
}

/** Short lines without a number rank below （一） and above 1. where both stand in one text. */
const SHORT: Numbering = { family: 'short', rank: 65, number: 1, length: 0 }
/** So many short lines are a habit of the text, and others stand below them. */
const HABIT = 3
/** Sections stand below the title, whether that is in the text or not. */
const TITLE = 1
const LOWEST = 6
/** 二是 may be this many blocks behind 一是. */
const INLINE_REACH = 8
/** So many numbers may be missing in a sequence of headings that stand alone. */
const MOST_MISSING = 2

/**
 * Puts the candidates, in text order, below each other. A number that goes on in an open sequence closes what stands
 * below that; a first number opens a sequence below what is open, but closes what ranks lower by custom. `before` is
 * what an earlier pass gave for the same candidates: with it a sequence that is over stands open no longer, and one
 * that goes on behind a whole other sequence holds that one, whatever its rank.
 */
export function nest(candidates: readonly Candidate[], before?: readonly Placed[]): Placed[] {
  const nesting = new Nesting(new Ahead(candidates, before), candidates.filter(({ form }) => form === 'short').length)
  return candidates.flatMap((candidate, at) => nesting.place(candidate, at) ?? [])
}

class Nesting {
  private stack: Open[] = []
  private sequences = 0
  private readonly latest = new Map<string, { readonly number: number; readonly sequence: number }>()

  constructor(
    private readonly ahead: Ahead,
    private readonly shorts: number,
  ) {}

  /** Where the candidate stands below those placed before; undefined when its number fits nowhere. */
  place(candidate: Candidate, at: number): Placed | undefined {
    this.closeEnded(candidate, at)
    if (candidate.form === 'styled') return this.style(candidate)
    if (candidate.form === 'short') return this.short(candidate)
    return this.goOn(candidate) ?? this.begin(candidate, at)
  }

  private style(candidate: Candidate): Placed {
    const { readings, level = TITLE } = candidate
    this.closeWhile((open) => open.level >= level)
    const kin = readings.find(({ family, number }) => this.latest.get(family)?.number === number - 1)
    const reading = kin ?? readings.find(({ number }) => number === 1) ?? readings[0]
    const sequence = (kin && this.latest.get(kin.family)?.sequence) ?? this.sequences++
    return this.open(candidate, reading ?? { family: '', rank: 0, number: 0, length: 0 }, level, sequence, true)
  }

  private short(candidate: Candidate): Placed {
    const at = this.stack.findIndex(({ family }) => family === SHORT.family)
    const kin = this.stack[at]
    if (kin) this.stack.length = at
    const level = kin?.level ?? this.below()
    const sequence = kin?.sequence ?? this.sequences++
    if (kin || this.shorts >= HABIT) return this.open(candidate, SHORT, level, sequence, true)
    return { candidate, reading: undefined, level: Math.min(LOWEST, level), sequence, follows: true }
  }

  private goOn(candidate: Candidate): Placed | undefined {
    const next =
      this.innermost(candidate, (open, { number }) =>
        number === LAST ? open.number >= 2 && open.number !== LAST : number === open.number + 1,
      ) ?? this.afterGap(candidate)
    if (!next) return undefined
    const { at, reading } = next
    const { level, sequence, number } = this.stack[at] as Open
    this.stack.length = at
    return this.open(candidate, reading, level, sequence, reading.number === LAST || reading.number === number + 1)
  }

  private afterGap(candidate: Candidate) {
    if (candidate.form !== 'alone') return undefined
    return this.innermost(
      candidate,
      (open, { number }) => number > 1 && number >= open.number && number <= open.number + 1 + MOST_MISSING,
    )
  }

  private begin(candidate: Candidate, at: number): Placed | undefined {
    const reading = this.firstReading(candidate)
    if (!reading) return undefined
    const last = this.latest.get(reading.family)
    const runsOn = reading.number > 1 && last?.number === reading.number - 1
    const follows = runsOn || reading.number <= 1
    const again = this.stack.findIndex(({ family }) => family === reading.family)
    const kin = this.stack[again]
    if (kin && !runsOn) {
      this.stack.length = again
      return this.open(candidate, reading, kin.level, this.sequences++, follows)
    }
    if (!reading.floating) {
      this.closeWhile(
        ({ form, rank, sequence }) =>
          form !== 'styled' && rank > reading.rank && !this.ahead.holds(sequence, candidate, at),
      )
    }
    return this.open(candidate, reading, this.below(), runsOn && last ? last.sequence : this.sequences++, follows)
  }

  /** The reading with which a candidate can begin a sequence, or go on in one that was closed. */
  private firstReading({ form, readings }: Candidate): Numbering | undefined {
    const first = readings.find(({ number }) => number === 1) ?? readings.find(({ number }) => number === 0)
    if (first || form === 'inline') return first
    const runsOn = readings.find(({ family, number }) => this.latest.get(family)?.number === number - 1)
    return runsOn ?? (form === 'alone' || readings[0]?.named ? readings[0] : undefined)
  }

  /** The open sequence, the innermost first, that a reading of the candidate fits. */
  private innermost(candidate: Candidate, fits: (open: Open, reading: Numbering) => boolean) {
    for (let at = this.stack.length - 1; at >= 0; at--) {
      const open = this.stack[at] as Open
      if (!reaches(open, candidate)) continue
      const reading = candidate.readings.find((each) => each.family === open.family && fits(open, each))
      if (reading) return { at, reading }
    }
    return undefined
  }

  private open(candidate: Candidate, reading: Numbering, level: number, sequence: number, follows: boolean): Placed {
    const { family, rank, number } = reading
    this.stack.push({ family, rank, number, level, sequence, form: candidate.form, block: candidate.block })
    this.latest.set(family, { number, sequence })
    this.ahead.opened(sequence, candidate)
    return { candidate, reading, level: Math.min(LOWEST, level), sequence, follows }
  }

  private below(): number {
    return Math.max(TITLE, this.stack.at(-1)?.level ?? TITLE) + 1
  }

  private closeWhile(lower: (open: Open) => boolean): void {
    for (let open = this.stack.at(-1); open && lower(open); open = this.stack.at(-1)) this.stack.pop()
  }

  /** Closes what ran inside paragraphs, or was one paragraph each, once another paragraph begins behind its last member. */
  private closeEnded({ block, form }: Candidate, at: number): void {
    this.closeWhile(
      (open) =>
        open.block !== block &&
        this.ahead.isOver(open.sequence, at) &&
        (open.form === 'inline' || (form === 'inline' && this.ahead.isTight(open.sequence))),
    )
  }
}

/** Whether a candidate can be the next of an open sequence: what runs inside paragraphs does not reach far. */
function reaches(open: Open, { form, block, start }: Candidate): boolean {
  if (form !== 'inline') return open.form !== 'inline'
  return open.form === 'inline' && (open.block === block || (start === 0 && block - open.block <= INLINE_REACH))
}
