import type { Compared } from '../duplicates'
import { BREAK, clausesOf } from './clauses'

/** The clauses of all texts in one row. */
export interface Row {
  /** See `Clauses.units`; `BREAK` stands behind each text. */
  readonly units: Uint16Array
  /** Where each text begins in the row; one more at the end. */
  readonly bounds: Uint32Array
  /** The index of the text in which a place of the row lies. */
  textAt(place: number): number
}

/** For every so many units (a power of two) it is kept in which text they begin. */
const BLOCK_BITS = 6

/** The row of some texts, in steps that say how much is done, 0 to 1. Two bytes for each letter and digit. */
export function* rowOf(texts: readonly Compared[]): Generator<number, Row> {
  let units = new Uint16Array(texts.length * 1024)
  const bounds = new Uint32Array(texts.length + 1)
  let length = 0
  for (const [i, { text }] of texts.entries()) {
    yield i / texts.length
    const clauses = clausesOf(text)
    const end = length + clauses.units.length
    if (end >= units.length) {
      // As much again as there is likely to come.
      const wider = new Uint16Array(Math.max(end + 1, Math.ceil((end * 1.05 * texts.length) / (i + 1))))
      wider.set(units.subarray(0, length))
      units = wider
    }
    units.set(clauses.units, length)
    units[end] = BREAK
    length = end + 1
    bounds[i + 1] = length
  }
  const firsts = new Uint32Array((length >> BLOCK_BITS) + 1)
  for (let block = 0, text = 0; block < firsts.length; block++) {
    while ((bounds[text + 1] as number) <= block << BLOCK_BITS) text++
    firsts[block] = text
  }
  return {
    units: units.subarray(0, length),
    bounds,
    textAt(place) {
      let text = firsts[place >> BLOCK_BITS] as number
      while ((bounds[text + 1] as number) <= place) text++
      return text
    },
  }
}
