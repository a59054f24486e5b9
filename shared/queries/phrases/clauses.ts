import { countingTable } from '../shingles'

/** The clauses of a text as one row of folded UTF-16 units, with the place of each in the text. */
export interface Clauses {
  /** Folded letters and digits; `SPACE` between words that are parted by one; `BREAK` between clauses. */
  readonly units: Uint16Array
  /** For each unit its UTF-16 offset in the text; ascending. */
  readonly at: Uint32Array
}

export const BREAK = 0
export const SPACE = 32

/** Marks inside a clause that part nothing: quotation marks and titles' brackets, the comma of lists, the middle dot. */
const OVERLOOKED = new Set('“”‘’「」『』"\'《》〈〉、·・‧•-‐–—~～'.split('').map((each) => each.charCodeAt(0)))

/** Han, kana and the scripts of South-East Asia, whose words are written without spaces. */
const UNPARTED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
let unparted: Uint8Array | undefined

/**
 * For each UTF-16 unit 1 where it is a letter of a script that is written without spaces between words, else 0. Halves
 * of pairs count as such letters: most of those met in texts are rare ideographs.
 */
export function unpartedTable(): Uint8Array {
  unparted ??= Uint8Array.from({ length: 0x10000 }, (_, unit) =>
    (unit >= 0xd800 && unit <= 0xdfff) || UNPARTED.test(String.fromCharCode(unit)) ? 1 : 0,
  )
  return unparted
}

/** The clauses of a text: what stands between stops, commas, brackets and line ends. */
export function clausesOf(text: string): Clauses {
  const table = countingTable()
  const isUnparted = unpartedTable()
  const units = new Uint16Array(text.length + 1)
  const at = new Uint32Array(text.length + 1)
  let length = 0
  let between: 'nothing' | 'space' | 'break' = 'break'
  for (let offset = 0; offset < text.length; offset++) {
    const written = text.charCodeAt(offset)
    const unit = table[written] as number
    if (unit === 0) {
      if (written === 0x20 || written === 0xa0 || written === 0x3000 || written === 9) {
        if (between === 'nothing') between = 'space'
      } else if (!OVERLOOKED.has(written)) between = 'break'
      continue
    }
    if (between === 'break' && length > 0) {
      at[length] = offset
      units[length++] = BREAK
    } else if (between === 'space' && !isUnparted[unit] && !isUnparted[units[length - 1] as number]) {
      at[length] = offset
      units[length++] = SPACE
    }
    at[length] = offset
    units[length++] = unit
    between = 'nothing'
  }
  return { units: units.slice(0, length), at: at.slice(0, length) }
}
