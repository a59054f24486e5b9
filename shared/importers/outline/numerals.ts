const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇○', '一壹壱弌', '二贰貳弐两兩', '三叁參叄参', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (signs, value) => [...signs].map((sign) => [sign, value]),
  ),
)
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卄: 20, 卅: 30, 卌: 40 }

/** The characters of Chinese numerals, in both scripts, with the formal ones, for a character class. */
export const CHINESE = `${[...Object.keys(DIGITS), ...Object.keys(UNITS), ...Object.keys(TENS)].join('')}万萬`
/** Decimal digits of the scripts whose numbers are read, for a character class. */
export const DECIMAL = '0-9０-９٠-٩۰-۹'

/** The value of a Chinese numeral as it is said (一百零二) or as digits (一〇二); undefined when it is none. */
export function chineseNumber(numeral: string): number | undefined {
  const signs = [...numeral]
  if (signs.length === 0) return undefined
  if (signs.every((sign) => sign in DIGITS)) return signs.reduce((sum, sign) => sum * 10 + (DIGITS[sign] as number), 0)
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const sign of signs) {
    if (sign in DIGITS) digit = DIGITS[sign]
    else if (sign in TENS) section += TENS[sign] as number
    else if (sign in UNITS) {
      section += (digit ?? 1) * (UNITS[sign] as number)
      digit = undefined
    } else if (sign === '万' || sign === '萬') {
      total += (section + (digit ?? 0)) * 10_000
      section = 0
      digit = undefined
    } else return undefined
  }
  return total + section + (digit ?? 0)
}

/** The value of decimal digits of any script (12, １２, ١٢). */
export const decimalNumber = (digits: string): number =>
  Number(digits.replace(/./gu, (sign) => String(digitOf(sign.codePointAt(0) as number))))

/** The zeros from which the digits of a script count: ASCII, full width, Arabic, Persian. */
const ZEROS = [0x30, 0xff10, 0x660, 0x6f0]
const digitOf = (point: number): number => {
  const zero = ZEROS.find((each) => point >= each && point < each + 10)
  return zero === undefined ? Number.NaN : point - zero
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

/** The value of a well-formed Roman numeral below 400, upper or lower case; undefined when it is none. */
export function romanNumber(numeral: string): number | undefined {
  let rest = numeral.toLowerCase()
  let value = 0
  for (const [sign, worth] of ROMAN) {
    for (let times = 0; rest.startsWith(sign) && times < 3; times++) {
      value += worth
      rest = rest.slice(sign.length)
    }
  }
  return rest === '' && value > 0 && romanOf(value) === numeral.toLowerCase() ? value : undefined
}

function romanOf(value: number): string {
  let rest = value
  let numeral = ''
  for (const [sign, worth] of ROMAN) {
    while (rest >= worth) {
      numeral += sign
      rest -= worth
    }
  }
  return numeral
}

const WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'
const wordValues = new Map(
  [WORDS, ORDINALS].flatMap((words) => words.split(' ').map((word, at) => [word, at + 1] as const)),
)

/** The value of an English number word (`two`, `second`); undefined when it is none. */
export const wordNumber = (word: string): number | undefined => wordValues.get(word.toLowerCase())

/** The value of a numeral in any of the ways a part of a book is numbered; undefined when it is none. */
export function anyNumber(numeral: string): number | undefined {
  if (new RegExp(`^[${DECIMAL}]{1,4}$`, 'u').test(numeral)) return decimalNumber(numeral)
  return chineseNumber(numeral) ?? romanNumber(numeral) ?? wordNumber(numeral)
}
