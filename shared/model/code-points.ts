/** So many UTF-16 units lie between two checkpoints: what is kept is a sixteenth of a byte for each unit. */
const STRIDE = 64

/** UTF-16 offsets of a text as counts of Unicode code points, and back. */
export interface CodePointIndex {
  /** How many code points the text has. A surrogate without its other half is one code point. */
  readonly length: number
  /**
   * The number of code points before the UTF-16 offset; an offset between the halves of a pair counts as the one
   * before the pair. Throws a RangeError for an offset outside the text.
   */
  codePoint(offset: number): number
  /** The UTF-16 offset at which a code point begins. Throws a RangeError for a number below 0 or above `length`. */
  offset(codePoint: number): number
}

const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff

/**
 * The code points of `text`, counted once; each question after that costs at most a few dozen steps. W3C Web
 * Annotation and REFI-QDA count code points; everything inside Pingdian counts UTF-16 units.
 */
export function codePointIndex(text: string): CodePointIndex {
  const before = new Uint32Array(Math.floor(text.length / STRIDE) + 1)
  let count = 0
  for (let at = 0; at < text.length; ) {
    const next = isPair(text, at) ? at + 2 : at + 1
    count += 1
    const checkpoint = Math.floor(next / STRIDE)
    if (next - checkpoint * STRIDE < next - at) before[checkpoint] = count
    at = next
  }
  const total = count

  /** Where counting begins after a checkpoint: one unit later when a pair lies across it. */
  const beginning = (checkpoint: number): number => {
    const at = checkpoint * STRIDE
    return at > 0 && at < text.length && isPair(text, at - 1) ? at + 1 : at
  }

  function codePoint(offset: number): number {
    if (!(offset >= 0 && offset <= text.length)) {
      throw new RangeError(`The offset ${offset} lies outside a text of ${text.length} UTF-16 units.`)
    }
    const checkpoint = Math.floor(offset / STRIDE)
    let at = beginning(checkpoint)
    let points = before[checkpoint] as number
    if (at > offset) return points - 1
    while (at < offset) {
      at += isPair(text, at) ? 2 : 1
      if (at <= offset) points += 1
    }
    return points
  }

  function offset(wanted: number): number {
    if (!(wanted >= 0 && wanted <= total)) {
      throw new RangeError(`There is no code point ${wanted} in a text of ${total} code points.`)
    }
    let low = 0
    let high = before.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((before[middle] as number) <= wanted) low = middle
      else high = middle - 1
    }
    let at = beginning(low)
    for (let points = before[low] as number; points < wanted; points += 1) at += isPair(text, at) ? 2 : 1
    return at
  }

  return { length: total, codePoint, offset }
}
