import { mixed } from '../shingles'
import { FULL, weightTable } from './letters'

/** How much a stretch weighs that is looked up: five Chinese characters, or twenty letters. */
const STRETCH = 5 * FULL
/** How many letters a stretch has at least. */
export const FEWEST_LETTERS = STRETCH / FULL
const BASE = 0x01000193

const POWERS = Array.from({ length: STRETCH + 1 }, () => 1)
for (let i = 1; i <= STRETCH; i++) POWERS[i] = Math.imul(POWERS[i - 1] as number, BASE)

/**
 * The seeds of a text: for each letter from `from` the hash (32 bits, signed) of the stretch that begins there, written
 * into `hashes`. A stretch has as many letters as weigh enough. Returns how many letters have one; those after them stand
 * too near to `until`, where the text ends.
 */
export function seedsOf(letters: Uint16Array, from: number, until: number, hashes: Int32Array): number {
  const weights = weightTable()
  let [weight, hash, end] = [0, 0, from]
  for (let start = from; start < until; start++) {
    while (end < until && weight < STRETCH) {
      weight += weights[letters[end] as number] as number
      hash = (Math.imul(hash, BASE) + (letters[end] as number) + 1) | 0
      end++
    }
    if (weight < STRETCH) return start - from
    hashes[start - from] = mixed(hash ^ (end - start)) | 0
    const leaving = (letters[start] as number) + 1
    weight -= weights[letters[start] as number] as number
    hash = (hash - Math.imul(leaving, POWERS[end - start - 1] as number)) | 0
  }
  return until - from
}

/** Where the stretch ends that begins at a letter, exclusive. Only for letters that have a seed. */
export function stretchEnd(letters: Uint16Array, letter: number): number {
  const weights = weightTable()
  let at = letter
  for (let weight = 0; weight < STRETCH; at++) weight += weights[letters[at] as number] as number
  return at
}
