/** A stretch of the text as brat counts it: code points from 0, `end` exclusive. */
export interface BratSpan {
  readonly start: number
  readonly end: number
}

/** `T`: a marked stretch, or several that are one. */
export interface BratEntity {
  readonly id: string
  readonly type: string
  /** At least one; in the order in which they are written. */
  readonly pieces: readonly BratSpan[]
  /** The words, those of pieces with a space between them; absent in files that leave them out. */
  readonly words?: string
}

/** What stands in a relation or an event, and as what. */
export interface BratArgument {
  readonly role: string
  readonly target: string
}

/** `R`, or `*`, whose arguments have no roles. */
export interface BratRelation {
  readonly id: string
  readonly type: string
  readonly arguments: readonly BratArgument[]
}

/** `E`: what happens, where it is said, and who and what takes part. */
export interface BratEvent extends BratRelation {
  readonly trigger: string
}

/** `A`, in older files `M`. */
export interface BratAttribute {
  readonly id: string
  readonly name: string
  readonly target: string
  /** Absent where it is only true. */
  readonly value?: string
}

/** `N`, an entry of a list elsewhere; `#`, words about something. */
export interface BratNote {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly text: string
}

/** What a file of annotations says. */
export interface BratLines {
  readonly entities: readonly BratEntity[]
  readonly events: readonly BratEvent[]
  readonly relations: readonly BratRelation[]
  readonly attributes: readonly BratAttribute[]
  readonly notes: readonly BratNote[]
  /** How many lines are none of these. */
  readonly unread: number
}

const ENTITY = /^(T\S*)\t(\S+) ([\d ;]+)(?:\t(.*))?$/
const EVENT = /^(E\S*)\t(\S+?):(\S+)((?: +\S+:\S+)*) *$/
const RELATION = /^(R\S*)\t(\S+)((?: +\S+:\S+){2,}) *(?:\t.*)?$/
const EQUIVALENCE = /^\*\t(\S+)((?: +\S+){2,}) *$/
const ATTRIBUTE = /^([AM]\S*)\t(\S+) (\S+)(?: +(.*\S))?\s*$/
const NORMALIZATION = /^(N\S*)\t\S+ (\S+) (\S+)(?:\t(.*))?$/
const NOTE = /^(#\S*)\t(\S+) (\S+)(?:\t(.*))?$/

const argumentsIn = (written: string): BratArgument[] =>
  [...written.matchAll(/(\S+?):(\S+)/g)].map(([, role = '', target = '']) => ({ role, target }))

/** `0 5;16 23`; undefined where a piece is not two numbers, the first one smaller. */
function piecesIn(written: string): BratSpan[] | undefined {
  const pieces = written.split(';').map((piece) => {
    const [, start, end] = /^ *(\d{1,15}) +(\d{1,15}) *$/.exec(piece) ?? []
    return { start: Number(start), end: Number(end) }
  })
  return pieces.every(({ start, end }) => start < end) ? pieces : undefined
}

/**
 * Reads annotations in brat's standoff format: a line for each, its id first, then a tab; see
 * brat.nlplab.org/standoff.html. `M` for `A` and lines without words are of its elders.
 */
export function bratLines(text: string): BratLines {
  const entities: BratEntity[] = []
  const events: BratEvent[] = []
  const relations: BratRelation[] = []
  const attributes: BratAttribute[] = []
  const notes: BratNote[] = []
  let unread = 0
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue
    const parts = (pattern: RegExp): string[] | undefined => pattern.exec(line)?.map((part) => part ?? '')
    const entity = parts(ENTITY)
    const pieces = entity && piecesIn(entity[3] as string)
    const event = parts(EVENT)
    const relation = parts(RELATION)
    const equivalence = parts(EQUIVALENCE)
    const attribute = parts(ATTRIBUTE)
    const normalization = parts(NORMALIZATION)
    const note = parts(NOTE)
    if (entity && pieces) {
      const [, id = '', type = '', , words = ''] = entity
      entities.push({ id, type, pieces, ...(words !== '' && { words }) })
    } else if (event) {
      const [, id = '', type = '', trigger = '', rest = ''] = event
      events.push({ id, type, trigger, arguments: argumentsIn(rest) })
    } else if (relation) {
      const [, id = '', type = '', rest = ''] = relation
      relations.push({ id, type, arguments: argumentsIn(rest) })
    } else if (equivalence) {
      const [, type = '', rest = ''] = equivalence
      const targets = rest.trim().split(/ +/)
      relations.push({ id: `* ${at}`, type, arguments: targets.map((target) => ({ role: '', target })) })
    } else if (normalization) {
      const [, id = '', target = '', type = '', words = ''] = normalization
      notes.push({ id, type, target, text: words })
    } else if (attribute) {
      const [, id = '', name = '', target = '', value = ''] = attribute
      attributes.push({ id, name, target, ...(value !== '' && { value }) })
    } else if (note) {
      const [, id = '', type = '', target = '', words = ''] = note
      notes.push({ id, type, target, text: words })
    } else unread += 1
  }
  return { entities, events, relations, attributes, notes, unread }
}
