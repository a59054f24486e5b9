import { fold } from '../fold'
import { BREAK, KIND, kindTable, SPACE } from './clauses'

const OF = fold('的').charCodeAt(0)
/** So many units to each side of an end are handed to the segmenter. */
const AROUND = 4
/** What was found out, by the units around an end. */
const MOST_KNOWN = 200_000

/** What follows a number and counts something, and what numbers are written with. Folded. */
const MEASURES = new Set(fold('年月日号个名家亿万千百项条件届次位元岁人户吨亩度倍级所处座台辆公里'))
const NUMERALS = new Set(fold('〇零一二三四五六七八九十百千万亿两几0123456789'))

/**
 * Says whether something is cut at a place between two units: a word of an alphabet, a word of the segmenter that goes on
 * over it, or a number from what it counts. Where a clause begins or ends, nothing is cut. For the end of a stretch also a single
 * character behind 的 counts as cut, where the clause goes on: the dictionaries of segmenters lack many words.
 */
export function makeCutFinder(units: Uint16Array): (place: number, isEnd: boolean) => boolean {
  const kinds = kindTable()
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const known = new Map<string, boolean>()
  const isCharacter = (at: number): boolean => kinds[units[at] as number] === KIND.character
  const among = (all: ReadonlySet<string>, at: number): boolean => all.has(String.fromCharCode(units[at] as number))
  return (place, isEnd) => {
    if (units[place] === SPACE) return among(MEASURES, place + 1) && among(NUMERALS, place - 1)
    const last = units[place - 1] === SPACE ? place - 2 : place - 1
    if (among(MEASURES, place) && among(NUMERALS, last)) return true
    if (kinds[units[place - 1] as number] === KIND.letter) return kinds[units[place] as number] === KIND.letter
    if (!isCharacter(place - 1) || !isCharacter(place)) return false
    if (isEnd && units[place - 2] === OF) return true
    let [from, until] = [place - 1, place + 1]
    while (place - from < AROUND && from > 0 && isCharacter(from - 1)) from--
    while (until - place < AROUND && units[until] !== BREAK && isCharacter(until)) until++
    const words = String.fromCharCode(...units.subarray(from, until))
    const at = place - from
    const key = `${at}${words}`
    const before = known.get(key)
    if (before !== undefined) return before
    const { index = 0 } = segmenter.segment(words).containing(at) ?? {}
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, index < at)
    return index < at
  }
}
