import { unpartedTable } from '../phrases/clauses'

/** How two rows of letters are aligned: how many letters are the same, in the same order. */
export interface Alignment {
  /** Letters that both have. */
  readonly same: number
  /** How far into each row it goes; both 0 when nothing is gained. */
  readonly one: number
  readonly other: number
}

/** A letter that both have gains as much as this; one that only one of them has, or that is replaced, costs 1. */
const GAIN = 1

/** Rows of numbers that are used again and again: a corpus is compared in millions of alignments. */
const ROWS = Array.from({ length: 4 }, () => new Int16Array(256))

function rowsOf(width: number): [Int16Array, Int16Array, Int16Array, Int16Array] {
  for (const [i, row] of ROWS.entries()) if (row.length < width) ROWS[i] = new Int16Array(width * 2)
  return ROWS as [Int16Array, Int16Array, Int16Array, Int16Array]
}

/** How many letters two short rows have in common in the same order: their longest common subsequence. */
export function commonLetters(
  letters: Uint16Array,
  one: readonly [start: number, end: number],
  other: readonly [start: number, end: number],
): number {
  const width = other[1] - other[0]
  if (width === 0 || one[0] === one[1]) return 0
  let [last, now] = rowsOf(width + 1)
  last.fill(0, 0, width + 1)
  now[0] = 0
  for (let i = one[0]; i < one[1]; i++) {
    for (let j = 1; j <= width; j++) {
      now[j] =
        letters[i] === letters[other[0] + j - 1]
          ? (last[j - 1] as number) + 1
          : Math.max(last[j] as number, now[j - 1] as number)
    }
    ;[last, now] = [now, last]
  }
  return last[width] as number
}

/** A way on is given up when it costs so much more than the best one found has gained (the X-drop of BLAST). */
const DROP = 10

/** So many letters of an alphabet are as a word. */
const WORD = 5

const LEFT = new Uint8Array(0x10000)

/**
 * How many letters two stretches may have in common at the most, in whatever order: no alignment has more. Far quicker
 * than one.
 */
export function mostCommon(
  letters: Uint16Array,
  one: number,
  other: number,
  step: 1 | -1,
  room: readonly [one: number, other: number],
  reach: number,
): number {
  const rows = Math.min(reach, room[0])
  const columns = Math.min(reach, room[1])
  for (let i = 0; i < rows; i++) {
    const letter = letters[one + step * i] as number
    LEFT[letter] = (LEFT[letter] as number) + 1
  }
  let common = 0
  for (let j = 0; j < columns; j++) {
    const letter = letters[other + step * j] as number
    const left = LEFT[letter] as number
    if (left === 0) continue
    LEFT[letter] = left - 1
    common++
  }
  for (let i = 0; i < rows; i++) LEFT[letters[one + step * i] as number] = 0
  return common
}

/**
 * The best way to go on from two places, forward (`step` 1) or backward (-1): as far as more letters are the same than
 * are not, within `reach` letters. The cost is that of Smith and Waterman (1981) with 1 for a match and -1 for each letter
 * that is replaced, put in or left out. It ends with a letter that is the same, in an alphabet with `WORD` of them.
 */
export function extend(
  letters: Uint16Array,
  one: number,
  other: number,
  step: 1 | -1,
  room: readonly [one: number, other: number],
  reach: number,
): Alignment {
  const rows = Math.min(reach, room[0])
  const columns = Math.min(reach, room[1])
  let best: Alignment = { same: 0, one: 0, other: 0 }
  let most = 0
  const isUnparted = unpartedTable()
  let [scores, sames, nextScores, nextSames] = rowsOf(columns + 1)
  for (let j = 0; j <= columns; j++) scores[j] = -j
  sames.fill(0, 0, columns + 1)
  /** Whether the letters up to two places are the same for as long as a word: two words share single letters by chance. */
  const isWord = (i: number, j: number): boolean => {
    if (isUnparted[letters[one + step * (i - 1)] as number] === 1) return true
    if (i < WORD || j < WORD) return false
    for (let back = 1; back <= WORD; back++) {
      if (letters[one + step * (i - back)] !== letters[other + step * (j - back)]) return false
    }
    return true
  }
  for (let i = 1; i <= rows; i++) {
    nextScores[0] = -i
    nextSames[0] = 0
    let highest = -i
    for (let j = 1; j <= columns; j++) {
      const isSame = letters[one + step * (i - 1)] === letters[other + step * (j - 1)]
      const across = (scores[j - 1] as number) + (isSame ? GAIN : -1)
      const down = (scores[j] as number) - 1
      const along = (nextScores[j - 1] as number) - 1
      const score = Math.max(across, down, along)
      nextScores[j] = score
      nextSames[j] =
        score === across
          ? (sames[j - 1] as number) + (isSame ? 1 : 0)
          : score === down
            ? (sames[j] as number)
            : (nextSames[j - 1] as number)
      if (score > highest) highest = score
      if (score > most && isSame && isWord(i, j)) {
        most = score
        best = { same: nextSames[j] as number, one: i, other: j }
      }
    }
    if (highest < most - DROP) break
    ;[scores, nextScores] = [nextScores, scores]
    ;[sames, nextSames] = [nextSames, sames]
  }
  return best
}
