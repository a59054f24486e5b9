import { unpartedTable } from '../phrases/clauses'
import { countingTable } from '../shingles'

/** The letters and digits of a text, folded, one UTF-16 unit each; what stands between them makes no difference. */
export function lettersOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  return units.slice(0, writeLetters(text, units, 0))
}

/** Writes the letters of a text into a row from `at` on, and says how many they are. */
export function writeLetters(text: string, into: Uint16Array, at: number): number {
  const table = countingTable()
  let end = at
  for (let offset = 0; offset < text.length; offset++) {
    const unit = table[text.charCodeAt(offset)] as number
    if (unit !== 0) into[end++] = unit
  }
  return end - at
}

/** For each letter of `lettersOf(text)` its UTF-16 offset in the text. */
export function letterOffsets(text: string): Uint32Array {
  const table = countingTable()
  const at = new Uint32Array(text.length)
  let length = 0
  for (let offset = 0; offset < text.length; offset++) {
    if (table[text.charCodeAt(offset)] !== 0) at[length++] = offset
  }
  return at.slice(0, length)
}

/**
 * How much letters say: one of a script that is written without spaces (a Chinese character) counts 4, one of an alphabet
 * 1, for an English word has four or five letters and says as much as a character.
 */
export const FULL = 4

let weights: Uint8Array | undefined

/** What each UTF-16 unit weighs: 4 or 1, see `FULL`. */
export function weightTable(): Uint8Array {
  weights ??= unpartedTable().map((isUnparted) => (isUnparted ? FULL : 1))
  return weights
}

/**
 * A stretch of a text without halves of pairs and of words that are parted by spaces: the offsets drawn in as far as
 * needed. Empty (`start === end`) when nothing whole is left.
 */
export function wholeWords(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const isUnparted = unpartedTable()
  const table = countingTable()
  const isLetter = (at: number): boolean => {
    const unit = text.charCodeAt(at)
    return at >= 0 && at < text.length && table[unit] !== 0 && !isUnparted[unit]
  }
  const isHalf = (at: number, from: number): boolean =>
    text.charCodeAt(at) >= from && text.charCodeAt(at) < from + 0x400
  let [from, until] = [start, end]
  if (isHalf(from, 0xdc00)) from++
  if (isHalf(until - 1, 0xd800)) until--
  if (isLetter(from - 1)) while (from < until && isLetter(from)) from++
  if (isLetter(until)) while (until > from && isLetter(until - 1)) until--
  while (from < until && table[text.charCodeAt(from)] === 0) from++
  while (until > from && table[text.charCodeAt(until - 1)] === 0) until--
  return { start: from, end: until }
}
