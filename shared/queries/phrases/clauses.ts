import { countingTable } from '../shingles'

/** The clauses of a text as one row of folded UTF-16 units, with the place of each in the text. */
export interface Clauses {
  /**
   * Folded letters and digits; `SPACE` between words that are parted by one, and where a word in an alphabet meets a
   * character of a script without spaces; `BREAK` between clauses.
   */
  readonly units: Uint16Array
  /** For each unit its UTF-16 offset in the text; ascending. */
  readonly at: Uint32Array
}

export const BREAK = 0
export const SPACE = 32

/** Marks inside a clause that part nothing: quotation marks and titles' brackets, the comma of lists, the middle dot. */
const OVERLOOKED = new Set('“”‘’「」『』"\'《》〈〉、·・‧•-‐–—~～'.split('').map((each) => each.charCodeAt(0)))
/** Those of them that stand inside a word: don’t, COVID-19. */
const JOINING = new Set("'’-‐".split('').map((each) => each.charCodeAt(0)))

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

/** What a unit of clauses may be: a part of a word, a character that is one by itself, or a half of a pair. */
export const KIND = { between: 0, character: 1, letter: 2, highHalf: 3, lowHalf: 4 } as const
let kinds: Uint8Array | undefined

/** For each UTF-16 unit what it is in a row of clauses; see `KIND`. */
export function kindTable(): Uint8Array {
  kinds ??= unpartedTable().map((isUnparted, unit) => {
    if (unit === BREAK || unit === SPACE) return KIND.between
    if (unit >= 0xd800 && unit <= 0xdfff) return unit < 0xdc00 ? KIND.highHalf : KIND.lowHalf
    return isUnparted ? KIND.character : KIND.letter
  })
  return kinds
}

/** The clauses of a text: what stands between stops, commas, brackets and line ends. */
export function clausesOf(text: string): Clauses {
  const table = countingTable()
  const kind = kindTable()
  // Each unit may have a space before it.
  const units = new Uint16Array(2 * text.length + 1)
  const at = new Uint32Array(2 * text.length + 1)
  let [length, last]: [number, number] = [0, KIND.between]
  let between: 'nothing' | 'space' | 'break' = 'break'
  for (let offset = 0; offset < text.length; offset++) {
    const written = text.charCodeAt(offset)
    const unit = table[written] as number
    if (unit === 0) {
      if (written === 0x20 || written === 0xa0 || written === 0x3000 || written === 9 || OVERLOOKED.has(written)) {
        if (between === 'nothing' && !JOINING.has(written)) between = 'space'
      } else between = 'break'
      continue
    }
    const now = kind[unit] as number
    if (length > 0 && between === 'break') {
      at[length] = offset
      units[length++] = BREAK
    } else if (length > 0 && (now === KIND.letter || last === KIND.letter) && (between === 'space' || now !== last)) {
      at[length] = offset
      units[length++] = SPACE
    }
    at[length] = offset
    units[length++] = unit
    last = now
    between = 'nothing'
  }
  return { units: units.subarray(0, length), at: at.subarray(0, length) }
}
