import { BREAK, KIND, kindTable } from './clauses'

/** So many units to each side of an end are handed to the segmenter. */
const AROUND = 4
/** What was found out, by the units around an end. */
const MOST_KNOWN = 200_000

/**
 * Says whether a word is cut at a place between two units: whether a word of the segmenter goes on over it. Only between
 * characters of scripts without spaces; where a clause begins or ends, none is cut.
 */
export function makeCutFinder(units: Uint16Array): (place: number) => boolean {
  const kinds = kindTable()
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const known = new Map<string, boolean>()
  const isCharacter = (at: number): boolean => kinds[units[at] as number] === KIND.character
  return (place) => {
    if (!isCharacter(place - 1) || !isCharacter(place)) return false
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
