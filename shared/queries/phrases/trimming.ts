import { fold } from '../fold'
import { KIND, kindTable, SPACE } from './clauses'

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

/** Where a stretch of whole words begins and ends once words that only bind are taken off: offsets into it. */
export function trimmed(units: Uint16Array, start: number, length: number): readonly [from: number, until: number] {
  let [from, until] = [0, length]
  const unit = (at: number): number => units[start + at] as number
  for (;;) {
    const [first, last] = [from, until]
    while (from < until && (unit(from) === SPACE || bindsForward(unit(from), unit(from + 1)))) from++
    while (until > from && (unit(until - 1) === SPACE || NOT_LAST.has(String.fromCharCode(unit(until - 1))))) until--
    if (until - from > 2 && unit(until - 2) === OF) until -= 2
    if (from === first && until === last) return [from, until]
  }
}

/** How much a stretch says: a Chinese character counts 1, a word that stands between spaces 4/3. */
export function weightOf(units: Uint16Array, start: number, length: number): number {
  const kinds = kindTable()
  let [weight, last]: [number, number] = [0, KIND.between]
  for (let at = start; at < start + length; at++) {
    const kind = kinds[units[at] as number] as number
    if (kind === KIND.letter) weight += last === KIND.letter ? 0 : WORD
    else if (kind !== KIND.between && !(kind === KIND.lowHalf && last === KIND.highHalf)) weight++
    last = kind
  }
  return weight
}
