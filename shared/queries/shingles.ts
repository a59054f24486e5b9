import { foldTable } from './fold'

/** What a text is compared by: its letters and digits, folded; neither spaces nor punctuation make a difference. */
export interface Fingerprint {
  /** How many letters and digits it has. */
  readonly length: number
  /** The same for texts with the same letters and digits, and for no others (but for one chance in 10^18 or so). */
  readonly hash: string
  /** The hashes of a sample of its stretches of `STRETCH` letters; the same stretch is in the sample of every text. */
  readonly sample: Uint32Array
}

/** How many letters and digits a stretch has: in Chinese a clause, in English two or three words. */
export const STRETCH = 10
/** One stretch in so many is taken, chosen by its hash. */
const SAMPLED = 8

let counting: Uint16Array | undefined

/** What each UTF-16 unit counts as: 0 where it does not count (no letter or digit), else what it is folded to. */
export function countingTable(): Uint16Array {
  counting ??= foldTable().map((folded, unit) => {
    const surrogate = unit >= 0xd800 && unit <= 0xdfff
    return surrogate || /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? folded : 0
  })
  return counting
}

/** Spreads the bits of a 32-bit hash, so that its remainder is as good as chance (the finish of MurmurHash3). */
export function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const BASE = 0x01000193

/** The fingerprint of a text. */
export function fingerprintOf(text: string): Fingerprint {
  const table = countingTable()
  const units = new Uint16Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = table[text.charCodeAt(at)] as number
    if (unit !== 0) units[length++] = unit
  }
  let leaving = 1
  for (let i = 0; i < STRETCH; i++) leaving = Math.imul(leaving, BASE)
  const sample = new Set<number>()
  let [rolling, one, other] = [0, 0x811c9dc5, 0x9e3779b9]
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x5bd1e995) ^ (other >>> 15)
    rolling = (Math.imul(rolling, BASE) + unit) | 0
    if (at >= STRETCH) rolling = (rolling - Math.imul(units[at - STRETCH] as number, leaving)) | 0
    if (at < STRETCH - 1) continue
    const hash = mixed(rolling)
    if (hash % SAMPLED === 0) sample.add(hash)
  }
  return { length, hash: `${length} ${one >>> 0} ${other >>> 0}`, sample: Uint32Array.from(sample) }
}
