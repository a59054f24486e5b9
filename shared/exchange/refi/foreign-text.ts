import { codePointIndex } from '../../model/code-points'
import type { Block } from '../../model/document'

/** How a program counts in a text. */
export interface Counting {
  /** Unicode code points, as the standard says, or UTF-16 units, as many programs do. */
  readonly unit: 'code points' | 'UTF-16'
  /**
   * `as written`: line ends count as they stand in the file. `one`: `\r\n` counts as one. `two`: `\n` counts as if there were a
   * `\r` before it, as programs count that write another line end than they show.
   */
  readonly lineEnd: 'as written' | 'one' | 'two'
  /** Whether the end is the place after the last character, or that of the last character. */
  readonly end: 'exclusive' | 'inclusive'
}

/** A stretch by a program's count, and the words that it should have, where the program says them. */
export interface ForeignSpan {
  readonly start: number
  readonly end: number
  /** Its name: often the quote, often cut with an ellipsis, sometimes something else. */
  readonly name: string
}

/** All countings that are thought of, the likeliest first. */
const COUNTINGS: readonly Counting[] = (['exclusive', 'inclusive'] as const).flatMap((end) =>
  (['code points', 'UTF-16'] as const).flatMap((unit) =>
    (['as written', 'one', 'two'] as const).map((lineEnd): Counting => ({ unit, lineEnd, end })),
  ),
)
/** What is taken where nothing speaks for another. */
export const USUAL = COUNTINGS[0] as Counting

/** So many stretches of a text are looked at to find out how it was counted. */
const ASKED = 400

/** A text out of another program's file, as Pingdian keeps it, with the way from the program's positions to ours. */
export interface ForeignText {
  readonly blocks: readonly Block[]
  /** The plain text of the blocks. */
  readonly text: string
  /** How many control characters were left out. */
  readonly dropped: number
  /** UTF-16 offsets into `text` of a stretch in that counting; it may reach outside the text, or be empty. */
  place(span: Pick<ForeignSpan, 'start' | 'end'>, counting: Counting): { readonly start: number; readonly end: number }
  /** How many of the stretches have the words that their names say, for each counting that makes a difference. */
  evidence(spans: readonly ForeignSpan[]): ReadonlyMap<Counting, number>
}

const LINE_ENDS = /[\r\v\f\u0085\u2028\u2029]/g
const CONTROL = /(?![\t\n\v\f\r\u0085])\p{Cc}/u
const CONTROLS = new RegExp(CONTROL, 'gu')
const squashed = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** `raw` without its byte order mark, as lines of text without control characters. */
export function foreignText(raw: string): ForeignText {
  const file = layer(raw)
  const hasPairs = raw.includes('\r\n')
  const isPlain = !hasPairs && raw.includes('\n')
  const layers = {
    'as written': file,
    one: hasPairs ? layer(raw.replaceAll('\r\n', '\n')) : file,
    two: isPlain ? layer(raw.replaceAll('\n', '\r\n')) : file,
  }
  const text = file.text
  const place: ForeignText['place'] = ({ start, end }, counting) => {
    const { at } = layers[counting.lineEnd]
    return { start: at(start, counting.unit), end: at(counting.end === 'inclusive' ? end + 1 : end, counting.unit) }
  }
  const sensible = COUNTINGS.filter(
    ({ lineEnd, unit }) =>
      (lineEnd === 'as written' || (lineEnd === 'one' ? hasPairs : isPlain)) && (unit === 'code points' || file.isWide),
  )
  return {
    blocks: text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
    text,
    dropped: file.dropped,
    place,
    evidence(spans) {
      const asked = spans.slice(0, ASKED)
      return new Map(sensible.map((counting) => [counting, asked.filter((span) => agrees(span, counting)).length]))
    },
  }

  function agrees(span: ForeignSpan, counting: Counting): boolean {
    const { start, end } = place(span, counting)
    const name = squashed(span.name)
    if (name === '' || !(start >= 0 && start < end && end <= text.length)) return false
    const quote = squashed(text.slice(start, end))
    if (quote === name) return true
    const beginning = name.replace(/\s*(?:…|\.\.\.)$/, '')
    return beginning !== '' && beginning !== name && quote.startsWith(beginning)
  }
}

/** One way of looking at a text: how its positions are those of the text without control characters and `\r`. */
function layer(raw: string) {
  const removed: number[] = []
  let dropped = 0
  const kept = raw.replace(/\r(?=\n)/g, (_, at: number) => {
    removed.push(at)
    return ''
  })
  if (CONTROL.test(raw)) {
    for (const { index } of raw.matchAll(CONTROLS)) {
      removed.push(index)
      dropped += 1
    }
    removed.sort((a, b) => a - b)
  }
  const text = kept.replace(CONTROLS, '').replace(LINE_ENDS, '\n')
  let points: ReturnType<typeof codePointIndex> | undefined
  const isWide = /[\ud800-\udfff]/.test(raw)
  /** A position in `raw` as an offset in `text`. */
  const at = (position: number, unit: Counting['unit']): number => {
    if (!Number.isInteger(position) || position < 0) return -1
    let offset = position
    if (unit === 'code points' && isWide) {
      points ??= codePointIndex(raw)
      offset = position > points.length ? raw.length + position - points.length : points.offset(position)
    }
    return offset - countBelow(removed, offset)
  }
  return { text, dropped, isWide, at }
}

/** How many of the ascending numbers are smaller than `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * How each text was counted: as its own quotes show; where they do not, as those of all texts together do, for one
 * program wrote them all.
 */
export function countingsOf(evidence: readonly ReadonlyMap<Counting, number>[]): Counting[] {
  const total = new Map<Counting, number>()
  for (const each of evidence)
    for (const [counting, count] of each) total.set(counting, (total.get(counting) ?? 0) + count)
  return evidence.map((own) => {
    const most = Math.max(...own.values())
    const best = [...own].filter(([, count]) => count === most).map(([counting]) => counting)
    return best.reduce((a, b) => ((total.get(b) ?? 0) > (total.get(a) ?? 0) ? b : a), best[0] ?? USUAL)
  })
}
