import { fold } from '../fold'
import { bindingTable, binds, bindsAsWord, bindsInEnglish, MAY } from './binding'
import { KIND, kindTable, SPACE } from './clauses'

/** A word that stands between spaces says as much as so many characters. */
const WORD = 4 / 3
/** A letter of Hiragana says half as much as a character. */
const HIRAGANA = 1 / 2
const isHiragana = (unit: number): boolean => unit >= 0x3041 && unit <= 0x309f

const [BY, AS] = [...fold('以为')].map((each) => each.charCodeAt(0))
/** As many characters say whether the first or the last of them binds. */
const SEEN = 5

/** Where a stretch of whole words begins and ends once words that only bind are taken off: offsets into it. */
export function trimmed(units: Uint16Array, start: number, length: number): readonly [from: number, until: number] {
  const kinds = kindTable()
  const table = bindingTable()
  let [from, until] = [0, length]
  const unit = (at: number): number => units[start + at] as number
  const kind = (at: number): number => kinds[unit(at)] as number
  const characters = (first: number, end: number): string =>
    String.fromCharCode(...units.subarray(start + Math.max(from, first), start + Math.min(until, end)))

  /** How many units bind at the beginning. */
  const atFirst = (): number => {
    if (unit(from) === SPACE) return 1
    if (kind(from) === KIND.letter) {
      let end = from
      while (end < until && kind(end) === KIND.letter) end++
      return bindsInEnglish(characters(from, end)) ? end - from : 0
    }
    const may = table[unit(from)] as number
    if (may & MAY.beginWord && bindsAsWord(characters(from, from + 2))) return 2
    // 以…为… is one expression.
    if (unit(from) === BY && units.subarray(start + from, start + until).includes(AS as number)) return 0
    return may & MAY.bindFirst && binds(characters(from, from + SEEN), true) ? 1 : 0
  }
  /** How many units bind at the end. */
  const atLast = (): number => {
    const last = until - 1
    if (unit(last) === SPACE) return 1
    if (kind(last) === KIND.letter) {
      let first = last
      while (first > from && kind(first - 1) === KIND.letter) first--
      return bindsInEnglish(characters(first, until)) ? until - first : 0
    }
    const may = table[unit(last)] as number
    if (may & MAY.endWord && bindsAsWord(characters(until - 2, until))) return 2
    return may & MAY.bindLast && binds(characters(until - SEEN, until), false) ? 1 : 0
  }

  for (;;) {
    const [first, last] = [from, until]
    for (let bound = 1; from < until && bound > 0; from += bound) bound = atFirst()
    for (let bound = 1; until > from && bound > 0; until -= bound) bound = atLast()
    if (from === first && until === last) return [from, until]
  }
}

/**
 * How much a stretch says: a Chinese character counts 1, a letter of Hiragana a half (nothing where there are no others), a
 * word between spaces 4/3.
 */
export function weightOf(units: Uint16Array, start: number, length: number): number {
  const kinds = kindTable()
  let [weight, ofHiragana, last]: [number, number, number] = [0, 0, KIND.between]
  for (let at = start; at < start + length; at++) {
    const unit = units[at] as number
    const kind = kinds[unit] as number
    if (kind === KIND.letter) weight += last === KIND.letter ? 0 : WORD
    else if (kind === KIND.character && isHiragana(unit)) ofHiragana += HIRAGANA
    else if (kind === KIND.character) weight++
    else if (kind !== KIND.between && !(kind === KIND.lowHalf && last === KIND.highHalf)) weight++
    last = kind
  }
  return weight === 0 ? 0 : weight + ofHiragana
}
