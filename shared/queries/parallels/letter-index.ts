import { bitsFor, bucketsOf } from '../buckets'
import { mixed } from '../shingles'
import { FULL, weightTable } from './letters'

/** The letters of all texts, and where each short stretch of them stands. About 11 bytes a letter. */
export interface LetterIndex {
  readonly letters: Uint16Array
  /** Where each text begins among the letters; one more at the end. */
  readonly bounds: Uint32Array
  /** The text that holds a letter. */
  textAt(letter: number): number
  /** The key of the stretch that begins at a letter; -1 where the text ends before it is complete. */
  keyAt(letter: number): number
  /** The places of a key, ascending: from `starts[key]` to `starts[key + 1]`. */
  readonly starts: Uint32Array
  readonly places: Uint32Array
}

/** How much a stretch weighs that is looked up: five Chinese characters, or twenty letters. */
const STRETCH = 5 * FULL
const BASE = 0x01000193

/** Indexes the letters of texts, in the order in which they are given. */
export function indexLetters(texts: readonly Uint16Array[]): LetterIndex {
  const bounds = new Uint32Array(texts.length + 1)
  texts.forEach((text, i) => {
    bounds[i + 1] = (bounds[i] as number) + text.length
  })
  const letters = new Uint16Array(bounds[texts.length] as number)
  texts.forEach((text, i) => {
    letters.set(text, bounds[i])
  })
  const bits = bitsFor(letters.length)
  const keys = keysOf(letters, bounds, bits)
  const keyAt = (letter: number): number => keys[letter] as number
  const { starts, places } = bucketsOf(letters.length, 1 << bits, keyAt)
  const textAt = (letter: number): number => {
    let [low, high] = [0, texts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((bounds[middle] as number) <= letter) low = middle
      else high = middle - 1
    }
    return low
  }
  return { letters, bounds, textAt, keyAt, starts, places }
}

/** Where the stretch ends that begins at a letter, exclusive. Only for letters that have a key. */
export function stretchEnd(letters: Uint16Array, letter: number): number {
  const weights = weightTable()
  let at = letter
  for (let weight = 0; weight < STRETCH; at++) weight += weights[letters[at] as number] as number
  return at
}

/** The key of the stretch at each letter: as many letters as weigh enough, hashed. */
function keysOf(letters: Uint16Array, bounds: Uint32Array, bits: number): Int32Array {
  const weights = weightTable()
  const powers = Array.from({ length: STRETCH + 1 }, () => 1)
  for (let i = 1; i <= STRETCH; i++) powers[i] = Math.imul(powers[i - 1] as number, BASE)
  const keys = new Int32Array(letters.length).fill(-1)
  for (let text = 0; text + 1 < bounds.length; text++) {
    const until = bounds[text + 1] as number
    let [weight, hash, end] = [0, 0, bounds[text] as number]
    for (let start = bounds[text] as number; start < until; start++) {
      while (end < until && weight < STRETCH) {
        weight += weights[letters[end] as number] as number
        hash = (Math.imul(hash, BASE) + (letters[end] as number) + 1) | 0
        end++
      }
      if (weight < STRETCH) break
      keys[start] = mixed(hash ^ (end - start)) >>> (32 - bits)
      const leaving = (letters[start] as number) + 1
      weight -= weights[letters[start] as number] as number
      hash = (hash - Math.imul(leaving, powers[end - start - 1] as number)) | 0
    }
  }
  return keys
}
