/** A stretch of a text that is replaced: UTF-16 offsets into the text as it was right before, `to` exclusive. */
export interface Splice {
  readonly from: number
  readonly to: number
  /** How many UTF-16 units stand there afterwards. */
  readonly inserted: number
}

/** A stretch of the text before, and what has taken its place in the text after: UTF-16 offsets, ends exclusive. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** All that is between two states of a text, in text order. No two overlap or touch; what is between them is the same. */
export type TextChanges = readonly TextChange[]

const shifted = (change: TextChange, by: number): TextChange => ({
  ...change,
  start: change.start + by,
  end: change.end + by,
})

/** `changes`, and after them one splice of the text that they lead to, as changes of the text before all of them. */
export function spliced(changes: TextChanges, { from, to, inserted }: Splice): TextChange[] {
  const before = changes.filter((each) => each.end < from)
  const after = changes.filter((each) => each.start > to)
  const touched = changes.slice(before.length, changes.length - after.length)
  const grown = inserted - (to - from)
  const last = before.at(-1)
  const delta = last ? last.end - last.to : 0
  const [first, final] = [touched[0], touched.at(-1)]
  const whole: TextChange = {
    from: first && first.start <= from ? first.from : from - delta,
    to: final ? (final.end >= to ? final.to : to - (final.end - final.to)) : to - delta,
    start: first ? Math.min(first.start, from) : from,
    end: (final ? Math.max(final.end, to) : to) + grown,
  }
  const moved = after.map((each) => shifted(each, grown))
  const nothing = whole.from === whole.to && whole.start === whole.end
  return nothing ? [...before, ...moved] : [...before, whole, ...moved]
}

const isLow = (unit: string | undefined): boolean => unit !== undefined && unit >= '\udc00' && unit <= '\udfff'

/**
 * The change without what is the same at its ends; null when that is all of it. `before` and `after` are the words that
 * it stands between. No surrogate pair is cut.
 */
export function trimmed({ from, to, start, end }: TextChange, before: string, after: string): TextChange | null {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  if (head > 0 && (isLow(before[head]) || isLow(after[head]))) head -= 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  if (tail > 0 && isLow(before.at(-tail))) tail -= 1
  return head + tail === Math.max(before.length, after.length)
    ? null
    : { from: from + head, to: to - tail, start: start + head, end: end - tail }
}

/** The change whose stretch of the text before reaches `offset`, its ends included, or else the last one before it. */
function changeAt(changes: TextChanges, offset: number): TextChange | undefined {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle] as TextChange).from <= offset) low = middle + 1
    else high = middle
  }
  return changes[low - 1]
}

/**
 * Where the start or the end of a stretch of the text before is in the text after. What was put in there is outside of
 * the stretch; what has replaced words that begin (or end) exactly there is inside.
 */
export function boundAfter(changes: TextChanges, offset: number, side: 'start' | 'end'): number {
  const change = changeAt(changes, offset)
  if (!change) return offset
  const { from, to, start, end } = change
  if (to < offset) return offset + end - to
  if (side === 'start') return from === offset && to > offset ? start : end
  return to === offset && from < offset ? end : start
}

/**
 * Where a stretch of the text before stands in the text after. What was inserted at its ends is outside of it; what has
 * replaced its first words, its last words or exactly all of it is what they have become. null when nothing is left.
 */
export function placeAfter(
  changes: TextChanges,
  stretch: { readonly start: number; readonly end: number },
): { start: number; end: number } | null {
  const start = boundAfter(changes, stretch.start, 'start')
  const end = boundAfter(changes, stretch.end, 'end')
  return start < end ? { start, end } : null
}

/** Whether any change touches the stretch of the text before, or what stands right beside it. */
export function isTouched(changes: TextChanges, stretch: { readonly start: number; readonly end: number }): boolean {
  const last = changeAt(changes, stretch.end)
  return last !== undefined && last.to >= stretch.start
}

/** The text after `changes` of `before`; `inserted` gives what stands in the place of each. */
export function textAfter(before: string, changes: TextChanges, inserted: (change: TextChange) => string): string {
  const parts: string[] = []
  let at = 0
  for (const change of changes) {
    parts.push(before.slice(at, change.from), inserted(change))
    at = change.to
  }
  return parts.join('') + before.slice(at)
}
