import { fold } from '../fold'
import { countingTable } from '../shingles'
import { datesIn } from './dates'

/** The clauses of a text as one row of folded UTF-16 units, with the place of each in the text. */
export interface Clauses {
  /**
   * Folded letters and digits, the point inside a number and the percent sign behind one; `SPACE` between words that are parted by one, and where a word in an alphabet meets a
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

const [POINT, PERCENT] = ['.', '%'].map((each) => each.charCodeAt(0)) as [number, number]
/** Marks that belong to a number, with what they are folded to; 0: a thousand is written with a comma or without one. */
const IN_NUMBERS = new Map(
  [...'.．%％,，'].map((each, i) => [each.charCodeAt(0), [POINT, POINT, PERCENT, PERCENT, 0, 0][i] as number]),
)

/** What the headings of an outline are numbered with: 一、 二、 3、 Folded. */
const ORDINALS = new Set(Array.from(fold('一二三四五六七八九十0123456789'), (each) => each.charCodeAt(0)))
const LIST_COMMA = '、'.charCodeAt(0)

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

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

/**
 * The clauses of a text: what stands between stops, commas, brackets and line ends. A date is a break: no phrase is a day,
 * or holds half of one.
 */
export function clausesOf(text: string): Clauses {
  const table = countingTable()
  const kind = kindTable()
  // Each unit may have a space before it.
  const units = new Uint16Array(2 * text.length + 1)
  const at = new Uint32Array(2 * text.length + 1)
  let [length, last]: [number, number] = [0, KIND.between]
  let between: 'nothing' | 'space' | 'break' = 'break'
  const put = (unit: number, offset: number): void => {
    at[length] = offset
    units[length++] = unit
  }
  /** Whether all that stands in the clause so far is the number of a heading. */
  const isNumbering = (): boolean => {
    let first = length
    while (first > 0 && units[first - 1] !== BREAK) {
      if (!ORDINALS.has(units[first - 1] as number)) return false
      first--
    }
    return first < length
  }
  const dates = datesIn(text)
  let date = dates.shift()
  for (let offset = 0; offset < text.length; offset++) {
    if (offset === date?.start) {
      offset = date.end - 1
      date = dates.shift()
      between = 'break'
      continue
    }
    const written = text.charCodeAt(offset)
    const unit = table[written] as number
    if (unit === 0) {
      const inNumber =
        between === 'nothing' && isDigit(units[length - 1] as number) ? IN_NUMBERS.get(written) : undefined
      if (inNumber === PERCENT || (inNumber !== undefined && isDigit(table[text.charCodeAt(offset + 1)] ?? 0))) {
        if (inNumber !== 0) put(inNumber, offset)
      } else if (
        written === 0x20 ||
        written === 0xa0 ||
        written === 0x3000 ||
        written === 9 ||
        OVERLOOKED.has(written)
      ) {
        if (written === LIST_COMMA && between === 'nothing' && isNumbering()) between = 'break'
        else if (between === 'nothing' && !JOINING.has(written)) between = 'space'
      } else between = 'break'
      continue
    }
    const now = kind[unit] as number
    if (length > 0 && between === 'break') put(BREAK, offset)
    else if (length > 0 && (now === KIND.letter || last === KIND.letter) && (between === 'space' || now !== last))
      put(SPACE, offset)
    put(unit, offset)
    last = now
    between = 'nothing'
  }
  return { units: units.subarray(0, length), at: at.subarray(0, length) }
}
