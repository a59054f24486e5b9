import { anyNumber, CHINESE, chineseNumber, DECIMAL, decimalNumber, romanNumber } from './numerals'

/** One way to read what stands at the beginning of a line as a number. */
export interface Numbering {
  /** Names the family: numbers of one family that stand side by side count on. */
  readonly family: string
  /**
   * How high the family stands by custom, the highest first: 第一章 above 一、 above （一） above 1. above （1） (GB/T
   * 9704-2012, 7.3.3; the order of the numerals is that of official Chinese documents).
   */
  readonly rank: number
  readonly number: number
  /** UTF-16 length of the number with what divides it from the words. */
  readonly length: number
  /** It opens below whatever is open, high or low: 第一个问题. */
  readonly floating?: true
  /** It numbers parts by a name (第一章, Chapter 2), so that one alone is certain enough. */
  readonly named?: true
  /** The number alone is the heading where a text follows: 第三条. */
  readonly label?: true
}

interface Pattern {
  readonly pattern: RegExp
  readonly rank: number
  /** The family is this, with `$1` as it is found under `noun` in the pattern. */
  readonly family: string
  readonly value: (numeral: string) => number | undefined
  readonly traits?: Pick<Numbering, 'floating' | 'named' | 'label'>
}

const C = `[${CHINESE}]{1,7}`
const D = `[${DECIMAL}]{1,3}`
const ANY = `(?:${C}|[${DECIMAL}]{1,4})`
/** What may stand between a number and its words. */
const GAP = '[\\s\\u3000]*'
const pattern = (source: string): RegExp => new RegExp(`^${source}`, 'u')

/** What is counted in 第一个问题 and its like. */
export const NOUNS =
  '个問題|个问题|個問題|个方面|個方面|方面|个关键|個關鍵|个特点|個特點|个重点|個重點|个任务|個任務|个环节|個環節|个层面|個層面|点|點|件事|项|項|步|阶段|階段|类|類|层|層|条意见|條意見|条建议|條建議|条措施|个|個'
const PART_WORDS: readonly (readonly [string, number, string])[] = [
  ['part', 10, 'part|book|volume|partie|livre|teil|buch|band|parte|libro|часть|книга|том|deel'],
  ['chapter', 20, 'chapter|lecture|chapitre|kapitel|cap[ií]tulo|capitolo|глава|hoofdstuk'],
  ['section', 30, 'section|abschnitt|secci[óo]n|sezione|seç[ãa]o|раздел|afdeling'],
  ['article', 40, 'article|artikel|art[ií]culo|articolo|artigo|статья|art\\.'],
]
const ARABIC_ORDINALS = ['أول|اول', 'ثاني|ثان', 'ثالث', 'رابع', 'خامس', 'سادس', 'سابع', 'ثامن', 'تاسع', 'عاشر'].map(
  (word) => new RegExp(`^(?:ال)?(?:${word})(?:ى|ة|ي)?(?:اً|ًا|ا)?$`, 'u'),
)
const arabicOrdinal = (word: string): number | undefined => {
  const at = ARABIC_ORDINALS.findIndex((each) => each.test(word))
  return at === -1 ? undefined : at + 1
}
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const signNumber = (signs: string) => (sign: string) => {
  const at = signs.indexOf(sign)
  return at === -1 ? undefined : at + 1
}
/** Of the signs that are one character with their brackets, those from `first` on. */
const enclosed = (first: number) => (sign: string) => (sign.codePointAt(0) as number) - first + 1
const letterNumber = (letter: string): number => letter.toLowerCase().charCodeAt(0) - 96

const floating = { floating: true } as const
const named = { named: true } as const
const labelled = { named: true, label: true } as const
const PATTERNS: readonly Pattern[] = [
  { pattern: pattern(`第\\s*(${ANY})\\s*(?:部分|编|編|部|篇|卷|辑|輯|集)${GAP}`), rank: 10, family: 'part' },
  { pattern: pattern(`第\\s*(${ANY})\\s*(?:章|回|讲|講|课|課)${GAP}`), rank: 20, family: 'chapter' },
  { pattern: pattern(`第\\s*(${ANY})\\s*(?:节|節)${GAP}`), rank: 30, family: 'section' },
  {
    pattern: pattern(`第\\s*(${ANY})\\s*(?:条|條)(?!意见|意見|建议|建議|措施|路|线|線)${GAP}`),
    rank: 40,
    family: 'article',
    traits: labelled,
  },
  { pattern: pattern(`제\\s*(${D})\\s*(?:편|부)${GAP}`), rank: 10, family: 'part' },
  { pattern: pattern(`제\\s*(${D})\\s*장${GAP}`), rank: 20, family: 'chapter' },
  { pattern: pattern(`제\\s*(${D})\\s*절${GAP}`), rank: 30, family: 'section' },
  { pattern: pattern(`제\\s*(${D})\\s*조${GAP}`), rank: 40, family: 'article', traits: labelled },
].map((each): Pattern => ({ ...each, traits: each.traits ?? named, value: anyNumber }))

const MORE: readonly Pattern[] = [
  ...PART_WORDS.map(
    ([family, rank, words]): Pattern => ({
      pattern: new RegExp(
        `^(?:${words})\\s+([ivxlc]+|[${DECIMAL}]{1,4}|[a-z]+)(?![\\p{L}\\p{N}])(?!\\s+(?:of|de|der|des|и)\\s)[\\s.:—–-]*`,
        'iu',
      ),
      rank,
      family,
      value: anyNumber,
      traits: named,
    }),
  ),
  ...(['part:الجزء|القسم', 'chapter:الباب|الفصل', 'section:المبحث', 'article:المادة'] as const).map(
    (words, at): Pattern => ({
      pattern: pattern(`(?:${words.split(':')[1]})\\s+([\\p{L}\\p{M}]+|\\(?${D}\\)?)(?![\\p{L}\\p{N}])[\\s.:—–-]*`),
      rank: 10 + at * 10,
      family: words.split(':')[0] as string,
      value: (numeral) => {
        const digits = numeral.replace(/[()]/g, '')
        return /\d|[٠-٩۰-۹]/.test(digits) ? decimalNumber(digits) : arabicOrdinal(digits)
      },
      traits: named,
    }),
  ),
  { pattern: pattern('([\\p{sc=Arabic}\\p{M}]+)[:：،.-]\\s*'), rank: 46, family: 'arabic', value: arabicOrdinal },
  {
    pattern: pattern(`第(${C})(${NOUNS})[，,：:、。.是\\s\\u3000]${GAP}`),
    rank: 45,
    family: '第$1',
    value: chineseNumber,
    traits: floating,
  },
  { pattern: pattern(`([IVXLC]{1,7})[.．、)]${GAP}(?=\\S)`), rank: 47, family: 'I.', value: romanNumber },
  { pattern: pattern(`([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[.．、]?${GAP}`), rank: 47, family: 'Ⅰ', value: signNumber('ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ') },
  {
    pattern: pattern(`([壹贰貳叁參叄肆伍陆陸柒捌玖拾佰]{1,5})[、.．]${GAP}`),
    rank: 49,
    family: '壹',
    value: chineseNumber,
  },
  { pattern: pattern(`(${C})(?:[、.．﹒]|(?:\\u3000| {2}))${GAP}`), rank: 50, family: '一', value: chineseNumber },
  {
    pattern: pattern(`[(（〔［[]\\s*(${C})\\s*[)）〕］\\]][、.．]?${GAP}`),
    rank: 60,
    family: '(一)',
    value: chineseNumber,
  },
  { pattern: pattern(`([㈠-㈩])${GAP}`), rank: 60, family: '(一)', value: enclosed(0x3220) },
  { pattern: pattern(`(${C})[)）][、.．]?${GAP}`), rank: 62, family: '一)', value: chineseNumber },
  { pattern: pattern(`([A-Z])[.．、)]${GAP}(?=\\S)`), rank: 65, family: 'A.', value: letterNumber, traits: floating },
  { pattern: pattern(`(${D})[.．、](?![${DECIMAL}])${GAP}`), rank: 70, family: '1.', value: decimalNumber },
  { pattern: pattern(`([⒈-⒛])${GAP}`), rank: 70, family: '1.', value: enclosed(0x2488) },
  { pattern: pattern(`[(（［[]\\s*(${D})\\s*[)）］\\]][、.．]?${GAP}`), rank: 80, family: '(1)', value: decimalNumber },
  { pattern: pattern(`([⑴-⒇])${GAP}`), rank: 80, family: '(1)', value: enclosed(0x2474) },
  { pattern: pattern(`(${D})[)）][、.．]?${GAP}`), rank: 82, family: '1)', value: decimalNumber },
  { pattern: pattern(`([①-⑳])${GAP}`), rank: 84, family: '①', value: enclosed(0x2460) },
  { pattern: pattern(`([${STEMS}])[、.．]${GAP}`), rank: 86, family: '甲', value: signNumber(STEMS) },
  { pattern: pattern(`\\(?([a-z])[).]${GAP}(?=\\S)`), rank: 88, family: 'a)', value: letterNumber },
  { pattern: pattern(`\\(?([ivx]{1,5})[).]${GAP}(?=\\S)`), rank: 90, family: 'i)', value: romanNumber },
]

const DECIMAL_PATH = new RegExp(`^((?:${D}[.．]){1,5}${D})[.．]?(?:[\\s\\u3000]+|(?=[\\p{L}]))`, 'u')
const BARE = new RegExp(`^(${D})[\\s\\u3000]+(?=[\\p{Lu}\\p{Lo}])`, 'u')
const BARE_SECTION = new RegExp(`^§+\\s*(${D})(?![${DECIMAL}])[.:]?\\s*`, 'u')

const ALL = [...PATTERNS, ...MORE]
/** Whether a line may begin with a number at all: most do not, and are not worth the asking of each pattern. */
const POSSIBLE = new RegExp(
  [...ALL.map(({ pattern }) => pattern), DECIMAL_PATH, BARE, BARE_SECTION].map(({ source }) => source).join('|'),
  'iu',
)

/** Every way to read the beginning of a line as a number of a sequence; none for a line that has no number. */
export function numberings(line: string): Numbering[] {
  const found: Numbering[] = []
  if (!POSSIBLE.test(line)) return found
  const path = DECIMAL_PATH.exec(line)
  if (path) {
    const steps = (path[1] as string).split(/[.．]/).map(decimalNumber)
    const depth = steps.length
    return [
      {
        family: `${'1.'.repeat(depth - 1)}1`,
        rank: 70 + depth,
        number: steps[depth - 1] as number,
        length: path[0].length,
      },
    ]
  }
  for (const { pattern: sign, rank, family, value, traits } of ALL) {
    const match = sign.exec(line)
    const number = match && value(match[1] as string)
    if (!match || number === undefined || number === null || Number.isNaN(number)) continue
    found.push({ ...traits, family: family.replace('$1', match[2] ?? ''), rank, number, length: match[0].length })
  }
  const bare = BARE.exec(line) ?? BARE_SECTION.exec(line)
  if (bare && found.length === 0) {
    found.push({
      family: line[0] === '§' ? '§' : '1',
      rank: 69,
      number: decimalNumber(bare[1] as string),
      length: bare[0].length,
    })
  }
  return found
}

const ONLY_DECIMAL = new RegExp(`^${D}$`, 'u')
const ONLY_CHINESE = new RegExp(`^${C}$`, 'u')

/** The number of a line that is nothing else (一, 12, IV, （三）), as novels and essays have them; else undefined. */
export function loneNumber(line: string): Numbering | undefined {
  const match = /^([(（[]?)\s*(.{1,7}?)\s*[)）\]]?[.、]?$/u.exec(line)
  if (!match) return undefined
  const sign = match[2] as string
  const [family, number] = ONLY_DECIMAL.test(sign)
    ? (['lone 1', decimalNumber(sign)] as const)
    : ONLY_CHINESE.test(sign)
      ? (['lone 一', chineseNumber(sign)] as const)
      : (['lone I', /^[IVXLC]+$/.test(sign) ? romanNumber(sign) : undefined] as const)
  return number === undefined ? undefined : { family: family + match[1], rank: 50, number, length: line.length }
}
