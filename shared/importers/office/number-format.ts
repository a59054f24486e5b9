const HEAVENLY = '甲乙丙丁戊己庚辛壬癸'
const EARTHLY = '子丑寅卯辰巳午未申酉戌亥'
const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン'
const AIUEO = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const GANADA = '가나다라마바사아자차카타파하'
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** The largest number that has a form of its own in the systems that grow long; larger ones are written in digits. */
const LARGEST = 9999

type Writing = (number: number) => string

const within =
  (most: number, write: Writing): Writing =>
  (number) =>
    number >= 1 && number <= most ? write(number) : String(number)

const oneOf = (signs: string): Writing => {
  const all = [...signs]
  return within(all.length, (number) => all[number - 1] as string)
}

const roman: Writing = within(LARGEST, (number) => {
  let rest = number
  let written = ''
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) written += sign
  }
  return written
})

/** a … z, aa … zz, aaa …, as word processors count with letters. */
const letter: Writing = within(780, (number) =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26)),
)

/** 十二, 二十, 一百零三: numbers in words, in the digits and the units (ten, hundred, thousand) given. */
const chinese = (digits: string, units: string, shortTen: boolean): Writing =>
  within(LARGEST, (number) => {
    const [, ten = ''] = [...units]
    let written = ''
    let skipped = false
    ;[...String(number)].forEach((digit, at, all) => {
      if (digit === '0') skipped = true
      else {
        if (skipped) written += digits[0]
        skipped = false
        written += (digits[Number(digit)] as string) + ([...units][all.length - 1 - at] ?? '').trim()
      }
    })
    return shortTen && number < 20 ? written.replace(`${digits[1]}${ten}`, ten) : written
  })

const digitwise =
  (digits: string): Writing =>
  (number) =>
    String(number).replace(/\d/g, (digit) => digits[Number(digit)] as string)

const circled: Writing = within(50, (number) => {
  if (number <= 20) return String.fromCodePoint(0x2460 + number - 1)
  return String.fromCodePoint(number <= 35 ? 0x3251 + number - 21 : 0x32b1 + number - 36)
})

const counting = chinese('零一二三四五六七八九', ' 十百千', true)

/** The kinds of numbers by their names in WordprocessingML (ECMA-376, 17.18.59 ST_NumberFormat). */
const WRITINGS: Readonly<Record<string, Writing>> = {
  decimalZero: (number) => String(number).padStart(2, '0'),
  lowerLetter: letter,
  upperLetter: (number) => letter(number).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: digitwise('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: digitwise('〇一二三四五六七八九'),
  taiwaneseDigital: digitwise('○一二三四五六七八九'),
  koreanDigital2: digitwise('零一二三四五六七八九'),
  chineseLegalSimplified: chinese('零壹贰叁肆伍陆柒捌玖', ' 拾佰仟', false),
  ideographLegalTraditional: chinese('零壹貳參肆伍陸柒捌玖', ' 拾佰仟', false),
  ideographTraditional: oneOf(HEAVENLY),
  ideographZodiac: oneOf(EARTHLY),
  ideographZodiacTraditional: within(60, (number) => `${HEAVENLY[(number - 1) % 10]}${EARTHLY[(number - 1) % 12]}`),
  ideographEnclosedCircle: oneOf('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: within(20, (number) => String.fromCodePoint(0x2474 + number - 1)),
  decimalEnclosedFullstop: within(20, (number) => String.fromCodePoint(0x2488 + number - 1)),
  decimalFullWidth: digitwise('０１２３４５６７８９'),
  decimalFullWidth2: digitwise('０１２３４５６７８９'),
  iroha: oneOf(IROHA),
  irohaFullWidth: oneOf(IROHA),
  aiueo: oneOf(AIUEO),
  aiueoFullWidth: oneOf(AIUEO),
  ganada: oneOf(GANADA),
  chosung: oneOf('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'),
  chicago: within(40, (number) => ('*†‡§'[(number - 1) % 4] as string).repeat(Math.ceil(number / 4))),
  numberInDash: (number) => `- ${number} -`,
  none: () => '',
}

/** A whole number as a format of this name writes it; in digits where there is no such format, or it ends before. */
export const numberAs = (format: string, number: number): string =>
  Object.hasOwn(WRITINGS, format) ? (WRITINGS[format] as Writing)(number) : String(number)
