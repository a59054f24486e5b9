/** A text in which each stretch of white space is one space, with the way back. */
export interface Squashed {
  readonly text: string
  /** The offset in the whole text of an offset in this one; both in UTF-16 units. */
  offset(at: number): number
}

/** Words as they are compared by those who count white space differently: browsers and we. */
export const squash = (words: string): string => words.replace(/\s+/g, ' ')

/** `text` with its white space squashed. */
export function squashed(text: string): Squashed {
  /** Where a stretch of white space is left out in the squashed text, and how much of all before it is. */
  const places: number[] = []
  const missing: number[] = []
  let gone = 0
  const short = text.replace(/\s{2,}/g, (space, at: number) => {
    gone += space.length - 1
    places.push(at + space.length - gone)
    missing.push(gone)
    return ' '
  })
  return {
    text: short.replace(/\s/g, ' '),
    offset(at) {
      let low = 0
      let high = places.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((places[middle] as number) <= at) low = middle + 1
        else high = middle
      }
      return at + (missing[low - 1] ?? 0)
    },
  }
}
