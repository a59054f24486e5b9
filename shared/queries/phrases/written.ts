import { bucketsOf } from '../buckets'
import type { Compared } from '../duplicates'
import { withPairedMarks } from '../paired-marks'
import { clausesOf } from './clauses'
import type { RowPhrase } from './most-telling'
import type { PhrasePlaces, SetPhrase } from './phrases'
import type { Row } from './row'

/** Set phrases with their places in the texts and all ways in which they are written, text after text. */
export function* written(
  phrases: readonly RowPhrase[],
  row: Row,
  texts: readonly Compared[],
): Generator<number, SetPhrase[]> {
  /** The number of each phrase's first place among all places. */
  const firsts = new Uint32Array(phrases.length + 1)
  for (const [i, { starts }] of phrases.entries()) firsts[i + 1] = (firsts[i] as number) + starts.length
  const total = firsts[phrases.length] as number
  const phraseOf = new Uint32Array(total)
  const holders = new Uint32Array(total)
  for (const [i, { starts }] of phrases.entries()) {
    const first = firsts[i] as number
    phraseOf.fill(i, first, first + starts.length)
    for (const [at, start] of starts.entries()) holders[first + at] = row.textAt(start)
  }
  const { starts: begins, places } = bucketsOf(total, texts.length, (place) => holders[place] as number)
  const [starts, ends] = [new Uint32Array(total), new Uint32Array(total)]
  const spellings = phrases.map(() => new Map<string, number>())
  for (const [text, { text: whole }] of texts.entries()) {
    yield text / texts.length
    const [from, until] = [begins[text] as number, begins[text + 1] as number]
    if (from === until) continue
    const { at } = clausesOf(whole)
    const bound = row.bounds[text] as number
    for (const place of places.subarray(from, until)) {
      const i = phraseOf[place] as number
      const { starts: own, size } = phrases[i] as RowPhrase
      const start = (own[place - (firsts[i] as number)] as number) - bound
      const { start: begin, end } = withPairedMarks(whole, at[start] as number, (at[start + size - 1] as number) + 1)
      starts[place] = begin
      ends[place] = end
      const ways = spellings[i] as Map<string, number>
      const way = whole.slice(begin, end)
      ways.set(way, (ways.get(way) ?? 0) + 1)
    }
  }
  return phrases.map(({ texts: spread, alone }, i) => {
    const [first, end] = [firsts[i] as number, firsts[i + 1] as number]
    const ways = [...(spellings[i] as Map<string, number>)]
      .map(([text, count]) => ({ text, count }))
      .sort((one, other) => other.count - one.count)
    const columns: PhrasePlaces = {
      texts: holders.slice(first, end),
      starts: starts.slice(first, end),
      ends: ends.slice(first, end),
    }
    return { phrase: ways[0]?.text ?? '', spellings: ways, places: columns, texts: spread, alone }
  })
}
