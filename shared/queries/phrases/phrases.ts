import type { Compared } from '../duplicates'
import { fold } from '../fold'
import { BREAK, clausesOf, SPACE, unpartedTable } from './clauses'
import { documentAt, maximalRepeats, spreadOf } from './repeats'

/** A place in one of the texts: UTF-16 offsets into it; `end` is exclusive. */
export interface PhrasePlace {
  /** The text's index among those that were asked about. */
  readonly text: number
  readonly start: number
  readonly end: number
}

/** A set phrase (提法): an expression that recurs from text to text. */
export interface SetPhrase {
  /** As it is written most often. */
  readonly phrase: string
  /** Every way in which it is written (script, width, case, marks inside), the most frequent first. */
  readonly spellings: readonly { readonly text: string; readonly count: number }[]
  /** Where it stands, in the order of the texts. */
  readonly places: readonly PhrasePlace[]
  /** In how many texts it stands. */
  readonly texts: number
  /** How many of its places are not inside a longer phrase of the list; at least `PhraseOptions.count`. */
  readonly alone: number
}

export interface PhraseOptions {
  /** How long a phrase is at least: a Chinese character counts 1, a word that stands between spaces 4/3. 4 without it. */
  readonly shortest?: number
  /** In how many texts it stands at least; 2 without it. */
  readonly texts?: number
  /** How often it stands in all at least; 2 without it. */
  readonly count?: number
  /** At most so many, the most telling first: those in most texts, then the longest. 2,000 without it. */
  readonly limit?: number
}

const SHORTEST = 4
const LIMIT = 2000
/** Longer than this in units nothing is called a phrase: it is a passage that travels. */
const LONGEST = 64
/** A word that stands between spaces says as much as so many characters. */
const WORD = 4 / 3

/**
 * Chinese words that bind a phrase to the sentence around it and belong to no set phrase's end: what begins or ends with
 * them is cut short. Folded characters.
 */
const NOT_FIRST = new Set(fold('的了着和与及或之而且并也都就把被将在于对从由以为是使让等个们到'))
const NOT_LAST = new Set(fold('的了着和与及或而且并也都就把被将在于对从由以是使让要'))

const OF = '的'.charCodeAt(0)
/** What makes a word of its own of 要: 要素, 要求, 要点, 要闻, 要领, 要害, 要义, 要件. Folded characters. */
const WITH_YAO = new Set(fold('素求点闻领害义件'))
const bindsForward = (unit: number, next: number): boolean => {
  const character = String.fromCharCode(unit)
  return NOT_FIRST.has(character) || (character === '要' && !WITH_YAO.has(String.fromCharCode(next)))
}

/**
 * The set phrases of texts, found without a list of words: all maximal repeats of folded clauses that are long enough and
 * stand in enough texts. What stands alone too seldom, and else only inside longer phrases of the list, is left out.
 */
export function setPhrases(texts: readonly Compared[], options: PhraseOptions = {}): SetPhrase[] {
  const steps = findPhrases(texts, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** `setPhrases` in steps that say how much is done, 0 to 1. */
export function* findPhrases(texts: readonly Compared[], options: PhraseOptions): Generator<number, SetPhrase[]> {
  const { shortest = SHORTEST, texts: spread = 2, count = 2, limit = LIMIT } = options
  const row = rowOf(texts)
  const least = Math.max(2, Math.min(4, Math.ceil(shortest)))
  const found = new Map<string, Candidate>()
  for (const repeat of maximalRepeats(row.units, row.bounds, { least, most: LONGEST, documents: spread })) {
    if (typeof repeat === 'number') {
      yield repeat
      continue
    }
    const { length, starts } = repeat
    const first = starts[0] as number
    const [from, until] = trimmed(row.units, first, length)
    if (weightOf(row.units, first + from, until - from) < shortest) continue
    const key = String.fromCharCode(...row.units.subarray(first + from, first + until))
    const known = found.get(key) ?? { length: until - from, starts: new Set<number>() }
    for (const start of starts) if (standsWhole(row.units, start + from, start + until)) known.starts.add(start + from)
    found.set(key, known)
  }
  const enough = [...found.values()]
    .map(({ length, starts }) => ({ length, starts: Uint32Array.from(starts).sort() }))
    .filter(({ starts }) => starts.length >= count && spreadOf(starts, row.bounds, spread) >= spread)
    .sort((one, other) => other.length - one.length)
  const listed = standingAlone(enough, row.units.length, count)
  return listed
    .map((each) => phraseOf(each, row, texts))
    .sort((one, other) => other.texts - one.texts || other.phrase.length - one.phrase.length || other.alone - one.alone)
    .slice(0, limit)
}

interface Candidate {
  readonly length: number
  readonly starts: Set<number>
}

/** All texts' clauses in one row. */
interface Row {
  readonly units: Uint16Array
  /** For each unit its offset in its own text. */
  readonly at: Uint32Array
  /** Where each text begins in the row; one more at the end. */
  readonly bounds: readonly number[]
}

function rowOf(texts: readonly Compared[]): Row {
  const all = texts.map(({ text }) => clausesOf(text))
  const total = all.reduce((sum, { units }) => sum + units.length + 1, 0)
  const units = new Uint16Array(total)
  const at = new Uint32Array(total)
  const bounds = [0]
  let length = 0
  for (const each of all) {
    units.set(each.units, length)
    at.set(each.at, length)
    length += each.units.length + 1
    bounds.push(length)
  }
  return { units, at, bounds }
}

/** Where a repeat begins and ends once words cut in two and words that only bind are taken off: offsets into it. */
function trimmed(units: Uint16Array, start: number, length: number): readonly [from: number, until: number] {
  const isUnparted = unpartedTable()
  let [from, until] = [0, length]
  const unit = (at: number): number => units[start + at] ?? BREAK
  const isPart = (at: number): boolean => unit(at) !== SPACE && unit(at) !== BREAK && !isUnparted[unit(at)]
  for (;;) {
    const [first, last] = [from, until]
    while (from < until && (unit(from) === SPACE || (isPart(from) && isPart(from - 1)))) from++
    while (until > from && (unit(until - 1) === SPACE || (isPart(until - 1) && isPart(until)))) until--
    while (from < until && bindsForward(unit(from), unit(from + 1))) from++
    while (until > from && NOT_LAST.has(String.fromCharCode(unit(until - 1)))) until--
    if (until - from > 2 && unit(until - 2) === OF) until -= 2
    if (from === first && until === last) return [from, until]
  }
}

/** Whether no word is cut at either end of a place. */
function standsWhole(units: Uint16Array, start: number, end: number): boolean {
  const isUnparted = unpartedTable()
  const isPart = (at: number): boolean => {
    const unit = units[at] ?? BREAK
    return unit !== SPACE && unit !== BREAK && !isUnparted[unit]
  }
  return !(isPart(start) && isPart(start - 1)) && !(isPart(end - 1) && isPart(end))
}

/** How much a stretch says; see `PhraseOptions.shortest`. */
function weightOf(units: Uint16Array, start: number, length: number): number {
  const isUnparted = unpartedTable()
  let weight = 0
  for (let at = start; at < start + length; at++) {
    const unit = units[at] as number
    if (unit === SPACE) continue
    if (isUnparted[unit]) weight++
    else if (at === start || units[at - 1] === SPACE || isUnparted[units[at - 1] as number]) weight += WORD
  }
  return weight
}

interface Listed {
  readonly length: number
  readonly starts: Uint32Array
  readonly alone: number
}

/** Those that stand often enough outside all longer ones that are listed; `all` from the longest to the shortest. */
function standingAlone(
  all: readonly { readonly length: number; readonly starts: Uint32Array }[],
  total: number,
  count: number,
): Listed[] {
  /** For each place where the longest listed phrase that begins there ends. */
  const ends = new Uint32Array(total)
  const isInside = (start: number, end: number): boolean => {
    for (let at = start; at >= 0 && start - at < LONGEST; at--) if ((ends[at] as number) >= end) return true
    return false
  }
  const listed: Listed[] = []
  for (const { length, starts } of all) {
    let alone = 0
    for (const start of starts) if (!isInside(start, start + length)) alone++
    if (alone < count) continue
    listed.push({ length, starts, alone })
    for (const start of starts) ends[start] = Math.max(ends[start] as number, start + length)
  }
  return listed
}

function phraseOf({ length, starts, alone }: Listed, { at, bounds }: Row, texts: readonly Compared[]): SetPhrase {
  const places = Array.from(starts, (start): PhrasePlace => {
    const text = documentAt(bounds, start)
    return { text, start: at[start] as number, end: (at[start + length - 1] as number) + 1 }
  })
  const counts = new Map<string, number>()
  for (const { text, start, end } of places) {
    const spelling = texts[text]?.text.slice(start, end) ?? ''
    counts.set(spelling, (counts.get(spelling) ?? 0) + 1)
  }
  const spellings = [...counts].map(([text, count]) => ({ text, count })).sort((one, other) => other.count - one.count)
  return {
    phrase: spellings[0]?.text ?? '',
    spellings,
    places,
    texts: new Set(places.map(({ text }) => text)).size,
    alone,
  }
}
