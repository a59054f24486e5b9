import { standsAlone } from '../../queries/find'
import { fold, foldTable } from '../../queries/fold'
import { firstFrom, type SearchOptions } from '../../queries/search/match'
import type { Places } from '../../queries/search/places'
import type { HeldDocument } from '../corpus'
import { BETWEEN, type Shelf } from '../shelf'

/** Where some words stand on a shelf: UTF-16 offsets into its folded string, ascending, all of the words' length. */
export interface Occurrences {
  readonly starts: Uint32Array
  readonly length: number
}

const isExact = ({ script, width, case: cases, quotes }: SearchOptions): boolean =>
  [script, width, cases, quotes].includes(false)

/** A list of numbers that grows. */
class Growing {
  private all = new Uint32Array(1024)
  private count = 0

  push(number: number): void {
    if (this.count === this.all.length) {
      const wider = new Uint32Array(this.count * 2)
      wider.set(this.all)
      this.all = wider
    }
    this.all[this.count++] = number
  }

  get numbers(): Uint32Array {
    return this.all.subarray(0, this.count)
  }
}

/**
 * Every place of some words on a shelf, as `find` finds them in each text by itself. The folded string overlooks
 * everything; where the options overlook less, what it offers is held against the true text (a fold that overlooks more
 * keeps alike whatever was alike).
 */
export function occurrences(shelf: Shelf, words: string, options: SearchOptions): Occurrences {
  const folded = shelf.folded()
  const sought = fold(words)
  const { length } = sought
  const found = new Growing()
  const isPlain = !isExact(options) && !options.wholeWords && !sought.includes(BETWEEN)
  if (length === 0) return { starts: found.numbers, length }
  if (!isPlain) return { starts: looked(shelf, words, sought, options), length }
  for (let from = folded.indexOf(sought); from !== -1; from = folded.indexOf(sought, from + length)) found.push(from)
  return { starts: found.numbers, length }
}

/** The places that hold against the true text. */
function looked(shelf: Shelf, words: string, sought: string, options: SearchOptions): Uint32Array {
  const folded = shelf.folded()
  const bounds = shelf.starts()
  const { documents } = shelf
  const table = foldTable(options)
  const strict = isExact(options) ? fold(words, options) : null
  const found = new Growing()
  let at = 0
  for (let from = folded.indexOf(sought); from !== -1; ) {
    let next = from + sought.length
    while ((bounds[at + 1] as number) <= from) at++
    const offset = from - (bounds[at] as number)
    const crosses = next >= (bounds[at + 1] as number)
    const { text } = documents[at] as HeldDocument
    const isOne = !crosses && (strict === null || alike(text, offset, strict, table))
    if (!isOne) next = from + 1
    else if (!options.wholeWords || alone(text, offset, offset + sought.length)) found.push(from)
    from = folded.indexOf(sought, next)
  }
  return found.numbers
}

const alone = (text: string, start: number, end: number): boolean => standsAlone(text, { start, end })

function alike(text: string, offset: number, wanted: string, table: Uint16Array): boolean {
  for (let i = 0; i < wanted.length; i++) {
    if (table[text.charCodeAt(offset + i)] !== wanted.charCodeAt(i)) return false
  }
  return true
}

/** Those that stand between two offsets of the shelf, as places of the text that begins at the first. */
export function between({ starts, length }: Occurrences, from: number, until: number): Places {
  const within = starts.subarray(firstFrom(starts, from), firstFrom(starts, until))
  return { starts: within.map((start) => start - from), ends: within.map((start) => start - from + length) }
}
